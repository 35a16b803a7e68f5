// What differs between systems stands here: reading the machine that the program runs on.
//
// Only Linux with the GNU library is read; elsewhere nothing is known, and the probe says so.
import Feasibility

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The files of the machine that the program runs on.
struct MachineFiles: SystemFiles {
    func text(of path: String) -> String? {
        #if canImport(Glibc)
            let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
            guard descriptor >= 0 else { return nil }
            defer { close(descriptor) }
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 65_536)
            // The largest of these files, /proc/cpuinfo of a large server, has less than a megabyte.
            while bytes.count < 4 << 20 {
                let count = read(descriptor, &buffer, buffer.count)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { return count == 0 ? String(decoding: bytes, as: UTF8.self) : nil }
                bytes.append(contentsOf: buffer[..<count])
            }
            return String(decoding: bytes, as: UTF8.self)
        #else
            return nil
        #endif
    }

    func names(in folder: String) -> [String]? {
        #if canImport(Glibc)
            guard let stream = opendir(folder) else { return nil }
            defer { closedir(stream) }
            var names: [String] = []
            while let entry = readdir(stream) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if name != "." && name != ".." { names.append(name) }
            }
            return names
        #else
            return nil
        #endif
    }

    func exists(_ path: String) -> Bool {
        #if canImport(Glibc)
            return access(path, F_OK) == 0
        #else
            return false
        #endif
    }
}

