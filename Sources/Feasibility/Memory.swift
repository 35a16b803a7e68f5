/// The memory of the system, in bytes.
public struct Memory: Sendable, Equatable {
    public let total: Figure<Int>
    /// What programs can have without others being pushed out.
    public let available: Figure<Int>

    /// The memory that the files describe.
    public init(_ files: some SystemFiles) {
        let text = files.text(of: "/proc/meminfo")
        total = Memory.figure("MemTotal", text)
        let stated = Memory.figure("MemAvailable", text)
        if stated.value == nil, let free = Memory.figure("MemFree", text).value {
            // Kernels before 3.14 do not say it; what is free or only cached comes near.
            let cached = Memory.figure("Cached", text).value ?? 0
            available = .known(free + cached, from: .derived)
        } else {
            available = stated
        }
    }

    /// The number of a line such as `MemTotal:  24731708 kB`.
    private static func figure(_ key: String, _ text: String?) -> Figure<Int> {
        guard let text else { return .unknown(.notExposed) }
        for line in text.split(separator: "\n") {
            let words = line.split(whereSeparator: \.isWhitespace)
            guard words.first.map(String.init) == "\(key):" else { continue }
            guard words.count == 3, words[2] == "kB", let number = Int(words[1]), number >= 0, number < 1 << 50 else {
                return .unknown(.notUnderstood)
            }
            return .known(number * 1024, from: .memoryAccount)
        }
        return .unknown(.notUnderstood)
    }
}
