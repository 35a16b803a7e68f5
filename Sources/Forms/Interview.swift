public import Questionnaires
public import Responses

/// A questionnaire asked line by line: one item a screen, and nothing but whole lines typed.
///
/// It is a value: a line goes in, the page and the answers change. What stands on the screen follows from both (see
/// `Interview+Screen.swift`), and whoever runs it keeps the answers after each line.
public struct Interview: Sendable {
    /// What is on the screen.
    public enum Page: Sendable, Hashable {
        case role
        case item(Int)
        /// Why an item does not apply.
        case reason(Int)
        case evidence(Int)
        case comment(Int)
        /// What helps to answer an item.
        case help(Int)
        case review
    }

    /// What comes of a line.
    public enum Outcome: Sendable, Hashable {
        case goesOn
        /// The respondent stops for now.
        case left
        /// The respondent says that all is answered that can be.
        case finished
    }

    /// What is said about the last line.
    public struct Message: Sendable, Hashable {
        public let kind: Kind
        /// What its words name.
        public let parameters: [String: String]
        /// How many things it speaks of, where that shapes its words.
        public let count: Int?

        init(kind: Kind, parameters: [String: String] = [:], count: Int? = nil) {
            (self.kind, self.parameters, self.count) = (kind, parameters, count)
        }

        /// Whether a line was not taken.
        var isRefusal: Bool { ![.begins, .resumed, .kept, .nothingChanged].contains(kind) }

        public enum Kind: String, Sendable, CaseIterable {
            /// How it works, before the first answer.
            case begins
            /// How many answers were given before.
            case resumed
            case chooseRole, chooseOrSkip, appliesToEveryone, answerFirst, nothingChanged, kept, reviewNotUnderstood
            case noSuchOption, onlyAlone, noNumber, tooLow, tooHigh
        }
    }

    public let questionnaire: Questionnaire
    /// What a letter means, in the language of the respondent.
    public let letters: InterviewLetters
    public internal(set) var page: Page
    public internal(set) var message: Message?
    /// The answers so far, with those to items that are no longer asked.
    public internal(set) var response: Response

    /// - Parameter response: the answers given before; the interview goes on at the first item without one.
    public init(_ questionnaire: Questionnaire, response: Response, letters: InterviewLetters) {
        self.questionnaire = questionnaire
        self.response = response
        self.letters = letters
        page = .review
        message = nil
        let knowsRole = questionnaire.roles.isEmpty || questionnaire.roles.contains { $0.id == response.role }
        page = knowsRole ? firstOpenPage : .role
        let count = response.answers.count
        message = count == 0 ? Message(kind: .begins, parameters: [:]) : Message(kind: .resumed, count: count)
    }

    /// The items that are asked of who answers like this, in their order.
    public var shown: [Int] {
        zip(questionnaire.items.indices, response.cells(in: questionnaire))
            .filter { $0.1.content != .notShown }.map(\.0)
    }

    /// Those of them without an answer.
    public var open: [Int] { shown.filter { response.answers[questionnaire.items[$0].id] == nil } }

    /// The answers that are to be kept in the end: those to items that are asked.
    public var finalResponse: Response {
        let asked = Set(shown.map { questionnaire.items[$0].id })
        return response.with(answers: response.answers.filter { asked.contains($0.key) })
    }

    private var firstOpenPage: Page { open.first.map(Page.item) ?? .review }

    // MARK: Lines

    /// Takes a line that was typed.
    public mutating func take(_ line: String) -> Outcome {
        message = nil
        let text = line.trimmed
        switch page {
        case .role: return takeRole(text)
        case .item(let index): return takeAnswer(text, index)
        case .reason(let index):
            if !text.isEmpty {
                set(.notApplicable(reason: text), index)
                page = after(index)
            } else {
                say(.nothingChanged)
                page = .item(index)
            }
        case .evidence(let index):
            note(text, index) { ($0.evidence, $0.comment) = ($1.map { Evidence($0) }, $0.comment) }
        case .comment(let index): note(text, index) { $0.comment = $1 }
        case .help(let index): page = .item(index)
        case .review: return takeReview(text)
        }
        return .goesOn
    }

    private mutating func takeRole(_ text: String) -> Outcome {
        if letters.command(text) == .leave { return .left }
        guard let number = Int(text), questionnaire.roles.indices.contains(number - 1) else {
            say(.chooseRole, ["count": String(questionnaire.roles.count)])
            return .goesOn
        }
        response = response.with(role: questionnaire.roles[number - 1].id)
        page = firstOpenPage
        return .goesOn
    }

