/// A questionnaire: what is asked, how answers become numbers, and what follows from them.
///
/// The definition is data. Whatever a method says about weights, thresholds, bands, caps and recommendations stands
/// in its JSON; this type holds it after it was read and checked (see `questionnaires/README.md`).
public struct Questionnaire: Sendable {
    public let id: String
    public let version: String
    /// The language of the texts, as a BCP 47 tag.
    public let language: String
    public let title: String
    public let description: String
    public let subject: Subject
    public let sources: [Source]
    /// Other subjects whose results it reads.
    public let subjects: [OtherSubject]
    public let dimensions: [Dimension]
    public let tags: [Tag]
    public let roles: [Role]
    /// What options can stand for beside their value.
    public let channels: [Channel]
    public let scales: [AnswerScale]
    /// The items in the order in which they are asked.
    public let items: [Item]
    public let pool: Pool
    /// Shares of answered weight that make a result firm or provisional; nothing where the method has none.
    public let coverage: CoverageThresholds?
    /// A dimension is flagged when more than this share of its weight is not applicable.
    public let notApplicableFlag: Double?
    public let contradiction: ContradictionRule?
    /// When a metric may be compared over time; nothing where the method does not say.
    public let comparison: ComparisonRule?
    /// How sure results are said to be; nothing where the method does not say.
    public let stability: StabilityRule?
    public let bandSets: [BandSet]
    public let metricGroups: [MetricGroup]
    public let recommendationPolicy: RecommendationPolicy?
    public let recommendations: [Recommendation]
    public let presentation: Presentation?
    /// The files that say how the readiness of a project is judged beyond its scores, relative to the definition.
    public let readiness: [String]

    private let itemIndex: [String: Int]
    /// See ``itemsByDependence``.
    let conditionalOrder: [Int]

    init(_ parts: Parts) {
        id = parts.id
        version = parts.version
        language = parts.language
        title = parts.title
        description = parts.description
        subject = parts.subject
        sources = parts.sources
        subjects = parts.subjects
        dimensions = parts.dimensions
        tags = parts.tags
        roles = parts.roles
        channels = parts.channels
        scales = parts.scales
        items = parts.items
        pool = parts.pool
        coverage = parts.coverage
        notApplicableFlag = parts.notApplicableFlag
        contradiction = parts.contradiction
        comparison = parts.comparison
        stability = parts.stability
        bandSets = parts.bandSets
        metricGroups = parts.metricGroups
        recommendationPolicy = parts.recommendationPolicy
        recommendations = parts.recommendations
        presentation = parts.presentation
        readiness = parts.readiness
        itemIndex = Dictionary(parts.items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        conditionalOrder = Questionnaire.conditionalOrder(of: parts.items, index: itemIndex)
    }

    /// What is assessed.
    public enum Subject: String, Sendable, CaseIterable {
        case organisation
        case project
    }

    /// The place of an item in ``items``.
    public func index(ofItem id: String) -> Int? { itemIndex[id] }

    public func item(_ id: String) -> Item? { itemIndex[id].map { items[$0] } }

    public func role(_ id: String) -> Role? { roles.first { $0.id == id } }

    public func tag(_ id: String) -> Tag? { tags.first { $0.id == id } }

    public func bandSet(_ id: String) -> BandSet? { bandSets.first { $0.id == id } }

    /// The dimension anywhere in the forest.
    public func dimension(_ id: String) -> Dimension? {
        for root in dimensions {
            if let found = root.descendant(id) { return found }
        }
        return nil
    }

    /// What a definition consists of, while it is put together.
    struct Parts {
        var id = ""
        var version = ""
        var language = ""
        var title = ""
        var description = ""
        var subject = Subject.organisation
        var sources: [Source] = []
        var subjects: [OtherSubject] = []
        var dimensions: [Dimension] = []
        var tags: [Tag] = []
        var roles: [Role] = []
        var channels: [Channel] = []
        var scales: [AnswerScale] = []
        var items: [Item] = []
        var pool = Pool()
        var coverage: CoverageThresholds?
        var notApplicableFlag: Double?
        var contradiction: ContradictionRule?
        var comparison: ComparisonRule?
        var stability: StabilityRule?
        var bandSets: [BandSet] = []
        var metricGroups: [MetricGroup] = []
        var recommendationPolicy: RecommendationPolicy?
        var recommendations: [Recommendation] = []
        var presentation: Presentation?
        var readiness: [String] = []
    }
}
