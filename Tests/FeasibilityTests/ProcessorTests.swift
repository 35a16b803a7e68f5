import Testing

@testable import Feasibility

@Suite struct ProcessorTests {
    @Test func coresAndNamesOfADesktop() {
        let processor = Processor(FixtureFiles.intelDesktop)
        #expect(processor.name == .known("Intel(R) Core(TM) i7-6700 CPU @ 3.40GHz", from: .processorDescription))
        #expect(processor.logicalCores == .known(8, from: .processorTopology))
        #expect(processor.physicalCores == .known(4, from: .processorTopology))
        #expect(processor.vectorInstructions.value == [.sse2, .sse42, .avx, .avx2, .fma])
        #expect(processor.isVirtual.value == false)
    }

    /// Without a description of the topology the blocks of /proc/cpuinfo say it.
    @Test func coresOfAVirtualMachine() {
        let processor = Processor(FixtureFiles.amdContainer)
        #expect(processor.name.value == "AMD EPYC 7763 64-Core Processor")
        #expect(processor.logicalCores == .known(2, from: .processorDescription))
        #expect(processor.physicalCores == .known(2, from: .processorDescription))
        #expect(processor.isVirtual.value == true)
        #expect(processor.caches == .unknown(.notExposed))
    }

    @Test func armProcessorsHaveNumbers() {
        let processor = Processor(FixtureFiles.armBoard)
        #expect(processor.name.value == "Arm Cortex-A72")
        #expect(processor.logicalCores.value == 4)
        #expect(processor.physicalCores == .unknown(.notUnderstood))
        #expect(processor.vectorInstructions.value == [.neon])
        #expect(processor.isVirtual == .unknown(.notUnderstood))
    }

    @Test(arguments: [
        ("0x41", "0xfff", "Arm part 0xfff"), ("0x99", "0x1", "maker 0x99 part 0x1"),
        ("0xC0", "0xac3", "Ampere part 0xac3"),
    ])
    func makersThatAreNotInTheTable(maker: String, part: String, name: String) {
        let text = "processor : 0\nCPU implementer : \(maker)\nCPU part : \(part)\n"
        #expect(Processor(FixtureFiles(files: ["/proc/cpuinfo": text])).name.value == name)
    }

    @Test func theBoardNamesWhatTheProcessorDoesNot() {
        let files = FixtureFiles(files: ["/proc/cpuinfo": "processor: 0\n", "/proc/device-tree/model": "A board\0"])
        #expect(Processor(files).name == .known("A board", from: .deviceList))
    }

    /// Two sockets, each with cores 0 and 1.
    @Test func coresOfSeveralSocketsAreCountedApart() {
        let text = [(0, 0), (0, 1), (1, 0), (1, 1)].enumerated().map {
            "processor : \($0.offset)\nphysical id : \($0.element.0)\ncore id : \($0.element.1)\n"
        }.joined(separator: "\n")
        #expect(Processor(FixtureFiles(files: ["/proc/cpuinfo": text])).physicalCores.value == 4)
    }

    @Test func blocksWithoutEmptyLinesBetween() {
        let text = "processor : 0\ncore id : 0\nprocessor : 1\ncore id : 1\n"
        #expect(Processor(FixtureFiles(files: ["/proc/cpuinfo": text])).logicalCores.value == 2)
    }

    /// Programs may run on any core, so that only what all have counts.
    @Test func instructionsOfUnlikeCores() {
        let text = "processor : 0\nflags : sse2 avx2 avx512f\n\nprocessor : 1\nflags : sse2 avx2\n"
        #expect(Processor(FixtureFiles(files: ["/proc/cpuinfo": text])).vectorInstructions.value == [.sse2, .avx2])
    }

    @Test func whatIsMissingIsNotExposed() {
        let processor = Processor(FixtureFiles.nothing)
        #expect(processor.name == .unknown(.notExposed))
        #expect(processor.logicalCores == .unknown(.notExposed))
        #expect(processor.vectorInstructions == .unknown(.notExposed))
    }

    @Test func garbageIsNotUnderstood() {
        let processor = Processor(FixtureFiles.garbage)
        #expect(processor.name == .unknown(.notUnderstood))
        #expect(processor.logicalCores == .unknown(.notUnderstood))
        #expect(processor.physicalCores == .unknown(.notUnderstood))
        #expect(processor.caches == .unknown(.notUnderstood))
    }

    @Test func cachesOfInstructionsAreLeftOut() {
        let expected = [
            Cache(level: 1, bytes: 32 << 10, sharedBy: 2), Cache(level: 2, bytes: 256 << 10, sharedBy: 2),
            Cache(level: 3, bytes: 8 << 20, sharedBy: 8),
        ]
        #expect(Processor(FixtureFiles.intelDesktop).caches == .known(expected, from: .processorTopology))
    }

    @Test(arguments: [
        ("0", [0]), ("0-3", [0, 1, 2, 3]), ("0,2-3,8\n", [0, 2, 3, 8]), ("5-5", [5]),
    ])
    func lists(text: String, numbers: [Int]) { #expect(NumberList.numbers(in: text) == numbers) }

    @Test(arguments: ["", "x", "3-1", "1-2-3", "1,,2", "-1", "0-99999999999", "1-"])
    func whatIsNoList(text: String) { #expect(NumberList.numbers(in: text) == nil) }
}
