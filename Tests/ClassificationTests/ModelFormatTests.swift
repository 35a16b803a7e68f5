import Testing

@testable import Classification

@Suite struct ModelFormatTests {
    private func model(_ quality: TrainingQuality = .fast) async throws -> TextClassifier {
        let rows = ["bakes bread", "bakes cake", "paints walls", "paints doors", "pflegt Kranke"].enumerated().map {
            (text: $0.element, label: "Beruf №\($0.offset / 2)")
        }
        return try await TextClassifier.train(on: TextCorpus(rows), settings: TrainingSettings(quality: quality))
    }

    @Test(arguments: TrainingQuality.allCases)
    func aSavedModelIsTheSameModel(quality: TrainingQuality) async throws {
        let corpus = OccupationCorpus(rows: 300, classes: 35).corpus()
        let model = try await TextClassifier.train(on: corpus, settings: TrainingSettings(quality: quality))
        let loaded = try TextClassifier(bytes: model.bytes)
        #expect(loaded.bytes == model.bytes)
        #expect(loaded.classNames == model.classNames)
        #expect(await loaded.probabilities(corpus) == model.probabilities(corpus))
    }

    @Test func changedBytesAreNoticed() async throws {
        let bytes = try await model().bytes
        for place in bytes.indices {
            for bit in [0, 7] {
                var damaged = bytes
                damaged[place] ^= 1 << UInt8(bit)
                #expect(throws: ModelFormatError.self) { try TextClassifier(bytes: damaged) }
            }
        }
    }

    @Test func missingAndAddedBytesAreNoticed() async throws {
        let bytes = try await model().bytes
        for count in 0..<bytes.count {
            #expect(throws: ModelFormatError.self) { try TextClassifier(bytes: Array(bytes.prefix(count))) }
        }
        #expect(throws: ModelFormatError(cause: .wrongLength(stated: UInt64(bytes.count), found: bytes.count + 1))) {
            try TextClassifier(bytes: bytes + [0])
        }
    }

    /// Damage with a checksum that fits is either refused or a model that can be used, and never a trap.
    @Test func forgedFilesDoNotTrap() async throws {
        let bytes = try await model().bytes
        var numbers = RandomNumbers(seed: 12)
        var refused = 0
        for round in 0..<4000 {
            var forged = bytes
            for _ in 0...numbers.below(3) {
                // Half of the damage in the header, where counts are.
                let place = 16 + numbers.below(round % 2 == 0 ? 60 : bytes.count - 16)
                forged[place] = numbers.chance(0.5) ? UInt8(numbers.below(256)) : 0xFF
            }
            forge(&forged)
            do {
                let model = try TextClassifier(bytes: forged)
                _ = await model.evaluate(TextCorpus([("bakes bread", "x"), ("", "y")]))
            } catch {
                refused += 1
            }
        }
        #expect(refused > 1000)
    }

    @Test func messagesSayWhatToDo() {
        #expect("\(ModelFormatError(cause: .wrongChecksum))".contains("copy or train it again"))
        #expect("\(ModelFormatError(cause: .unknownVersion(2)))".contains("version 2"))
        #expect(throws: ModelFormatError(cause: .notAModel)) { try TextClassifier(bytes: Array("text,label".utf8)) }
    }

    @Test func aLaterVersionIsNamed() async throws {
        var bytes = try await model().bytes
        bytes[8] = 2
        #expect(throws: ModelFormatError(cause: .unknownVersion(2))) { try TextClassifier(bytes: bytes) }
    }

    private func forge(_ bytes: inout [UInt8]) {
        let checksum = CRC32.checksum(bytes[16...])
        for offset in 0..<4 { bytes[12 + offset] = UInt8(truncatingIfNeeded: checksum >> UInt32(8 * offset)) }
    }
}
