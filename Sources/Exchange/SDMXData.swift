public import Assessments
import JSON
import Questionnaires
import Responses
import Scoring

/// The scores of an assessment as SDMX-CSV 2.0, with code lists that say what every code means.
///
/// It holds what the reports hold: an item with too few answers is withheld here as there.
public struct SDMXData: Sendable {
    private let structure: SDMXReference
    private let assessment: Assessment
    private let period: String
    private let isAfterBreak: Bool
    private let words: SDMXWords
    private var codes: [SDMXColumn: SDMXCodes] = [:]
    private var rows: [[SDMXColumn: CSVWriter.Field]] = []

    /// - Parameters:
    ///   - period: the time that the figures are of, as SDMX writes it.
    ///   - isAfterBreak: whether the wave before answered another version of the questionnaire.
    public init(
        _ assessment: Assessment, structure: SDMXReference, period: String, isAfterBreak: Bool, words: SDMXWords
    ) {
        self.assessment = assessment
        self.structure = structure
        self.period = period
        self.isAfterBreak = isAfterBreak
        self.words = words
        addRows()
    }

    /// The time period of a wave: its id where that is one, else the month in which it ended.
    public static func period(ofWave id: String, end: String?) -> String? {
        func isDigits(_ part: Substring, _ count: Int) -> Bool {
            part.utf8.count == count && part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
        let parts = id.split(separator: "-", omittingEmptySubsequences: false)
        let isYear = parts.first.map { isDigits($0, 4) } ?? false
        if isYear, parts.count == 1 { return id }
        if isYear, parts.count == 2 {
            let second = parts[1]
            if ["Q1", "Q2", "Q3", "Q4", "S1", "S2"].contains(second) { return id }
            if isDigits(second, 2), let month = Int(second), (1...12).contains(month) { return id }
        }
        return end.map { String($0.prefix(7)) }
    }

    // MARK: Files

    /// The observations.
    public func csv() -> String {
        var writer = CSVWriter()
        writer.add((["STRUCTURE", "STRUCTURE_ID", "ACTION"] + SDMXColumn.allCases.map(\.rawValue)).map { .code($0) })
        for row in rows {
            writer.add(
                [.code("dataflow"), .code(structure.text), .code("I")]
                    + SDMXColumn.allCases.map { row[$0] ?? .code("") })
        }
        return writer.text
    }

    /// The columns, and what every code in them means, as JSON.
    public func codeLists() -> String {
        JSONValue.object([
            "formatVersion": 1, "structure": .string(structure.text),
            "questionnaire": .string(assessment.scores.questionnaire.id),
            "questionnaireVersion": .string(assessment.scores.questionnaire.version),
            "columns": .array(
                SDMXColumn.allCases.map { column in
                    var members: [String: JSONValue] = [
                        "id": .string(column.rawValue), "role": .string(column.role),
                        "title": .string(words.columns[column] ?? column.rawValue),
                    ]
                    if let list = codes[column] {
                        members["codes"] = .array(
                            list.entries.map { entry in
                                var code: [String: JSONValue] = [
                                    "id": .string(entry.code), "title": .string(entry.title),
                                ]
                                if let text = entry.description { code["description"] = .string(text) }
                                if entry.source != entry.code { code["standsFor"] = .string(entry.source) }
                                return .object(code)
                            })
                    }
                    return .object(members)
                }),
        ]).canonicalText()
    }

    // MARK: Rows

    private mutating func code(
        _ column: SDMXColumn, _ id: String, title: String, description: String? = nil
    ) -> CSVWriter.Field {
        .code(codes[column, default: SDMXCodes()].code(id, title: title, description: description))
    }

    private static let total = "_T"

    private mutating func add(
        domain: String?, side: SDMXSide, item: Item?, measure: CSVWriter.Field, value: Double?,
        bounds: ClosedRange<Double>?, coverage: Double?, status: SDMXStatus
    ) {
        let questionnaire = assessment.scores.questionnaire
        var row: [SDMXColumn: CSVWriter.Field] = [.period: .code(period), .measure: measure]
        let subject = assessment.subject
        row[.organisation] = code(.organisation, subject, title: subject)
        let dimension = domain.flatMap(questionnaire.dimension)
        row[.domain] = code(
            .domain, domain ?? SDMXData.total, title: dimension?.title ?? words.total,
            description: dimension?.description)
        row[.side] = code(.side, side.rawValue, title: words.sides[side] ?? side.rawValue)
        row[.item] = code(.item, item?.id ?? SDMXData.total, title: item?.label ?? words.total)
        row[.status] = code(.status, status.rawValue, title: words.statuses[status] ?? status.rawValue)
        row[.value] = .number(value)
        row[.low] = .number(bounds?.lowerBound)
        row[.high] = .number(bounds?.upperBound)
        row[.coverage] = .number(coverage)
        rows.append(row)
    }

    private mutating func addRows() {
        let scores = assessment.scores
        for result in scores.metrics {
            // Names of intervals and outcomes are no figures, and values of tags no domains.
            switch result.metric.rule {
            case .band, .verdict: continue
            case .aggregate, .possible, .adjust, .level, .reference: break
            }
            if let member = result.member {
                guard result.id == "\(member).\(result.metric.id)", scores.questionnaire.dimension(member) != nil else {
                    continue
                }
            }
            let measure = code(
                .measure, result.metric.id, title: result.metric.title, description: result.metric.description)
            add(
                domain: result.member, side: side(of: result.metric), item: nil, measure: measure, value: result.value,
                bounds: result.bounds, coverage: result.coverage, status: status(of: result.status))
        }
        for pooled in scores.items where pooled.item.isScored(on: nil) {
            let measure = code(.measure, "itemValue", title: words.itemValue)
            let isHidden = pooled.isHeldBack
            add(
                domain: pooled.item.dimension, side: side(of: pooled.item.direction), item: pooled.item,
                measure: measure, value: isHidden ? nil : scores.value(ofItem: pooled.item.id),
                bounds: isHidden ? nil : scores.bounds(ofItem: pooled.item.id),
                coverage: isHidden ? nil : pooled.coverage, status: status(of: pooled))
        }
    }

    private func side(of metric: Metric) -> SDMXSide {
        let presentation = assessment.scores.questionnaire.presentation
        if metric.id == presentation?.facilitators { return .facilitator }
        return metric.id == presentation?.burden || metric.id == presentation?.cap ? .blocker : .total
    }

    private func side(of direction: Item.Direction) -> SDMXSide {
        switch direction {
        case .facilitator: .facilitator
        case .blocker: .blocker
        case .none: .total
        }
    }

    private func status(of status: MetricResult.Status) -> SDMXStatus {
        switch status {
        case .firm: isAfterBreak ? .seriesBreak : .normal
        case .provisional: .provisional
        case .withheld: .withheld
        case .notApplicable: .notApplicable
        }
    }

    private func status(of pooled: PooledItem) -> SDMXStatus {
        if pooled.isHeldBack { return .withheld }
        switch pooled.missingState {
        case .answered: break
        case .notApplicable, .notShown: return .notApplicable
        case .dontKnow, .unanswered: return .missing
        }
        let firm = assessment.scores.questionnaire.coverage?.firm ?? 0
        if let coverage = pooled.coverage, coverage < firm - 1e-9 { return .provisional }
        return isAfterBreak ? .seriesBreak : .normal
    }
}

/// The codes of one column, in the order in which they are first used.
private struct SDMXCodes {
    struct Entry {
        let code: String
        /// What the code stands for in the questionnaire.
        let source: String
        let title: String
        let description: String?
    }

    private(set) var entries: [Entry] = []
    private var known: [String: String] = [:]
    private var taken: Set<String> = []

    /// The code for an id: letters, digits, underscores and hyphens of it.
    mutating func code(_ id: String, title: String, description: String?) -> String {
        if let code = known[id] { return code }
        let base = String(
            String.UnicodeScalarView(
                id.unicodeScalars.map { scalar in
                    let isPlain =
                        scalar.isASCII
                        && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-")
                    return isPlain ? scalar : "_"
                }))
        var code = base
        var number = 2
        while !taken.insert(code).inserted {
            code = "\(base)_\(number)"
            number += 1
        }
        known[id] = code
        entries.append(Entry(code: code, source: id, title: title, description: description))
        return code
    }
}
