import JSON
import SeededRandomness
import Testing

@testable import Feasibility

@Suite struct HardwareProbeTests {
    @Test func memory() {
        let memory = Memory(FixtureFiles.intelDesktop)
        #expect(memory.total == .known(16_303_428 * 1024, from: .memoryAccount))
        #expect(memory.available == .known(9_876_543 * 1024, from: .memoryAccount))
    }

    @Test func oldKernelsDoNotSayWhatIsAvailable() {
        #expect(Memory(FixtureFiles.amdContainer).available == .known(1_500_000 * 1024, from: .derived))
    }

    @Test func memoryThatIsNoNumber() {
        #expect(Memory(FixtureFiles.garbage).total == .unknown(.notUnderstood))
        #expect(Memory(FixtureFiles.nothing).total == .unknown(.notExposed))
    }

    @Test func limitsOfVersionOne() {
        let limits = ContainerLimits(FixtureFiles.amdContainer)
        #expect(limits.processors == .known(1.5, from: .controlGroup))
        #expect(limits.memory == .known(2_147_483_648, from: .controlGroup))
    }

    /// The group's own limit is the tightest of three folders.
    @Test func limitsOfVersionTwo() {
        let limits = ContainerLimits(FixtureFiles.acceleratorServer)
        #expect(limits.processors == .known(2.5, from: .controlGroup))
        #expect(limits.memory == .known(4_294_967_296, from: .controlGroup))
    }

    /// Within a container the path of the group leads nowhere, and the root has the limits.
    @Test func limitsAtTheRootOfAContainer() {
        let files = FixtureFiles(files: [
            "/sys/fs/cgroup/cgroup.controllers": "cpu memory", "/proc/self/cgroup": "0::/../../elsewhere",
            "/sys/fs/cgroup/cpu.max": "50000 100000", "/sys/fs/cgroup/memory.max": "max",
        ])
        #expect(ContainerLimits(files).processors.value == 0.5)
        #expect(ContainerLimits(files).memory == .unknown(.none))
    }

    @Test func noLimitsIsNotTheSameAsNotKnown() {
        #expect(ContainerLimits(FixtureFiles.intelDesktop).processors == .unknown(.none))
        #expect(ContainerLimits(FixtureFiles.nothing).processors == .unknown(.notExposed))
        #expect(ContainerLimits(FixtureFiles.garbage).processors == .unknown(.notUnderstood))
        #expect(ContainerLimits(FixtureFiles.garbage).memory == .unknown(.notUnderstood))
        let unlimited = FixtureFiles(files: [
            "/sys/fs/cgroup/cpu/cpu.cfs_quota_us": "-1", "/sys/fs/cgroup/cpu/cpu.cfs_period_us": "100000",
        ])
        #expect(ContainerLimits(unlimited).processors == .unknown(.none))
    }

    @Test func acceleratorsOfAServer() throws {
        let all = try #require(HardwareProbe(FixtureFiles.acceleratorServer).accelerators.value)
        #expect(all.map(\.maker) == [.nvidia, .intel, .amd])
        #expect(all[0].name == "NVIDIA A100-PCIE-40GB" && all[0].hasComputeDriver)
        #expect(all[1].name == "8086:1912" && !all[1].hasComputeDriver)
        #expect(all[2].name == "1002:738c" && all[2].hasComputeDriver && all[2].memory == 34_342_961_152)
    }

    /// A card without its driver is seen on the bus, and a display that is imitated is none.
    @Test func cardsWithoutDriverAndImitations() throws {
        let bare = FixtureFiles(files: [
            "/sys/bus/pci/devices/a/class": "0x030000", "/sys/bus/pci/devices/a/vendor": "0x10de",
            "/sys/bus/pci/devices/a/device": "0x2204",
        ])
        let all = try #require(HardwareProbe(bare).accelerators.value)
        #expect(all == [Accelerator(maker: .nvidia, name: "10de:2204", memory: nil, hasComputeDriver: false)])
        #expect(HardwareProbe(FixtureFiles.amdContainer).accelerators == .known([], from: .deviceList))
        let board = try #require(HardwareProbe(FixtureFiles.armBoard).accelerators.value)
        #expect(board.map(\.name) == ["v3d"])
    }