/// Clocks and counters of the machine that the program runs on.
enum MachineCounters {
    /// Seconds of a clock that never goes back.
    static func now() -> Double {
        #if canImport(Glibc)
            var time = timespec()
            clock_gettime(CLOCK_MONOTONIC, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        #else
            let time = ContinuousClock.now - start
            return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        #endif
    }

    #if !canImport(Glibc)
        private static let start = ContinuousClock.now
    #endif

    /// Seconds that the program has computed on all its threads, without those in which others had the processor;
    /// nothing where the system does not say. Of work that a single thread does they say more than a clock on a
    /// machine that is not quiet, whichever thread does it.
    static func processorSeconds() -> Double? {
        #if canImport(Glibc)
            var time = timespec()
            guard clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 else { return nil }
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        #else
            return nil
        #endif
    }

    /// Seconds that the calling thread has computed, without those in which others had the processor; nothing where
    /// the system does not say. On a machine that is not quiet they say more than a clock.
    static func threadSeconds() -> Double? {
        #if canImport(Glibc)
            var time = timespec()
            guard clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0 else { return nil }
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        #else
            return nil
        #endif
    }

    /// The load average of the last minute.
    static func load(_ files: some SystemFiles) -> Double? {
        files.text(of: "/proc/loadavg").flatMap { $0.split(separator: " ").first }.flatMap { Double($0) }
    }

    /// How often the system took the processor away from the program since it began.
    static func involuntarySwitches() -> Int? {
        #if canImport(Glibc)
            var usage = rusage()
            return getrusage(RUSAGE_SELF.rawValue, &usage) == 0 ? Int(usage.ru_nivcsw) : nil
        #else
            return nil
        #endif
    }

    /// The most memory that the program has held since it began, or since it was last forgotten, in millions of bytes;
    /// nothing where the system does not say.
    static func peakMemoryMB(_ files: some SystemFiles) -> Double? { megabytes("VmHWM:", files) }

    /// The memory that the program holds, in millions of bytes; nothing where the system does not say.
    static func memoryMB(_ files: some SystemFiles) -> Double? { megabytes("VmRSS:", files) }

    private static func megabytes(_ key: String, _ files: some SystemFiles) -> Double? {
        for line in files.text(of: "/proc/self/status")?.split(separator: "\n") ?? [] where line.hasPrefix(key) {
            let words = line.split(whereSeparator: \.isWhitespace)
            return words.count == 3 && words[2] == "kB" ? Double(words[1]).map { $0 * 1024 / 1e6 } : nil
        }
        return nil
    }

    /// Makes what the program holds now the peak.
    ///
    /// - Returns: whether the system allowed it; many containers do not.
    static func forgetPeak() -> Bool {
        #if canImport(Glibc)
            let descriptor = open("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { return false }
            defer { close(descriptor) }
            return write(descriptor, "5", 1) == 1
        #else
            return false
        #endif
    }
}

/// Timing of the machine's rates; about a second in all.
enum MachineRates {
    /// - Parameters:
    ///   - cacheBytes: the largest cache; the triad goes through four times as much.
    ///   - memoryBytes: what is available; the triad takes at most an eighth of it.
    ///   - folder: where the file for timing the disk is written; nothing to leave the disk out.
    static func measure(cacheBytes: Int?, memoryBytes: Int?, folder: String?) -> MeasuredRates {
        var rates = MeasuredRates()
        // What other programs do meanwhile must not count.
        let clock = { MachineCounters.threadSeconds() ?? MachineCounters.now() }
        let rounds = 1_000_000
        let arithmetic = RateKernels.seconds(repetitions: 7, now: clock) {
            RateKernels.multiplyAdd(rounds: rounds)
        }
        rates.floatingPoint = Rate(
            amount: Double(rounds) * RateKernels.operationsPerRound, seconds: arithmetic.seconds)
        let most = min((memoryBytes ?? 1 << 30) / 8, 512 << 20)
        var triad = RateKernels.Triad(bytes: min(max((cacheBytes ?? 32 << 20) * 4, 64 << 20), most))
        let passes = RateKernels.seconds(repetitions: 7, now: clock) { triad.pass(0.5) }
        rates.memoryBandwidth = Rate(amount: triad.bytesPerPass, seconds: passes.seconds)
        if let folder { (rates.diskWrite, rates.diskRead) = disk(folder) }
        return rates
    }

    /// Writes a file of 16 MB to the disk and reads it back, five times.
    ///
    /// Reading is asked to come from the disk, not from memory; where the system does not do so, the rate is that of
    /// its cache, which the file would be read from in practice too.
    private static func disk(_ folder: String) -> (write: Rate?, read: Rate?) {
        #if canImport(Glibc)
            let size = 16 << 20
            let path = "\(folder)/.waymark-disk-\(getpid())"
            var buffer = [UInt8](repeating: 0, count: size)
            for index in buffer.indices { buffer[index] = UInt8(truncatingIfNeeded: index &* 31 &+ index >> 8) }
            var written: [Double] = []
            var read: [Double] = []
            for _ in 0..<5 {
                let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
                guard descriptor >= 0 else { return (nil, nil) }
                defer { close(descriptor) }
                // Without a name the file goes with the program, however that ends.
                unlink(path)
                let start = MachineCounters.now()
                let isWritten = buffer.withUnsafeBytes { bytes in
                    inParts(bytes.count) { done, left in
                        Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, left)
                    }
                }
                guard isWritten, fsync(descriptor) == 0 else { return (nil, nil) }
                written.append(MachineCounters.now() - start)
                posix_fadvise(descriptor, 0, off_t(size), POSIX_FADV_DONTNEED)
                lseek(descriptor, 0, SEEK_SET)
                let again = MachineCounters.now()
                let isRead = buffer.withUnsafeMutableBytes { bytes in
                    inParts(bytes.count) { done, left in
                        Glibc.read(descriptor, bytes.baseAddress.map { $0 + done }, left)
                    }
                }
                guard isRead else { return (nil, nil) }
                read.append(MachineCounters.now() - again)
            }
            return (Rate(amount: Double(size), seconds: written), Rate(amount: Double(size), seconds: read))
        #else
            return (nil, nil)
        #endif
    }

    #if canImport(Glibc)
        /// Calls until all bytes are through.
        ///
        /// - Parameter step: what to do with the bytes done and left; it gives how many it did.
        /// - Returns: whether all came through.
        private static func inParts(_ count: Int, _ step: (Int, Int) -> Int) -> Bool {
            var done = 0
            while done < count {
                let moved = step(done, count - done)
                if moved < 0 && errno == EINTR { continue }
                guard moved > 0 else { return false }
                done += moved
            }
            return true
        }
    #endif
}
