public import Questionnaires

/// All projects of an organisation side by side.
public struct Portfolio: Sendable {
    /// In the order of their ids.
    public let projects: [ProjectAssessment]
    public let blockers: [BlockedProjects]
    /// Pairs that look like two teams on one problem, the most alike first.
    public let duplicates: [Pair]
    /// Projects that are neither over nor settled, those that have not moved for longest first; without those of which
    /// no day is known.
    public let stuck: [ProjectAssessment]
    private let places: [String: Int]

    public struct Pair: Sendable {
        public let first: String
        public let second: SimilarProject
    }

    public init(_ projects: [ProjectAssessment]) {
        self.projects = projects.sorted { $0.record.id < $1.record.id }
        places = Dictionary(
            self.projects.enumerated().map { ($1.record.id, $0) }, uniquingKeysWith: { first, _ in first })
        blockers = BlockedProjects.ranking(self.projects)
        duplicates = self.projects.flatMap { project in
            project.similar.filter { project.record.id < $0.id }.map { Pair(first: project.record.id, second: $0) }
        }.sorted { ($1.second.similarity, $0.first, $0.second.id) < ($0.second.similarity, $1.first, $1.second.id) }
        stuck = self.projects.filter { $0.next != nil && $0.lastChange != nil }
            .sorted { ($0.lastChange ?? "", $0.record.id) < ($1.lastChange ?? "", $1.record.id) }
    }

    public func project(_ id: String) -> ProjectAssessment? { places[id].map { projects[$0] } }
}

/// The projects that a blocker of the organisation holds back.
public struct BlockedProjects: Sendable {
    public let blocker: String
    public let item: Item?
    public let rating: AnswerScale.Option?
    /// Projects of which it stops a stage that is not settled, by id: also one that lies ahead.
    public let stopped: [String]
    /// Projects on which it only sets conditions that are open, in a stage that has begun or comes next.
    public let conditioned: [String]
    /// Projects that hold evidence against it.
    public let overridden: [String]

    /// The blockers that hold projects back, those that stop most first.
    static func ranking(_ projects: [ProjectAssessment]) -> [BlockedProjects] {
        var order: [String] = []
        var effects: [String: InheritedEffect] = [:]
        var stopped: [String: [String]] = [:]
        var conditioned: [String: [String]] = [:]
        var overridden: [String: [String]] = [:]
        for project in projects where !project.record.isOver {
            let current = project.stages.filter { stage in
                !stage.isSettled && (stage.hasBegun || stage.stage.id == project.next?.stage.id)
            }
            // A stop that lies ahead counts, too: it is the reason to lift it before the project arrives.
            let ahead = project.stages.filter { !$0.isSettled }
            var strongest: [String: Int] = [:]
            for effect in ahead.flatMap(\.inherited) {
                if effects[effect.blocker] == nil { order.append(effect.blocker) }
                effects[effect.blocker] = effect
                if effect.override != nil, effect.effect == .stop || effect.effect == .condition {
                    overridden[effect.blocker, default: []].append(project.record.id)
                }
                if effect.stops { strongest[effect.blocker] = 2 }
            }
            for effect in current.flatMap(\.inherited) where effect.isOpenCondition(on: project.asOf) {
                strongest[effect.blocker] = max(strongest[effect.blocker] ?? 0, 1)
            }
            for (blocker, strength) in strongest {
                if strength == 2 {
                    stopped[blocker, default: []].append(project.record.id)
                } else {
                    conditioned[blocker, default: []].append(project.record.id)
                }
            }
        }
        let found = order.compactMap { blocker -> BlockedProjects? in
            guard let effect = effects[blocker] else { return nil }
            let all = [stopped[blocker], conditioned[blocker], overridden[blocker]].compactMap { $0 }
            guard !all.isEmpty else { return nil }
            return BlockedProjects(
                blocker: blocker, item: effect.item, rating: effect.rating, stopped: stopped[blocker] ?? [],
                conditioned: conditioned[blocker] ?? [], overridden: unique(overridden[blocker] ?? []))
        }
        return found.enumerated().sorted { first, second in
            (second.element.stopped.count, second.element.conditioned.count, first.offset)
                < (first.element.stopped.count, first.element.conditioned.count, second.offset)
        }.map(\.element)
    }

    private static func unique(_ ids: [String]) -> [String] {
        var seen: Set<String> = []
        return ids.filter { seen.insert($0).inserted }
    }
}
