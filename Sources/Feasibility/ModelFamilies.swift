public import JSON

/// Published figures: what known models compute, how much of a machine's rate frameworks reach, and what classes of
/// accelerators can do. All of it stands in a file, each figure with its source.
public struct ModelFamilies: Sendable, Equatable {
    public let families: [Family]
    public let accelerators: [AcceleratorClass]
    /// The share of a processor's highest rate that frameworks reach, by kind of model.
    public let processorUtilisation: [Kind: Utilisation]

    public enum Kind: String, Sendable, CaseIterable {
        /// Convolutions over images.
        case convolution
        /// Convolutions of each channel by itself, which leave most of a processor idle.
        case depthwiseConvolution
        /// Attention over tokens or patches.
        case transformer
        /// A language model that writes word by word; it waits for memory rather than for arithmetic.
        case generation
    }

    public enum ItemUnit: String, Sendable, CaseIterable {
        /// The side of a square image; work grows with its square.
        case pixels
        /// The tokens of a text; work grows with their number.
        case tokens
    }

    /// A known model.
    public struct Family: Sendable, Equatable {
        public let id: String
        public let title: String
        public let kind: Kind
        /// Floating-point operations of one pass over one item; a multiplication with an addition counts as two.
        public let forwardOperations: Double
        /// The size of the item that the operations are for.
        public let itemSize: Double
        public let itemUnit: ItemUnit
        public let parameters: Double
        /// What going back through the model costs, as a multiple of going forward.
        public let backwardFactor: Double
        /// Bytes for each parameter while training, and while predicting.
        public let trainingBytes: ClosedRange<Double>
        public let predictionBytes: ClosedRange<Double>
        /// Megabytes that one item takes while training, beside the parameters.
        public let activationMB: ClosedRange<Double>
        /// How many items are usually trained on at once.
        public let batch: Int
        /// Where the figures are from, by what they are.
        public let sources: [String]
    }

    /// A range of shares, and why.
    public struct Utilisation: Sendable, Equatable {
        public let range: ClosedRange<Double>
        public let source: String
    }

    /// A class of accelerators.
    public struct AcceleratorClass: Sendable, Equatable {
        public let id: String
        public let title: String
        public let examples: [String]
        /// Operations a second in the precision that training uses on it.
        public let operations: ClosedRange<Double>
        /// Bytes a second.
        public let bandwidth: ClosedRange<Double>
        public let memoryMB: ClosedRange<Double>
        public let utilisation: [Kind: Utilisation]
        public let source: String
    }

    public func family(_ id: String) -> Family? { families.first { $0.id == id } }
}

extension ModelFamilies {
    /// The newest version of the format that this program reads.
    public static let formatVersion = 1

    /// Reads the table.
    ///
    /// - Returns: nothing where the file has errors; the findings stand in the reader.
    public static func decode(_ reader: JSONReader) -> ModelFamilies? {
        let keys = ["$schema", "formatVersion", "families", "processorUtilisation", "accelerators"]
        guard let object = reader.object(keys: keys, formatVersion: formatVersion) else { return nil }
        let families = (object.required("families")?.array() ?? []).compactMap(family)
        let processor = object.required("processorUtilisation").map(utilisation) ?? [:]
        let accelerators = (object.required("accelerators")?.array() ?? []).compactMap(accelerator)
        var ids: Set<String> = []
        for (index, id) in (families.map(\.id)).enumerated() where !ids.insert(id).inserted {
            object["families"]?.element(index)?.report("the id \"\(id)\" is given twice", "give each its own")
        }
        guard !reader.findings.hasErrors else { return nil }
        return ModelFamilies(families: families, accelerators: accelerators, processorUtilisation: processor)
    }

    private static func family(_ reader: JSONReader) -> Family? {
        let keys = [
            "id", "title", "kind", "forwardOperations", "itemSize", "itemUnit", "parameters", "backwardFactor",
            "trainingBytesPerParameter", "predictionBytesPerParameter", "activationMB", "batch", "sources",
        ]
        guard let object = reader.object(keys: keys) else { return nil }
        let id = object.required("id")?.hardwareID()
        let title = object.required("title")?.text()
        let kind = object.required("kind")?.choice(Kind.self)
        let operations = object.required("forwardOperations")?.number(in: 1...1e18)
        let size = object.required("itemSize")?.number(in: 1...1e6)
        let unit = object.required("itemUnit")?.choice(ItemUnit.self)
        let parameters = object.required("parameters")?.number(in: 1...1e13)
        let backward = object.required("backwardFactor")?.number(in: 0...10)
        let training = object.required("trainingBytesPerParameter")?.range(in: 0...64)
        let prediction = object.required("predictionBytesPerParameter")?.range(in: 0...64)
        let activation = object.required("activationMB")?.range(in: 0...1e6)
        let batch = object.required("batch")?.integer(in: 1...1_000_000)
        let sources = object.required("sources")?.array()?.compactMap { $0.text() } ?? []
        if sources.isEmpty { object["sources"]?.report("the figures have no source", "name at least one") }
        guard let id, let title, let kind, let operations, let size, let unit, let parameters, let backward,
            let training, let prediction, let activation, let batch
        else { return nil }
        return Family(
            id: id, title: title, kind: kind, forwardOperations: operations, itemSize: size, itemUnit: unit,
            parameters: parameters, backwardFactor: backward, trainingBytes: training, predictionBytes: prediction,
            activationMB: activation, batch: batch, sources: sources)
    }

    private static func utilisation(_ reader: JSONReader) -> [Kind: Utilisation] {
        var result: [Kind: Utilisation] = [:]
        guard let object = reader.object(keys: Kind.allCases.map(\.rawValue)) else { return result }
        for kind in Kind.allCases {
            guard let entry = object.required(kind.rawValue)?.object(keys: ["range", "source"]),
                let range = entry.required("range")?.range(in: 0.0001...1),
                let source = entry.required("source")?.text()
            else { continue }
            result[kind] = Utilisation(range: range, source: source)
        }
        return result
    }

    private static func accelerator(_ reader: JSONReader) -> AcceleratorClass? {
        let keys = ["id", "title", "examples", "operations", "bandwidth", "memoryMB", "utilisation", "source"]
        guard let object = reader.object(keys: keys) else { return nil }
        let id = object.required("id")?.hardwareID()
        let title = object.required("title")?.text()
        let examples = object.required("examples")?.array()?.compactMap { $0.text() } ?? []
        let operations = object.required("operations")?.range(in: 1...1e18)
        let bandwidth = object.required("bandwidth")?.range(in: 1...1e15)
        let memory = object.required("memoryMB")?.range(in: 1...1e8)
        let utilisation = object.required("utilisation").map(utilisation) ?? [:]
        let source = object.required("source")?.text()
        guard let id, let title, let operations, let bandwidth, let memory, let source else { return nil }
        return AcceleratorClass(
            id: id, title: title, examples: examples, operations: operations, bandwidth: bandwidth, memoryMB: memory,
            utilisation: utilisation, source: source)
    }
}
