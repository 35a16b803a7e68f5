/// The processor as the system describes it.
public struct Processor: Sendable, Equatable {
    /// The name that its maker gave it.
    public let name: Figure<String>
    /// Processors that the system runs programs on, two for a core with two threads.
    public let logicalCores: Figure<Int>
    /// Cores in the sense of hardware.
    public let physicalCores: Figure<Int>
    /// Instructions that work on several numbers at once, narrowest first.
    public let vectorInstructions: Figure<[VectorInstructions]>
    /// The caches that one core reaches, by level.
    public let caches: Figure<[Cache]>
    /// Whether the system says that it runs in a virtual machine, where cores may be shared with others.
    public let isVirtual: Figure<Bool>

    /// The processor that the files describe.
    public init(_ files: some SystemFiles) {
        let description = ProcessorDescription(files.text(of: "/proc/cpuinfo"))
        let topology = ProcessorTopology(files)
        name = description.name(files)
        logicalCores = topology.logicalCores ?? description.logicalCores
        physicalCores = topology.physicalCores ?? description.physicalCores
        vectorInstructions = description.vectorInstructions
        caches = Cache.all(files)
        isVirtual = description.isVirtual
    }
}

/// Instructions that work on several numbers at once.
public enum VectorInstructions: String, Sendable, CaseIterable, Comparable {
    case sse2, sse42, avx, avx2, fma, avx512, amx, neon, sve, sve2

    /// How many numbers of 32 bits one instruction works on; nothing for those that are not about width, or whose
    /// width the system does not tell.
    public var lanes: Int? {
        switch self {
        case .sse2, .sse42, .neon: 4
        case .avx, .avx2: 8
        case .avx512: 16
        case .fma, .amx, .sve, .sve2: nil
        }
    }

    /// The flag of /proc/cpuinfo that stands for it.
    fileprivate var flag: String {
        switch self {
        case .sse42: "sse4_2"
        case .avx512: "avx512f"
        case .amx: "amx_tile"
        case .neon: "asimd"
        default: rawValue
        }
    }

    fileprivate static func all(in flags: Set<Substring>) -> [VectorInstructions] {
        allCases.filter { flags.contains(Substring($0.flag)) || $0 == .neon && flags.contains("neon") }
    }

    public static func < (left: VectorInstructions, right: VectorInstructions) -> Bool {
        guard let first = allCases.firstIndex(of: left), let second = allCases.firstIndex(of: right) else {
            return false
        }
        return first < second
    }
}

/// What /proc/cpuinfo says: a block for each logical processor, each line a key, a colon and a value.
private struct ProcessorDescription {
    private let blocks: [[String: String]]?

