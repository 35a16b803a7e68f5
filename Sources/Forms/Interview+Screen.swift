import Questionnaires
import Responses

extension Interview {
    /// What stands on the screen, without the line that is typed into.
    ///
    /// - Parameters:
    ///   - width: the columns of the terminal.
    ///   - height: its lines; where a page is longer, empty lines are left out.
    public func screen(_ words: InterviewWords, width: Int, height: Int) -> [String] {
        let width = min(width, 100)
        var lines =
            switch page {
            case .role: rolePage(words, width)
            case .item(let index): itemPage(index, words, width)
            case .reason(let index): notePage(index, words("interview.reason.prompt"), words, width)
            case .evidence(let index): evidencePage(index, words, width)
            case .comment(let index):
                notePage(
                    index, words("interview.comment.prompt"),
                    given: response.answers[id(index)]?.comment.map { words("interview.comment.given", ["text": $0]) },
                    words, width)
            case .help(let index): helpPage(index, words, width)
            case .review: reviewPage(words, width, height)
            }
        if let message {
            lines += [""] + TextWrapping.lines(words(message), width: width, first: message.isRefusal ? "! " : "")
        }
        return lines.count >= height ? lines.filter { !$0.isEmpty } : lines
    }

    private func id(_ index: Int) -> String { questionnaire.items[index].id }

    // MARK: Pages

    private func rolePage(_ words: InterviewWords, _ width: Int) -> [String] {
        var lines = TextWrapping.lines(words("interview.role.heading"), width: width) + [""]
        for (number, role) in questionnaire.roles.enumerated() {
            let text = role.description.map { "\(role.title)\(words("punctuation.colon")) \($0)" } ?? role.title
            lines += TextWrapping.lines(text, width: width, first: key(String(number + 1), isChosen: false))
        }
        return lines + ["", words("interview.role.prompt", ["leave": letters[.leave]])]
    }

    private func itemPage(_ index: Int, _ words: InterviewWords, _ width: Int) -> [String] {
        let item = questionnaire.items[index]
        let answer = response.answers[item.id]
        var lines = [head(index, words)]
        lines += TextWrapping.lines(item.prompt, width: width, first: "\(item.id)  ") + [""]
        for (position, key) in keys(index) {
            let option = item.scale.options[position]
            let anchor = item.anchors.indices.contains(position) ? item.anchors[position] : ""
            let text = anchor.isEmpty ? option.label : anchor
            lines += TextWrapping.lines(
                text, width: width, first: self.key(key, isChosen: answer?.content.includes(position) ?? false))
        }
        lines += answerLines(index, words, width)
        lines.append("")
        lines += TextWrapping.lines(choices(item, words), width: width)
        lines += TextWrapping.lines(moves(isAnswered: answer != nil, words), width: width)
        return lines
    }

    /// What was answered, where no marked option shows it, and what stands beside it.
    private func answerLines(_ index: Int, _ words: InterviewWords, _ width: Int) -> [String] {
        let item = questionnaire.items[index]
        var lines: [String] = []
        if case .number(let line) = item.answering { lines.append(rangeText(line, words)) }
        guard let answer = response.answers[item.id] else { return lines.filter { !$0.isEmpty } }
        switch answer.content {
        case .option, .options: break
        case .number(let number): lines.append(words("interview.answered", ["answer": plainText(number)]))
        case .text(let text): lines.append(words("interview.answered", ["answer": text]))
        case .dontKnow: lines.append(words("interview.answered", ["answer": words("interview.dontKnow")]))
        case .notApplicable(let reason): lines.append(words("interview.notApplicable", ["reason": reason]))
        }
        if let evidence = answer.evidence?.text { lines.append(words("interview.evidence.given", ["text": evidence])) }
        if let comment = answer.comment { lines.append(words("interview.comment.given", ["text": comment])) }
        return lines.filter { !$0.isEmpty }.flatMap { TextWrapping.lines($0, width: width, first: "  ") }
    }

    private func rangeText(_ line: NumberLine, _ words: InterviewWords) -> String {
        let unit = line.unit ?? ""
        switch (line.lowest, line.highest) {
        case (let low?, let high?):
            return words(
                "interview.range.both", ["low": plainText(low), "high": plainText(high), "unit": unit])
        case (let low?, nil): return words("interview.range.low", ["low": plainText(low), "unit": unit])
        case (nil, let high?): return words("interview.range.high", ["high": plainText(high), "unit": unit])
        case (nil, nil): return unit.isEmpty ? "" : words("interview.range.unit", ["unit": unit])
        }
    }

    private func evidencePage(_ index: Int, _ words: InterviewWords, _ width: Int) -> [String] {
        let given = response.answers[id(index)]?.evidence?.text
        return notePage(
            index, words("interview.evidence.prompt"), wanted: questionnaire.items[index].evidence,
            given: given.map { words("interview.evidence.given", ["text": $0]) }, words, width)
    }

