// What differs between systems stands here and nowhere else in this module.
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The few calls to the operating system that the toolchain's modules do not offer.
enum System {
    /// Writes all bytes to a file descriptor.
    ///
    /// - Returns: whether everything was written.
    static func write(_ text: String, to descriptor: Int32) -> Bool {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                return false
            }
            bytes = bytes.dropFirst(count)
        }
        return true
    }

    /// The columns and lines of the terminal that standard output is; nothing where it is none.
    static var terminalSize: (columns: Int, lines: Int)? {
        var size = winsize()
        guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
        return (Int(size.ws_col), Int(size.ws_row))
    }

    /// Whether a file descriptor is a terminal.
    static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    /// Whether a key or another program that stops this one ends it at once, with a line that says so.
    ///
    /// The exit codes are those that shells give: 130 for Ctrl-C, 143 for a request to end. What was told to go on by
    /// whoever started the program goes on.
    static func endsWhenStopped(_ ends: Bool) {
        for number in [SIGINT, SIGTERM] {
            let former = signal(number, SIG_IGN)
            let isIgnored = unsafeBitCast(former, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
            // The first call finds how the program was started, later ones what the first has left.
            if ends && !isIgnored { signal(number, stop) }
        }
        // A program that is started from a thread which holds signals back inherits that, without anybody's wanting it.
        var held = sigset_t()
        sigemptyset(&held)
        for number in [SIGINT, SIGTERM] { sigaddset(&held, number) }
        sigprocmask(SIG_UNBLOCK, &held, nil)
    }

    /// The name of the machine; nothing where the system does not tell.
    static var hostName: String? {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return nil }
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Hands the bytes of a file over part by part, until the taker has enough.
    ///
    /// - Returns: why it could not be read; nothing where all went well.
    static func readParts(_ path: String, _ take: (ArraySlice<UInt8>) -> Bool) -> FileFailure.Kind? {
        let descriptor = systemOpen(path)
        guard descriptor >= 0 else { return kind(ofError: errno) }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 1 << 17)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            if count < 0 { return kind(ofError: errno) }
            guard count > 0, take(buffer[..<count]) else { return nil }
        }
    }

    private static func kind(ofError number: Int32) -> FileFailure.Kind {
        switch number {
        case ENOENT, ENOTDIR: .missing
        case EACCES, EPERM: .notPermitted
        case EISDIR: .isFolder
        default: .other("the system refused it (\(number)); check the path and the disk")
        }
    }

    /// Hands a file to the program that the desktop opens it with.
    ///
    /// - Returns: whether such a program was started.
    static func open(_ path: String) -> Bool {
        #if canImport(Darwin)
            let program = "open"
        #else
            let program = "xdg-open"
        #endif
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(program), strdup(path), nil]
        defer { for argument in arguments { free(argument) } }
        var process = pid_t()
        guard posix_spawnp(&process, program, nil, nil, &arguments, environ) == 0 else { return false }
        var status: Int32 = 0
        return waitpid(process, &status, 0) == process && status == 0
    }
}

/// The system's `write`, under a name that the method above does not hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}

/// The system's `open`, under a name that the method above does not hide.
private func systemOpen(_ path: String) -> Int32 { open(path, O_RDONLY | O_CLOEXEC) }

/// Ends the program; only what the system allows while it is interrupted.
private func stop(_ number: Int32) {
    let line: StaticString = "\nwaymark: stopped; nothing was written\n"
    _ = systemWrite(2, line.utf8Start, line.utf8CodeUnitCount)
    _exit(128 + number)
}
