/// What the container, or another control group, allows this program of the machine.
public struct ContainerLimits: Sendable, Equatable {
    /// Processors' worth of time, as in 1.5; not known, for the reason `none`, where there is no limit.
    public let processors: Figure<Double>
    /// Bytes; not known, for the reason `none`, where there is no limit.
    public let memory: Figure<Int>

    /// The limits that the files describe, of version 2 of control groups or of version 1.
    ///
    /// A limit may stand at any folder on the way up from that of the program; the tightest counts.
    public init(_ files: some SystemFiles) {
        let groups = ContainerLimits.groups(files.text(of: "/proc/self/cgroup"))
        let root = "/sys/fs/cgroup"
        if files.exists("\(root)/cgroup.controllers") {
            let folders = ContainerLimits.folders(root, groups[""])
            processors = ContainerLimits.tightest(folders, files) { ContainerLimits.share($0, $1) }
            memory = ContainerLimits.tightest(folders, files) { ContainerLimits.bytes("\($0)/memory.max", $1) }
            return
        }
        let time = ["cpu", "cpu,cpuacct"].first { files.exists("\(root)/\($0)") }
        let timeGroup = groups["cpu"]
        processors =
            time.map { name in
                ContainerLimits.tightest(ContainerLimits.folders("\(root)/\(name)", timeGroup), files) {
                    ContainerLimits.quota($0, $1)
                }
            } ?? .unknown(.notExposed)
        memory =
            files.exists("\(root)/memory")
            ? ContainerLimits.tightest(ContainerLimits.folders("\(root)/memory", groups["memory"]), files) {
                ContainerLimits.bytes("\($0)/memory.limit_in_bytes", $1)
            } : .unknown(.notExposed)
    }

    /// A limit of one folder.
    private enum Limit<Value> {
        case some(Value)
        /// The file says that there is none.
        case none
        case notUnderstood
        /// There is no such file.
        case absent
    }

    /// The group of each controller by lines such as `4:memory:/docker/1` (version 1) and `0::/user.slice`
    /// (version 2, under the empty name).
    private static func groups(_ text: String?) -> [String: String] {
        var groups: [String: String] = [:]
        for line in (text ?? "").split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3, parts[2].hasPrefix("/") else { continue }
            for name in parts[1].split(separator: ",", omittingEmptySubsequences: false) {
                groups[String(name)] = String(parts[2])
            }
        }
        return groups
    }

    /// The folder of the group and all above it. Within a container the group's path often leads nowhere, and the
    /// root is the group's own folder.
    private static func folders(_ root: String, _ group: String?) -> [String] {
        var folders = [root]
        for name in (group ?? "").split(separator: "/") where name != ".." {
            folders.append("\(folders[folders.count - 1])/\(name)")
        }
        return folders
    }

    private static func tightest<Files: SystemFiles, Value: Comparable & Sendable>(
        _ folders: [String], _ files: Files, _ read: (String, Files) -> Limit<Value>
    ) -> Figure<Value> {
        var least: Value?
        var isStated = false
        var isUnclear = false
        for folder in folders {
            switch read(folder, files) {
            case .some(let value): least = least.map { min($0, value) } ?? value
            case .none: isStated = true
            case .notUnderstood: isUnclear = true
            case .absent: break
            }
        }
        if let least { return .known(least, from: .controlGroup) }
        if isUnclear { return .unknown(.notUnderstood) }
        // The root of a machine has no such files at all, which means the same as no limit.
        return .unknown(isStated || !folders.isEmpty ? .none : .notExposed)
    }

    /// `cpu.max` holds a quota and a period in microseconds, or `max`.
    private static func share(_ folder: String, _ files: some SystemFiles) -> Limit<Double> {
        guard let text = files.word(of: "\(folder)/cpu.max") else { return .absent }
        let words = text.split(whereSeparator: \.isWhitespace)
        if words.first == "max" { return .none }
        guard words.count == 2, let quota = Double(words[0]), let period = Double(words[1]), quota > 0, period > 0
        else {
            return .notUnderstood
        }
        return .some(quota / period)
    }

    /// Version 1 has the two numbers in two files; a quota of -1 is none.
    private static func quota(_ folder: String, _ files: some SystemFiles) -> Limit<Double> {
        guard let quota = files.word(of: "\(folder)/cpu.cfs_quota_us") else { return .absent }
        guard let quota = Double(quota) else { return .notUnderstood }
        if quota < 0 { return .none }
        guard let period = files.word(of: "\(folder)/cpu.cfs_period_us").flatMap(Double.init), period > 0, quota > 0
        else {
            return .notUnderstood
        }
        return .some(quota / period)
    }

    private static func bytes(_ path: String, _ files: some SystemFiles) -> Limit<Int> {
        guard let text = files.word(of: path) else { return .absent }
        if text == "max" { return .none }
        guard let number = UInt64(text) else { return .notUnderstood }
        // Version 1 writes the largest number of pages where there is no limit.
        guard number < 1 << 60, let bytes = Int(exactly: number) else { return .none }
        return .some(bytes)
    }
}