    /// A page that asks for words about an item.
    private func notePage(
        _ index: Int, _ prompt: String, wanted: String? = nil, given: String? = nil, _ words: InterviewWords,
        _ width: Int
    ) -> [String] {
        let item = questionnaire.items[index]
        var lines = [head(index, words)] + TextWrapping.lines(item.prompt, width: width, first: "\(item.id)  ") + [""]
        if let wanted { lines += TextWrapping.lines(wanted, width: width) + [""] }
        if let given { lines += TextWrapping.lines(given, width: width) }
        return lines + TextWrapping.lines(prompt, width: width)
    }

    private func helpPage(_ index: Int, _ words: InterviewWords, _ width: Int) -> [String] {
        let item = questionnaire.items[index]
        var lines = [head(index, words)] + TextWrapping.lines(item.prompt, width: width, first: "\(item.id)  ")
        let parts = [
            (words("interview.help.how"), item.help), (words("interview.help.why"), item.why),
            (words("interview.help.evidence"), item.evidence),
        ]
        for case (let title, let text?) in parts {
            lines += ["", title] + TextWrapping.lines(text, width: width, first: "  ")
        }
        return lines + ["", words("interview.help.prompt")]
    }

    private func reviewPage(_ words: InterviewWords, _ width: Int, _ height: Int) -> [String] {
        let shown = shown
        let open = open
        let unknown = shown.filter { response.answers[id($0)]?.content == .dontKnow }.count
        var lines = [words("interview.review.heading"), ""]
        let counts = [
            words.counted("interview.review.answered", shown.count - open.count),
            words.counted("interview.review.open", open.count), words.counted("interview.review.unknown", unknown),
        ]
        lines += TextWrapping.lines(counts.joined(separator: " "), width: width)
        // Room for the end of the page, a message and the line that is typed into.
        let room = max(3, height - lines.count - 9)
        if !open.isEmpty { lines.append("") }
        for index in open.prefix(room) {
            let item = questionnaire.items[index]
            lines += [TextWrapping.lines(item.label, width: width, first: "  \(item.id)  ")[0]]
        }
        if open.count > room { lines.append("  " + words.counted("interview.review.more", open.count - room)) }
        lines.append("")
        let key = open.isEmpty ? "interview.review.promptComplete" : "interview.review.prompt"
        return lines
            + TextWrapping.lines(
                words(
                    key, ["finish": letters[.finish], "leave": letters[.leave], "back": letters[.back]]),
                width: width)
    }

    // MARK: Parts

    private func head(_ index: Int, _ words: InterviewWords) -> String {
        let shown = shown
        let item = questionnaire.items[index]
        let place = (shown.firstIndex(of: index) ?? 0) + 1
        let section = questionnaire.dimensions.flatMap(\.subtree).first { $0.id == item.dimension }?.title ?? ""
        return words(
            "interview.head",
            [
                "section": section, "place": String(place), "count": String(shown.count),
                "answered": String(shown.count - open.count),
            ])
    }

    private func key(_ key: String, isChosen: Bool) -> String {
        (isChosen ? "→ " : "  ") + key + String(repeating: " ", count: max(1, 3 - key.count))
    }

    private func choices(_ item: Item, _ words: InterviewWords) -> String {
        var parts: [String] = []
        switch item.answering {
        case .singleChoice: break
        case .multipleChoice: parts.append(words("interview.choose.several"))
        case .number: parts.append(words("interview.choose.number"))
        case .text: parts.append(words("interview.choose.text"))
        }
        parts.append(pair(.doNotKnow, words, item))
        if item.allowsNotApplicable { parts.append(pair(.notApplicable, words, item)) }
        if item.help != nil || item.why != nil || item.evidence != nil { parts.append(pair(.help, words, item)) }
        return parts.joined(separator: words("interview.between"))
    }

    private func moves(isAnswered: Bool, _ words: InterviewWords) -> String {
        var parts: [String] = isAnswered ? [words("interview.keep")] : []
        var commands: [InterviewLetters.Command] = isAnswered ? [.evidence, .comment, .clear] : [.skip]
        commands += [.back, .review, .leave]
        guard case .item(let index) = page else { return "" }
        parts += commands.map { pair($0, words, questionnaire.items[index]) }
        return parts.joined(separator: words("interview.between"))
    }

    private func pair(_ command: InterviewLetters.Command, _ words: InterviewWords, _ item: Item) -> String {
        let typed = (item.answering == .text ? "/" : "") + letters[command]
        return words("interview.pair", ["key": typed, "does": words("interviewDoes.\(command.rawValue)")])
    }
}

extension Answer.Content {
    /// Whether an option is among what was chosen.
    fileprivate func includes(_ position: Int) -> Bool {
        switch self {
        case .option(let chosen): chosen == position
        case .options(let chosen): chosen.contains(position)
        case .number, .text, .dontKnow, .notApplicable: false
        }
    }
}
