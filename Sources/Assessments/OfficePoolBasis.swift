import Statistics

/// On which offices, waves and answers a pool rests, by digests, so that later pools can be held apart from it.
///
/// A pool that differs from another by a few offices shows those by subtraction. An office is in both pools alike where
/// it and its wave are the same; where all are, the answers have to be the same as well.
public struct OfficePoolBasis: Sendable, Equatable {
    public struct Office: Sendable, Hashable {
        /// The digest of its name, and that of its name and wave.
        public let name: String
        public let wave: String

        public init(name: String, wave: String) {
            self.name = name
            self.wave = wave
        }
    }

    public let offices: [Office]
    /// One digest over the answers of all offices: of a single one it would confirm guesses.
    public let answers: String
    /// The digests of the names of those that lack a figure, by the figure's id; the ids are those of all figures.
    public let lacking: [String: Set<String>]

    public init(offices: [Office], answers: String, lacking: [String: Set<String>]) {
        self.offices = offices
        self.answers = answers
        self.lacking = lacking
    }

    /// Why two pools must not both be shown.
    public enum Conflict: Sendable, Equatable {
        /// So few offices are in one of them only, or with another wave.
        case fewOffices(Int)
        /// The same for the offices that have one figure.
        case fewWithFigure(String, Int)
        /// The same offices and waves, but other answers.
        case otherAnswers
    }

    /// - Parameter fewest: by how many offices pools have to differ.
    public func conflict(with earlier: OfficePoolBasis, fewest: Int) -> Conflict? {
        let all = OfficePoolBasis.differing(offices, earlier.offices)
        if all == 0, answers != earlier.answers { return .otherAnswers }
        if all > 0, all < fewest { return .fewOffices(all) }
        for id in lacking.keys.sorted() {
            guard let before = earlier.lacking[id], let now = lacking[id] else { continue }
            let count = OfficePoolBasis.differing(
                offices.filter { !now.contains($0.name) }, earlier.offices.filter { !before.contains($0.name) })
            if count > 0, count < fewest { return .fewWithFigure(id, count) }
        }
        return nil
    }

    /// How many offices are in one of two pools only, or in both with other waves.
    private static func differing(_ left: [Office], _ right: [Office]) -> Int {
        Set(Set(left).symmetricDifference(right).map(\.name)).count
    }
}
