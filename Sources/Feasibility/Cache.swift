/// A cache that one core reaches.
public struct Cache: Sendable, Equatable {
    /// 1 is the nearest.
    public let level: Int
    public let bytes: Int
    /// How many logical processors share it.
    public let sharedBy: Int?

    public init(level: Int, bytes: Int, sharedBy: Int?) {
        self.level = level
        self.bytes = bytes
        self.sharedBy = sharedBy
    }

    /// The caches of data that the first processor reaches, by level; those of instructions are left out.
    static func all(_ files: some SystemFiles) -> Figure<[Cache]> {
        let root = "/sys/devices/system/cpu/cpu0/cache"
        guard let names = files.names(in: root) else { return .unknown(.notExposed) }
        var caches: [Cache] = []
        for name in names.sorted() where name.hasPrefix("index") {
            let folder = "\(root)/\(name)"
            guard files.word(of: "\(folder)/type") != "Instruction",
                let level = files.number(of: "\(folder)/level"), (1...9).contains(level),
                let bytes = files.word(of: "\(folder)/size").flatMap(bytes)
            else { continue }
            let sharing = files.word(of: "\(folder)/shared_cpu_list").flatMap(NumberList.numbers)
            caches.append(Cache(level: level, bytes: bytes, sharedBy: sharing?.count))
        }
        if caches.isEmpty { return .unknown(names.isEmpty ? .notExposed : .notUnderstood) }
        return .known(caches.sorted { ($0.level, $0.bytes) < ($1.level, $1.bytes) }, from: .processorTopology)
    }

    /// The bytes of a size such as `48K`, `2M` or a plain number.
    private static func bytes(_ text: String) -> Int? {
        let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
        let unit = text.last.flatMap { units[$0] }
        guard let number = Int(unit == nil ? text[...] : text.dropLast()), number > 0 else { return nil }
        let (bytes, overflow) = number.multipliedReportingOverflow(by: unit ?? 1)
        return overflow ? nil : bytes
    }
}
