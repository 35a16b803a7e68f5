import Mustache
import Projects
import Questionnaires
import Scoring

/// What templates see of a portfolio.
struct PortfolioModel {
    let portfolio: Portfolio
    let organisation: String
    let provenance: Provenance
    let setting: PageSetting
    /// The titles of the projects by their ids.
    let titles: [String: String]

    /// Up to how many projects the table of all of them stands on the first page.
    static let shortTable = 12
    /// How many of each list the first page names.
    static let shownFirst = 3
    /// How many pairs are listed; the others stand in the JSON report.
    static let shownPairs = 100

    init(_ report: PortfolioReport, setting: PageSetting) {
        self.init(
            report.portfolio, organisation: report.organisation, provenance: report.provenance, setting: setting)
    }

    init(_ portfolio: Portfolio, organisation: String, provenance: Provenance, setting: PageSetting) {
        self.portfolio = portfolio
        self.organisation = organisation
        self.provenance = provenance
        self.setting = setting
        titles = Dictionary(
            portfolio.projects.map { ($0.record.id, $0.record.title) }, uniquingKeysWith: { first, _ in first })
    }

    var words: Words { setting.words }
    var numbers: NumberText { setting.numbers }
    var asOf: String? { portfolio.projects.first?.asOf }
    var plan: ReadinessPlan? { portfolio.projects.first?.plan }
    var questionnaire: Questionnaire? { portfolio.projects.first?.scores.questionnaire }
    var isShort: Bool { portfolio.projects.count <= PortfolioModel.shortTable }

    func values() -> MustacheValue {
        var values = setting.frame(title: title, sections: sections())
        values["headline"] = .text(headline)
        values["lead"] = setting.sentence(lead)
        values["certainty"] = setting.sentences(certainty)
        values["isEmpty"] = .flag(portfolio.projects.isEmpty)
        values["isShort"] = .flag(isShort)
        values["stages"] = .list((plan?.stages ?? []).map { ["title": setting.alone($0.title)] })
        values["rows"] = .list(portfolio.projects.map(row))
        values["counts"] = .list(counts())
        values["countColumns"] = .list((plan?.status.outcomes ?? []).map { .text($0.title) })
        values["legend"] = .list((plan?.status.outcomes ?? []).map { StageStatusValue($0).value })
        values["projects"] = .list(portfolio.projects.map(paragraph))
        values["method"] = .object(method())
        values["provenance"] = setting.provenance(provenance, questionnaire: questionnaire)
        values["asOf"] = .text(asOfSentence)
        return .object(values.merging(lists()) { $1 })
    }

    var title: String { words("portfolio.title", ["organisation": setting.name(organisation)]) }

    var asOfSentence: String {
        asOf.map { words("portfolio.asOf", ["date": $0]) } ?? words("portfolio.noDate")
    }

    private func sections() -> [(id: String, title: String)] {
        let all: [(id: String, key: String, isShown: Bool)] = [
            ("front", "portfolio.front", true), ("all", "portfolio.all", !isShort),
            ("blockers", "portfolio.blockers", true), ("stuck", "portfolio.stuck", true),
            ("duplicates", "portfolio.duplicates", true), ("projects", "portfolio.projects", true),
            ("method", "method.heading", true), ("provenance", "provenance.heading", true),
        ]
        return all.filter(\.isShown).map { ($0.id, words($0.key)) }
    }

    /// How many projects there are and what became of them.
    var headline: String {
        let projects = portfolio.projects
        guard !projects.isEmpty else { return words("portfolio.none") }
        let states: [ProjectRecord.Outcome.State?] = [.live, nil, .shelved, .stopped, .merged]
        let parts = states.compactMap { state -> String? in
            let count = projects.filter { $0.record.outcome?.state == state }.count
            guard count > 0 else { return nil }
            return words(
                "portfolio.counted", ["count": words.count(count), "what": words(PageSetting.outcomeKey(state))])
        }
        return words.plural("portfolio.headline", projects.count, ["parts": words.list(parts)])
    }

    /// What holds back most, and how many pairs look alike.
    var lead: String {
        portfolio.projects.isEmpty
            ? "" : words("portfolio.lead", ["blockers": blockerSentence, "pairs": pairSentence])
    }

    var blockerSentence: String {
        guard portfolio.projects.contains(where: { $0.organisation != nil }) else {
            return words("portfolio.noOrganisation")
        }
        guard let worst = portfolio.blockers.first, !worst.stopped.isEmpty else {
            return words("portfolio.nothingStops")
        }
        return words.plural(
            "portfolio.stops", worst.stopped.count,
            ["blocker": setting.name(worst.item?.label ?? worst.blocker), "id": worst.blocker])
    }

    private var pairSentence: String {
        portfolio.duplicates.isEmpty
            ? words("portfolio.noPairs") : words.plural("portfolio.pairs", portfolio.duplicates.count)
    }

    /// What the reader must know before believing the page.
    private var certainty: [String] {
        var texts = [asOfSentence]
        if let organisation = portfolio.projects.compactMap(\.organisation).first {
            texts.append(
                words(
                    "portfolio.organisationWave",
                    ["organisation": setting.name(organisation.name), "wave": setting.name(organisation.wave)]))
        }
        let silent = portfolio.projects.filter { !$0.hasAnswers }
        if !silent.isEmpty {
            let names = silent.map { setting.name($0.record.title) }
            texts.append(
                words.plural("portfolio.silent", silent.count, ["projects": setting.firstFew(names, most: 5)]))
        }
        return texts
    }
}
