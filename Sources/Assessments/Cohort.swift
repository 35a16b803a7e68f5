public import Questionnaires
public import Responses
public import Scoring

/// Everything that an assessment needs of the responses of a wave, taken in one after the other.
///
/// Its size depends on the questionnaire, not on how many people answer, and what it says does not depend on the order of
/// the responses.
public struct Cohort: Sendable {
    public private(set) var tally: ResponseTally
    /// What people wrote, where the workspace allows it to be shown.
    private(set) var remarks: RemarkSelection?
    private var latestDay: String?
    private var latestCode = 0

    /// A cohort of nobody.
    ///
    /// - Parameter sharing: what of that which people wrote may be shown; the rest is not kept.
    public init(_ questionnaire: Questionnaire, sharing: Workspace.Sharing) {
        tally = ResponseTally(questionnaire)
        remarks = sharing.comments ? RemarkSelection(questionnaire) : nil
    }

    public var questionnaire: Questionnaire { tally.questionnaire }

    /// How many people answered.
    public var count: Int { tally.count }

    public mutating func add(_ response: Response) {
        tally.add(response)
        remarks?.add(response)
        if let day = response.completed { latestDay = max(latestDay ?? day, day) }
    }

    /// Takes in a response whose answers are single options, each item being asked of everyone, and of which nothing is
    /// kept that its author wrote.
    public mutating func add(_ response: CodedResponse) {
        tally.add(response)
        latestCode = max(latestCode, response.completed ?? 0)
    }

    /// The last day on which anyone answered, as an ISO 8601 date; nothing where no response names one.
    var lastCompleted: String? {
        // ISO 8601 dates are ordered as texts.
        [latestDay, latestCode > 0 ? Cohort.date(latestCode) : nil].compactMap { $0 }.max()
    }

    private static func date(_ code: Int) -> String {
        func digits(_ number: Int, _ width: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
        }
        return "\(digits(code / 10000, 4))-\(digits(code / 100 % 100, 2))-\(digits(code % 100, 2))"
    }
}
