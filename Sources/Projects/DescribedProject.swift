/// A project with the terms of its parts.
struct DescribedProject: Sendable {
    let id: String
    let vectors: [TermVector]
    /// Those terms of title and purpose that name a task.
    let tasks: TermVector
    let dataSources: [(name: String, vector: TermVector)]
    /// The first written form of each term.
    let written: [Int: String]

    func vector(_ part: SimilarityPart) -> TermVector { vectors[part.position] }
}

extension SimilarityPart {
    /// Its place among all parts.
    var position: Int {
        switch self {
        case .purpose: 0
        case .data: 1
        case .method: 2
        case .domain: 3
        case .classification: 4
        }
    }
}
