import Questionnaires
import Responses

/// Under which names and codes a survey platform keeps the answers to a questionnaire.
///
/// It follows from the questionnaire alone, so that the form that went out and the answers that come back agree.
struct FieldLayout {
    let respondent: String
    let role: String
    /// Hidden fields that say what is answered.
    let questionnaire: String
    let version: String
    /// The wave or the project.
    let place: String
    /// The codes of the roles and of the kinds of evidence, in their order.
    let roles: [String]
    let evidenceKinds: [String]
    /// One for each item, in the order of the questionnaire.
    let items: [ItemFields]
    /// Gives further names, of what has no answer.
    private(set) var names: FieldNames

    struct ItemFields {
        let item: Item
        let main: String
        /// Where an item is not answered by a choice: that it is not known or does not apply.
        let state: String
        let reason: String
        let evidence: String
        let evidenceKind: String
        let evidenceDate: String
        let evidenceOwner: String
        let comment: String
        /// The codes of the options.
        let options: [String]
        let dontKnow: String
        let notApplicable: String
        /// That none of several options is chosen, which is an answer.
        let nothing: String

        /// Whether the answer itself is a choice among options.
        var isChoice: Bool { item.answering.isChoice }
        var isMultiple: Bool { item.answering.isMultiple }
    }

    init(_ questionnaire: Questionnaire, style: FieldNames.Style) {
        var names = FieldNames(style)
        // The items first, so that theirs look most like their ids.
        let mains = questionnaire.items.map { names.name($0.id) }
        func part(_ main: String, _ word: String, _ letter: String) -> String {
            names.name(style == .xlsForm ? "\(main)_\(word)" : main + letter)
        }
        items = zip(questionnaire.items, mains).map { item, main in
            let codes = FieldLayout.codes(of: item, style: style)
            return ItemFields(
                item: item, main: main, state: part(main, "state", "s"), reason: part(main, "reason", "r"),
                evidence: part(main, "evidence", "e"), evidenceKind: part(main, "evidence_kind", "k"),
                evidenceDate: part(main, "evidence_date", "d"), evidenceOwner: part(main, "evidence_owner", "o"),
                comment: part(main, "comment", "c"), options: codes.options, dontKnow: codes.dontKnow,
                notApplicable: codes.notApplicable, nothing: codes.nothing)
        }
        respondent = names.name("respondent")
        role = names.name("role")
        self.questionnaire = names.name(style == .xlsForm ? "waymark_questionnaire" : "wmquestionnaire")
        version = names.name(style == .xlsForm ? "waymark_version" : "wmversion")
        place = names.name(
            (style == .xlsForm ? "waymark_" : "wm") + (questionnaire.subject == .project ? "project" : "wave"))
        self.names = names
        roles = FieldLayout.codes(questionnaire.roles.map(\.id), style: style)
        evidenceKinds = FieldLayout.codes(Evidence.Kind.allCases.map(\.rawValue), style: style)
    }

    /// What ids are called as choices: a code of LimeSurvey has at most five letters and digits.
    private static func codes(_ ids: [String], style: FieldNames.Style) -> [String] {
        func fits(_ id: String) -> Bool { id.utf8.count <= 5 && id.utf8.allSatisfy { !"-_.".utf8.contains($0) } }
        let areDistinct = Set(ids.map { $0.lowercased() }).count == ids.count
        return style == .xlsForm || areDistinct && ids.allSatisfy(fits) ? ids : ids.indices.map { "A\($0 + 1)" }
    }

    private static func codes(
        of item: Item, style: FieldNames.Style
    ) -> (options: [String], dontKnow: String, notApplicable: String, nothing: String) {
        let options = codes(item.scale.options.map(\.id), style: style)
        var taken = Set(options.map { $0.lowercased() })
        func free(_ code: String) -> String {
            var result = code
            var number = 2
            while !taken.insert(result).inserted {
                result = "\(code)\(number)"
                number += 1
            }
            return result
        }
        return (options, free("dk"), free("na"), free("none"))
    }
}

extension Answering {
    var isMultiple: Bool {
        if case .multipleChoice = self { return true }
        return false
    }

    /// Whether options are chosen.
    var isChoice: Bool { self == .singleChoice || isMultiple }
}
