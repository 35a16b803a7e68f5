#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The terminal, or whatever the standard streams are tied to.
protocol Console {
    /// Writes to standard output: results.
    ///
    /// - Returns: whether everything was written.
    func write(_ text: String) -> Bool

    /// Writes to standard error: messages and progress.
    func note(_ text: String)

    /// The columns of the terminal.
    var width: Int { get }
}

/// The standard streams of the process.
struct StandardConsole: Console {
    func write(_ text: String) -> Bool { StandardConsole.write(text, to: 1) }

    func note(_ text: String) { _ = StandardConsole.write(text, to: 2) }

    var width: Int {
        var size = winsize()
        guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else { return 80 }
        return min(Int(size.ws_col), 120)
    }

    private static func write(_ text: String, to descriptor: Int32) -> Bool {
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
}

/// The system's `write`, under a name that the method above does not hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
