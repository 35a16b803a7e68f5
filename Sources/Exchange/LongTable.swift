/// The columns of a long table of answers: one row for each respondent and item.
enum LongTable {
    enum Column: String, CaseIterable {
        case respondent, role, item, answer, evidence, comment, state, reason, evidenceKind, evidenceDate,
            evidenceOwner, completed, language, questionnaire, version, wave, project
    }

    /// What stands before the id of a dimension where one does not apply as a whole; no id of an item contains it.
    static let dimensionPrefix = "dimension:"
}