    @Test func acceleratorsAreNotKnownWhereNothingIsListed() {
        #expect(HardwareProbe(FixtureFiles.nothing).accelerators == .unknown(.notExposed))
        #expect(HardwareProbe(FixtureFiles.garbage).accelerators == .known([], from: .deviceList))
        #expect(HardwareProbe(FixtureFiles(files: ["/dev/dxg": ""])).accelerators.value?.map(\.name) == ["dxg"])
    }

    @Test func whatAContainerAllowsCounts() {
        let probe = HardwareProbe(FixtureFiles.acceleratorServer)
        #expect(probe.usableMemory == .known(4_294_967_296, from: .derived))
        #expect(probe.usableCores == .known(2.5, from: .derived))
        #expect(HardwareProbe(FixtureFiles.intelDesktop).usableCores == .known(4, from: .processorTopology))
        #expect(HardwareProbe(FixtureFiles.nothing).usableCores == .unknown(.notExposed))
        #expect(HardwareProbe(FixtureFiles.armBoard).usableCores.value == 4)
    }

    @Test func ratesThatWereNotMeasuredSaySo() throws {
        let probe = HardwareProbe(FixtureFiles.intelDesktop)
        #expect(probe.floatingPoint == .unknown(.notMeasured) && probe.peak == .unknown(.notMeasured))
        var measured = MeasuredRates()
        measured.floatingPoint = Rate(amount: 30e9, seconds: [1, 1, 1])
        let peak = try #require(HardwareProbe(FixtureFiles.intelDesktop, measured: measured).peak.value)
        // Eight numbers instead of four, and both operations in one: four times, on four cores.
        #expect(abs(peak.range.upperBound - 30e9 * 4 * 4) < 1)
        #expect(abs(peak.range.lowerBound - 30e9 * 4 * 4 * 0.75) < 1)
    }

    @Test(arguments: [
        ([VectorInstructions.sse2], 1.0, 0.9, 1.0), ([.sse2, .avx2, .fma, .avx512], 1, 3.6, 8), ([.neon], 1, 1.8, 2),
        ([.neon, .sve], 2, 3, 8), ([], 1, 0.9, 1),
    ])
    func peaks(instructions: [VectorInstructions], cores: Double, lower: Double, upper: Double) throws {
        let peak = try #require(PeakEstimate(rate: 1, instructions: instructions, cores: cores))
        #expect(abs(peak.range.lowerBound - lower) < 1e-9 && abs(peak.range.upperBound - upper) < 1e-9)
    }

    @Test func peaksNeedARateAndACore() {
        #expect(PeakEstimate(rate: 0, instructions: [], cores: 1) == nil)
        #expect(PeakEstimate(rate: 1, instructions: [], cores: 0) == nil)
        #expect(PeakEstimate(rate: .infinity, instructions: [], cores: 1) == nil)
    }

    @Test func jsonSaysHowOrWhyNot() throws {
        guard case .object(let probe) = HardwareProbe(FixtureFiles.amdContainer).json,
            case .object(let processor) = probe["processor"]
        else {
            Issue.record("no objects")
            return
        }
        #expect(processor["logicalCores"] == ["value": 2, "source": "processorDescription"])
        #expect(processor["caches"] == ["unknown": "notExposed"])
        #expect(probe["memoryBandwidth"] == ["unknown": "notMeasured"])
        #expect(probe["accelerators"] == ["value": [], "source": "deviceList"])
    }

    /// Files that are cut off, or in which bytes are changed, never stop the probe.
    @Test func damagedFilesDoNoHarm() {
        var generator = SeededGenerator(seed: 42)
        let systems = [FixtureFiles.intelDesktop, .amdContainer, .armBoard, .acceleratorServer]
        for round in 0..<400 {
            var files = systems[round % systems.count].files
            for (path, text) in files.sorted(by: { $0.key < $1.key }) where generator.chance(0.3) {
                var bytes = Array(text.utf8)
                if generator.chance(0.3) { bytes.removeLast(Int.random(in: 0...bytes.count, using: &generator)) }
                for index in bytes.indices where generator.chance(0.05) {
                    bytes[index] = .random(in: 0...255, using: &generator)
                }
                files[path] = generator.chance(0.1) ? nil : String(decoding: bytes, as: UTF8.self)
            }
            let probe = HardwareProbe(FixtureFiles(files: files))
            #expect(probe.processor.logicalCores.value ?? 1 > 0)
            #expect(probe.usableMemory.value ?? 0 >= 0)
            #expect(probe.limits.processors.value ?? 1 > 0)
            #expect(!probe.json.canonicalText().isEmpty)
        }
    }
}
