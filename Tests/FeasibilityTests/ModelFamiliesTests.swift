import JSON
import Testing

@testable import Feasibility

@Suite struct ModelFamiliesTests {
    private let families = Shipped.families

    private func family(_ id: String) throws -> ModelFamilies.Family { try #require(families.family(id)) }

    private func task(
        _ family: String, items: Int = 1, size: Double? = nil, epochs: Double = 1, share: Double = 1
    ) -> Workload.ModelTask {
        Workload.ModelTask(
            family: family, items: items, itemSize: size, epochs: epochs, fineTuneShare: share, batch: nil)
    }

    /// A machine that does 10¹² operations a second, all of which frameworks reach.
    private let ideal = ModelEstimate.Hardware(
        operations: 1e12...1e12, bandwidth: 1e11...1e11,
        utilisation: Dictionary(
            uniqueKeysWithValues: ModelFamilies.Kind.allCases.map {
                ($0, ModelFamilies.Utilisation(range: 1...1, source: ""))
            }))

    @Test func theTableIsComplete() {
        #expect(families.families.count >= 12 && families.accelerators.count >= 3)
        #expect(Set(families.families.map(\.kind)) == Set(ModelFamilies.Kind.allCases))
        #expect(Set(families.processorUtilisation.keys) == Set(ModelFamilies.Kind.allCases))
        for accelerator in families.accelerators {
            #expect(
                Set(accelerator.utilisation.keys) == Set(ModelFamilies.Kind.allCases) && !accelerator.source.isEmpty)
        }
        #expect(families.families.allSatisfy { !$0.sources.isEmpty })
    }

    /// Transformers do about two operations for each parameter of their layers and token: 85, 43 and 302 million.
    @Test(arguments: [("bert-base", 85e6), ("distilbert", 42.5e6), ("roberta-large", 302e6), ("minilm-l6", 10.6e6)])
    func operationsAgreeWithParameters(id: String, parameters: Double) throws {
        let family = try family(id)
        let ratio = family.forwardOperations / (2 * parameters * family.itemSize)
        #expect(1...1.08 ~= ratio)
    }

