import Questionnaires
import Responses
import SeededRandomness

/// Random responses that use all that a response can hold, with texts that tables find hard.
struct RandomResponses {
    var sections = true
    /// Whether evidence may lack words, and texts may be empty: not every format can say that.
    var isThorough = true
    var place = (wave: Optional("2026"), project: String?.none)

    static let texts = [
        "plain", "=1+1", "-2", "+3", "@SUM(A1)", "'quoted'", "'=x", "''=x", "a;=b", "a,'-b", "semi;colon", "com,ma",
        "quo\"te", "\"", "line\nbreak", "- a\n- b", "cr\r\nlf", "tab\tbed", "\tstart", " blank ", "é ü ß 日本 🎉",
        "e\u{301}", "\"=x\"",
        "|pipe", "%percent", "1,5", "0001", "2026-01-01", "null", "；＝x", "a\u{301}=b", "=\u{301}", "<b>&amp;</b>",
        "${x}",
    ]

    func responses(
        _ count: Int, to questionnaire: Questionnaire, using generator: inout SeededGenerator
    ) -> [Response] {
        (0..<count).map { response("r-\(100 + $0)", to: questionnaire, using: &generator) }
    }

    private func response(
        _ id: String, to questionnaire: Questionnaire, using generator: inout SeededGenerator
    ) -> Response {
        let roles = questionnaire.roles.map(\.id)
        var answers: [String: Answer] = [:]
        for item in questionnaire.items {
            guard generator.chance(0.8), let content = content(item, using: &generator) else { continue }
            answers[item.id] = Answer(
                content, evidence: evidence(roles, using: &generator),
                comment: generator.chance(0.3) ? text(using: &generator) : nil)
        }
        var notApplicable: [String: String] = [:]
        if sections, generator.chance(0.2) { notApplicable["talks"] = text(using: &generator) }
        return Response(
            respondent: id, role: roles.randomElement(using: &generator) ?? "respondent", wave: place.wave,
            project: place.project,
            completed: generator.chance(0.7) ? "2026-03-1\(Int.random(in: 0...9, using: &generator))" : nil,
            language: generator.chance(0.5) ? "en" : nil, answers: answers, notApplicable: notApplicable)
    }

    private func text(using generator: inout SeededGenerator) -> String {
        RandomResponses.texts.randomElement(using: &generator) ?? ""
    }

    private func evidence(_ roles: [String], using generator: inout SeededGenerator) -> Evidence? {
        guard generator.chance(0.3) else { return nil }
        let words = !isThorough || generator.chance(0.8) ? text(using: &generator) : nil
        return Evidence(
            words,
            kind: words == nil ? .measured : Evidence.Kind.allCases.randomElement(using: &generator) ?? .asserted,
            date: generator.chance(0.5) ? "2026-02-03" : nil,
            owner: generator.chance(0.5) ? roles.randomElement(using: &generator) : nil)
    }

    private func content(_ item: Item, using generator: inout SeededGenerator) -> Answer.Content? {
        if generator.chance(0.15) { return .dontKnow }
        if item.allowsNotApplicable, generator.chance(0.15) { return .notApplicable(reason: text(using: &generator)) }
        switch item.answering {
        case .singleChoice:
            return item.scale.options.indices.randomElement(using: &generator).map { .option(position: $0) }
        case .multipleChoice:
            let chosen = item.scale.options.indices.filter { _ in generator.chance(0.4) }
            let alone = chosen.first { item.scale.options[$0].isExclusive }
            return .options(positions: alone.map { [$0] } ?? Array(chosen))
        case .number:
            let number = Double.random(in: -10...365, using: &generator)
            return .number(generator.chance(0.5) ? number.rounded() : number)
        case .text: return .text(isThorough && generator.chance(0.1) ? "" : text(using: &generator))
        }
    }
}
