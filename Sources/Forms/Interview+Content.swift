import Questionnaires
import Responses

/// Why a line is no answer to an item.
struct InterviewRefusal: Error {
    let message: Interview.Message
}

extension Interview {
    /// What is typed for each option of an item: its id where all are short, else a number from 1.
    ///
    /// - Returns: for those that are offered to who answers like this, the place on the scale and the key.
    func keys(_ index: Int) -> [(position: Int, key: String)] {
        let item = questionnaire.items[index]
        let offered = offeredPositions(index)
        let areShort = item.scale.options.allSatisfy { $0.id.count <= 2 && letters.command($0.id) == nil }
        return offered.enumerated().map { number, position in
            (position, areShort ? item.scale.options[position].id : String(number + 1))
        }
    }

    /// What a line says about an item.
    func content(_ text: String, _ index: Int) -> Result<Answer.Content, InterviewRefusal> {
        let item = questionnaire.items[index]
        switch item.answering {
        case .singleChoice:
            guard let found = keys(index).first(where: { $0.key.lowercased() == text.lowercased() }) else {
                return .refused(.noSuchOption, ["typed": String(text.prefix(20)), "keys": keyList(index)])
            }
            return .success(.option(position: found.position))
        case .multipleChoice: return chosen(text, index)
        case .number(let line): return number(text, line)
        case .text: return .success(.text(text))
        }
    }

    /// Several keys, with commas or spaces between them; a hyphen chooses none.
    private func chosen(_ text: String, _ index: Int) -> Result<Answer.Content, InterviewRefusal> {
        let item = questionnaire.items[index]
        guard text != "-" else { return .success(.options(positions: [])) }
        var positions: Set<Int> = []
        for typed in text.split(whereSeparator: { $0 == "," || $0 == ";" || $0.isWhitespace }) {
            guard let found = keys(index).first(where: { $0.key.lowercased() == typed.lowercased() }) else {
                return .refused(.noSuchOption, ["typed": String(typed.prefix(20)), "keys": keyList(index)])
            }
            positions.insert(found.position)
        }
        if positions.count > 1, let alone = positions.sorted().first(where: { item.scale.options[$0].isExclusive }) {
            return .refused(.onlyAlone, ["option": item.scale.options[alone].label])
        }
        return .success(.options(positions: positions.sorted()))
    }

    /// A number as people write it, with a comma or a full stop before its decimals.
    private func number(_ text: String, _ line: NumberLine) -> Result<Answer.Content, InterviewRefusal> {
        let plain = text.filter { !$0.isWhitespace }.map { $0 == "," ? "." : String($0) }.joined()
        guard let number = Double(plain), number.isFinite, plain.allSatisfy({ $0.isNumber || ".-+".contains($0) })
        else { return .refused(.noNumber, ["typed": String(text.prefix(20))]) }
        if let lowest = line.lowest, number < lowest { return .refused(.tooLow, ["limit": plainText(lowest)]) }
        if let highest = line.highest, number > highest { return .refused(.tooHigh, ["limit": plainText(highest)]) }
        return .success(.number(number))
    }

    func plainText(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }

    private func keyList(_ index: Int) -> String { keys(index).map(\.key).joined(separator: ", ") }

    /// The options that are offered to who answers like this.
    private func offeredPositions(_ index: Int) -> [Int] {
        let item = questionnaire.items[index]
        guard item.scale.options.contains(where: { $0.visibility != nil }) else {
            return Array(item.scale.options.indices)
        }
        // An option is offered where choosing it would count.
        return item.scale.options.indices.filter { position in
            var answers = response.answers
            if case .multipleChoice = item.answering {
                answers[item.id] = Answer(.options(positions: [position]))
            } else {
                answers[item.id] = Answer(.option(position: position))
            }
            return response.with(answers: answers).cells(in: questionnaire)[index].content != .unanswered
        }
    }
}

extension Result where Success == Answer.Content, Failure == InterviewRefusal {
    fileprivate static func refused(_ kind: Interview.Message.Kind, _ parameters: [String: String]) -> Self {
        .failure(InterviewRefusal(message: Interview.Message(kind: kind, parameters: parameters)))
    }
}