    private mutating func takeReview(_ text: String) -> Outcome {
        switch letters.command(text) {
        case .leave: return .left
        case .finish: return .finished
        case .back:
            if let last = shown.last { page = .item(last) }
        default:
            if text.isEmpty, let first = open.first {
                page = .item(first)
            } else if let index = item(named: text) {
                page = .item(index)
            } else {
                say(.reviewNotUnderstood)
            }
        }
        return .goesOn
    }

    /// An item by what people type: its id, in any case.
    private func item(named text: String) -> Int? {
        shown.first { questionnaire.items[$0].id.lowercased() == text.lowercased() }
    }

    private mutating func takeAnswer(_ text: String, _ index: Int) -> Outcome {
        let item = questionnaire.items[index]
        let isAnswered = response.answers[item.id] != nil
        if let command = command(text, item) {
            switch command {
            case .leave: return .left
            case .back: page = before(index)
            case .skip: page = after(index)
            case .review, .finish: page = .review
            case .help: page = .help(index)
            case .doNotKnow:
                set(.dontKnow, index)
                page = after(index)
            case .notApplicable:
                if item.allowsNotApplicable { page = .reason(index) } else { say(.appliesToEveryone) }
            case .evidence:
                if isAnswered { page = .evidence(index) } else { say(.answerFirst) }
            case .comment:
                if isAnswered { page = .comment(index) } else { say(.answerFirst) }
            case .clear:
                response = response.with(answers: response.answers.filter { $0.key != item.id })
            }
            return .goesOn
        }
        if text.isEmpty {
            if isAnswered { page = after(index) } else { say(.chooseOrSkip, ["skip": letters.skip]) }
            return .goesOn
        }
        switch content(text, index) {
        case .success(let content):
            set(content, index)
            page = after(index)
        case .failure(let refusal): message = refusal.message
        }
        return .goesOn
    }

    /// A letter is a command except where words are asked for: there it needs a stroke before it, as in `/b`.
    private func command(_ text: String, _ item: Item) -> InterviewLetters.Command? {
        if text.first == "/" { return letters.command(String(text.dropFirst())) }
        if item.answering == .text { return nil }
        return letters.command(text)
    }

    private mutating func set(_ content: Answer.Content, _ index: Int) {
        let id = questionnaire.items[index].id
        let former = response.answers[id]
        var answers = response.answers
        answers[id] = Answer(content, evidence: former?.evidence, comment: former?.comment)
        response = response.with(answers: answers)
    }

    /// Sets what stands beside an answer; an empty line leaves it, a hyphen removes it.
    private mutating func note(
        _ text: String, _ index: Int, _ change: (inout (evidence: Evidence?, comment: String?), String?) -> Void
    ) {
        page = .item(index)
        let id = questionnaire.items[index].id
        guard let former = response.answers[id], !text.isEmpty else { return say(.nothingChanged) }
        var notes = (evidence: former.evidence, comment: former.comment)
        change(&notes, text == "-" ? nil : text)
        var answers = response.answers
        answers[id] = Answer(former.content, evidence: notes.evidence, comment: notes.comment)
        response = response.with(answers: answers)
        say(.kept)
    }

    private mutating func say(_ kind: Message.Kind, _ parameters: [String: String] = [:]) {
        message = Message(kind: kind, parameters: parameters)
    }

    // MARK: The order of items

    private func after(_ index: Int) -> Page { shown.first { $0 > index }.map(Page.item) ?? .review }

    private func before(_ index: Int) -> Page { shown.last { $0 < index }.map(Page.item) ?? .item(index) }
}

extension String {
    /// Without white space at either end.
    var trimmed: String {
        let start = drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}

extension Response {
    /// The same response with something else in it.
    ///
    /// - Parameter completed: the day on which it was completed, as an ISO 8601 date.
    public func with(
        role: String? = nil, answers: [String: Answer]? = nil, completed: String? = nil, language: String? = nil
    ) -> Response {
        Response(
            respondent: respondent, role: role ?? self.role, wave: wave, project: project,
            completed: completed ?? self.completed, language: language ?? self.language,
            answers: answers ?? self.answers, notApplicable: notApplicable, file: file)
    }
}