    /// Fine-tuning all of ResNet-50 for ten epochs on 200,000 tiles: 8.18e9 × 3 × 200,000 × 10.
    @Test func workOfTraining() throws {
        let estimate = try #require(
            ModelEstimate(task("resnet50", items: 200_000, epochs: 10), try family("resnet50"), on: ideal))
        #expect(abs(estimate.trainingOperations / 4.908e16 - 1) < 1e-9)
        #expect(abs(estimate.trainingSeconds.middle / 49_080 - 1) < 1e-9)
        #expect(abs(estimate.predictionSeconds.middle / 0.00818 - 1) < 1e-9)
    }

    @Test func workGrowsWithTheSizeOfItems() throws {
        func operations(_ id: String, _ size: Double) throws -> Double {
            try #require(ModelEstimate(task(id, size: size), try family(id), on: ideal)).predictionOperations
        }
        #expect(try operations("resnet50", 448) == 4 * operations("resnet50", 224))
        #expect(try operations("bert-base", 256) == 2 * operations("bert-base", 128))
    }

    @Test func aPartThatIsTrainedIsAllThatIsGoneThroughBackwards() throws {
        func operations(_ share: Double) throws -> Double {
            try #require(ModelEstimate(task("resnet50", share: share), try family("resnet50"), on: ideal))
                .trainingOperations
        }
        #expect(try abs(operations(0.25) / operations(1) - 0.5) < 1e-12)
    }

    /// 256 tokens of 6.74e9 parameters of .55 to 2 bytes at 10¹¹ bytes a second.
    @Test func languageModelsWaitForMemory() throws {
        let estimate = try #require(ModelEstimate(task("llama2-7b"), try family("llama2-7b"), on: ideal))
        #expect(abs(estimate.predictionSeconds.lower - 256 * 6.74e9 * 0.55 / 1e11) < 1e-6)
        #expect(abs(estimate.predictionSeconds.upper - 256 * 6.74e9 * 2 / 1e11) < 1e-6)
    }

    @Test func memoryHoldsParametersAndActivations() throws {
        let estimate = try #require(ModelEstimate(task("resnet50"), try family("resnet50"), on: ideal))
        #expect(abs(estimate.trainingMemoryMB.lower - (25.557032 * 12 + 22 * 32)) < 1e-6)
        #expect(abs(estimate.trainingMemoryMB.upper - (25.557032 * 18 + 135 * 32)) < 1e-6)
        #expect(estimate.predictionMemoryMB.upper < estimate.trainingMemoryMB.lower)
    }

    @Test func rangesWidenTheInterval() throws {
        let hardware = ModelEstimate.Hardware(
            operations: 1e11...4e11, bandwidth: nil, utilisation: families.processorUtilisation)
        let utilisation = try #require(families.processorUtilisation[.convolution]).range
        let estimate = try #require(ModelEstimate(task("resnet50"), try family("resnet50"), on: hardware))
        let ratio = 4 * utilisation.upperBound / utilisation.lowerBound
        #expect(abs(estimate.trainingSeconds.upper / estimate.trainingSeconds.lower / ratio - 1) < 1e-9)
        let unknown = ModelEstimate.Hardware(operations: 1...2, bandwidth: nil, utilisation: [:])
        #expect(ModelEstimate(task("resnet50"), try family("resnet50"), on: unknown) == nil)
    }

    /// What took weeks on a processor ends within a day on a data-centre accelerator, and in no time on none.
    @Test func acceleratorsThatWouldDo() throws {
        let tiles = task("resnet50", items: 200_000, epochs: 10)
        func classes(_ window: Double) throws -> [String] {
            ModelEstimate.sufficientAccelerators(tiles, try family("resnet50"), windowSeconds: window, in: families)
        }
        #expect(try classes(1) == [])
        #expect(try classes(86_400).contains("dataCentreTraining") && !classes(86_400).contains("integrated"))
        #expect(try classes(1e9) == families.accelerators.map(\.id))
        // The model of 7e9 parameters with all of them trained fits into none of the smaller memories.
        let language = try family("llama2-7b")
        let all = ModelEstimate.sufficientAccelerators(
            task("llama2-7b"), language, windowSeconds: 1e12, in: families)
        #expect(!all.contains("workstation"))
    }

    @Test func aFamilyIsGivenOnce() throws {
        let entry = """
            {"id": "a", "title": "A", "kind": "transformer", "forwardOperations": 1, "itemSize": 1, "itemUnit": "tokens",
             "parameters": 1, "backwardFactor": 2, "trainingBytesPerParameter": [18, 12],
             "predictionBytesPerParameter": [2, 4], "activationMB": [1, 2], "batch": 1, "sources": []}
            """
        let root = try reader(
            of: "{\"formatVersion\": 1, \"families\": [\(entry)], \"processorUtilisation\": {}, \"accelerators\": []}")
        #expect(ModelFamilies.decode(root) == nil)
        #expect(
            root.found.prefix(2) == [
                "error: $.families[0].trainingBytesPerParameter: the range ends before it begins; write the lower number first",
                "error: $.families[0].sources: the figures have no source; name at least one",
            ])
        let twice = entry.replacing("[18, 12]", with: "[12, 18]").replacing(
            "\"sources\": []", with: "\"sources\": [\"S\"]")
        let second = try reader(
            of:
                "{\"formatVersion\": 1, \"families\": [\(twice), \(twice)], \"processorUtilisation\": {}, \"accelerators\": []}"
        )
        #expect(ModelFamilies.decode(second) == nil)
        #expect(second.found.last == "error: $.families[1]: the id \"a\" is given twice; give each its own")
    }
}
