public import Exchange
import Responses

extension Strings {
    /// What a form on a survey platform says beside the questions.
    public func formWords() throws(ReportFailure) -> FormWords {
        let words = Words(self)
        let result = FormWords(
            language: language, languageName: words("exchange.languageName"), dontKnow: words("exchange.dontKnow"),
            notApplicable: words("exchange.notApplicable"), nothing: words("exchange.nothing"),
            state: words("exchange.state"), reason: words("exchange.reason"), evidence: words("exchange.evidence"),
            evidenceKind: words("exchange.evidenceKind"),
            evidenceKinds: Dictionary(
                uniqueKeysWithValues: Evidence.Kind.allCases.map { ($0, words("evidenceKind.\($0.rawValue)")) }),
            evidenceDate: words("exchange.evidenceDate"), evidenceOwner: words("exchange.evidenceOwner"),
            comment: words("exchange.comment"), respondent: words("exchange.respondent"),
            respondentHint: words("exchange.respondentHint"),
            respondentConstraint: words("exchange.respondentConstraint"),
            exclusiveConstraint: words("exchange.exclusiveConstraint"), role: words("exchange.role"))
        guard words.problems.isEmpty else { throw ReportFailure(words.problems) }
        return result
    }

    /// What the code lists beside SDMX data say.
    public func sdmxWords() throws(ReportFailure) -> SDMXWords {
        let words = Words(self)
        func texts<Key: CaseIterable & Hashable>(_ text: (Key) -> String) -> [Key: String] {
            Dictionary(Key.allCases.map { ($0, text($0)) }, uniquingKeysWith: { first, _ in first })
        }
        let result = SDMXWords(
            columns: texts { words("sdmxColumn.\($0)") }, statuses: texts { words("sdmxStatus.\($0)") },
            sides: texts { words("sdmxSide.\($0)") }, total: words("exchange.total"),
            itemValue: words("exchange.itemValue"))
        guard words.problems.isEmpty else { throw ReportFailure(words.problems) }
        return result
    }

    /// The dataflow that SDMX data belong to, where nobody names another.
    public func sdmxStructure() throws(ReportFailure) -> String {
        let words = Words(self)
        let result = words("exchange.dataflow")
        guard words.problems.isEmpty else { throw ReportFailure(words.problems) }
        return result
    }
}