    init(_ text: String?) {
        guard let text else {
            blocks = nil
            return
        }
        var blocks: [[String: String]] = [[:]]
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            guard let colon = line.firstIndex(of: ":") else {
                if line.trimmed.isEmpty, blocks.last?.isEmpty == false { blocks.append([:]) }
                continue
            }
            let key = line[..<colon].trimmed
            // Some kernels write no empty line between processors.
            if key == "processor", blocks.last?["processor"] != nil { blocks.append([:]) }
            blocks[blocks.count - 1][key] = line[line.index(after: colon)...].trimmed
        }
        self.blocks = blocks.filter { !$0.isEmpty }
    }

    /// A figure that the blocks give.
    private func figure<Value>(_ read: ([[String: String]]) -> Value?) -> Figure<Value> {
        guard let blocks else { return .unknown(.notExposed) }
        return read(blocks).map { .known($0, from: .processorDescription) } ?? .unknown(.notUnderstood)
    }

    /// The blocks of processors; others describe the board.
    private func processors(_ blocks: [[String: String]]) -> [[String: String]] {
        blocks.filter { $0["processor"].flatMap { Int($0) } != nil }
    }

    /// The maker's name. ARM processors have numbers for it, and their board a name.
    func name(_ files: some SystemFiles) -> Figure<String> {
        let found: Figure<String> = figure { blocks in
            for key in ["model name", "Processor", "cpu model", "cpu", "uarch"] {
                for block in blocks { if let name = block[key], !name.isEmpty { return name } }
            }
            for block in blocks {
                if let maker = block["CPU implementer"], let part = block["CPU part"] {
                    return ARMNames.name(maker: maker, part: part)
                }
            }
            return nil
        }
        if found.value == nil, let board = files.word(of: "/proc/device-tree/model") {
            return .known(board.filter { $0 != "\0" }, from: .deviceList)
        }
        return found
    }

    var logicalCores: Figure<Int> {
        figure { blocks in
            let count = processors(blocks).count
            return count > 0 ? count : nil
        }
    }

    /// Pairs of socket and core, each counted once.
    var physicalCores: Figure<Int> {
        figure { blocks in
            let processors = processors(blocks)
            let cores = processors.compactMap { block in block["core id"].map { "\(block["physical id"] ?? "0") \($0)" }
            }
            return cores.isEmpty || cores.count != processors.count ? nil : Set(cores).count
        }
    }

    var vectorInstructions: Figure<[VectorInstructions]> {
        figure { blocks in
            let lists = blocks.compactMap { $0["flags"] ?? $0["Features"] }
            guard let first = lists.first else { return nil }
            // A program may run on any of the processors, so only what all of them have counts.
            let common = lists.dropFirst().reduce(Set(first.split(separator: " "))) {
                $0.intersection($1.split(separator: " "))
            }
            return VectorInstructions.all(in: common)
        }
    }

    var isVirtual: Figure<Bool> {
        figure { blocks in
            blocks.lazy.compactMap { $0["flags"] }.first.map { $0.split(separator: " ").contains("hypervisor") }
        }
    }
}

/// What /sys/devices/system/cpu says of cores.
private struct ProcessorTopology {
    let logicalCores: Figure<Int>?
    let physicalCores: Figure<Int>?

    init(_ files: some SystemFiles) {
        let root = "/sys/devices/system/cpu"
        guard let online = files.word(of: "\(root)/online").flatMap(NumberList.numbers), !online.isEmpty else {
            logicalCores = nil
            physicalCores = nil
            return
        }
        logicalCores = .known(online.count, from: .processorTopology)
        let siblings = online.compactMap { number in
            files.word(of: "\(root)/cpu\(number)/topology/core_cpus_list")
                ?? files.word(of: "\(root)/cpu\(number)/topology/thread_siblings_list")
        }
        physicalCores =
            siblings.count == online.count ? .known(Set(siblings).count, from: .processorTopology) : nil
    }
}

/// Names of ARM cores; /proc/cpuinfo gives numbers (Arm, "Main ID Register", and the makers' manuals).
private enum ARMNames {
    static func name(maker: String, part: String) -> String {
        let makers = [
            "0x41": "Arm", "0x42": "Broadcom", "0x46": "Fujitsu", "0x48": "HiSilicon", "0x4e": "NVIDIA",
            "0x50": "APM", "0x51": "Qualcomm", "0x61": "Apple", "0xc0": "Ampere",
        ]
        let parts = [
            "0xd03": "Cortex-A53", "0xd04": "Cortex-A35", "0xd05": "Cortex-A55", "0xd07": "Cortex-A57",
            "0xd08": "Cortex-A72", "0xd09": "Cortex-A73", "0xd0a": "Cortex-A75", "0xd0b": "Cortex-A76",
            "0xd0c": "Neoverse N1", "0xd40": "Neoverse V1", "0xd41": "Cortex-A78", "0xd49": "Neoverse N2",
            "0xd4f": "Neoverse V2",
        ]
        let maker = maker.lowercased()
        let part = part.lowercased()
        let core = maker == "0x41" ? parts[part] : nil
        return "\(makers[maker] ?? "maker \(maker)") \(core ?? "part \(part)")"
    }
}
