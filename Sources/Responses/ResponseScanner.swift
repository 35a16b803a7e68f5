import Questionnaires

/// Reads the plain kind of response in one pass over its bytes.
///
/// It takes only what it knows to be right: whatever it does not understand, and whatever is wrong, it leaves to
/// ``Response/decode(_:questionnaire:place:)``, whose messages are then the same as for a file. So there is one set of
/// rules, and this is a shorter way through it.
///
/// It is large, and a class so that it is not copied for every line.
final class ResponseScanner: Sendable {
    private let questionnaire: ByteName
    private let version: ByteName
    private let wave: ByteName
    private let roles: [ByteName]
    private let names: [ByteName]
    private let items: [ScannedItem]
    private let options: [ByteName]
    /// Whether what people wrote is wanted, which codes do not hold.
    private let keepsWords: Bool
    /// By item and first byte of what follows the quotation mark, the place of an option that begins so.
    private let firstOptions: [UInt16]
    /// By item, what an answer that is no more than an option begins with, up to the option.
    private let shortStarts: [ByteName]
    /// By item and byte, the code of the option whose id is that byte alone; 0 where there is none.
    private let shortOptions: [UInt8]
    private let keys = ScannedKey.allCases.map { (key: $0, name: ByteName($0.name)) }
    private let answer = FullAnswerNames()
    private let states = StateNames()

    private struct ScannedItem {
        let options: Range<Int>
        let allowsNotApplicable: Bool
    }

    /// - Returns: nothing where answers to the questionnaire cannot be written as codes.
    init?(_ questionnaire: Questionnaire, wave: String, keepsWords: Bool) {
        guard questionnaire.hasCodedAnswers, Identifier.isValid(wave) else { return nil }
        self.questionnaire = ByteName(questionnaire.id)
        version = ByteName(questionnaire.version)
        self.wave = ByteName(wave)
        roles = questionnaire.roles.map { ByteName($0.id) }
        names = questionnaire.items.map { ByteName($0.id) }
        var options: [ByteName] = []
        items = questionnaire.items.map { item in
            let start = options.count
            options += item.scale.options.map { ByteName($0.id) }
            return ScannedItem(options: start..<options.count, allowsNotApplicable: item.allowsNotApplicable)
        }
        self.options = options
        var firstOptions = [UInt16](repeating: 0, count: items.count * 256)
        for (index, item) in items.enumerated() {
            for place in item.options.reversed() {
                firstOptions[index * 256 + Int(options[place].firstByte)] = UInt16(clamping: place)
            }
        }
        self.firstOptions = firstOptions
        self.keepsWords = keepsWords
        shortStarts = questionnaire.items.map { ByteName($0.id, before: "\"", after: "\":\"") }
        var shortOptions = [UInt8](repeating: 0, count: items.count * 256)
        for (index, item) in questionnaire.items.enumerated() {
            for (place, option) in item.scale.options.enumerated() where option.id.utf8.count == 1 {
                let byte = option.id.utf8.first.map(Int.init) ?? 0
                shortOptions[index * 256 + byte] = UInt8(AnswerCode.firstOption + place)
            }
        }
        self.shortOptions = shortOptions
    }

    /// Reads the response that begins at a place and ends with its line.
    ///
    /// - Parameters:
    ///   - text: must have a line feed somewhere, and at least ``ByteName/reach`` bytes after it.
    ///   - response: what was read; of no meaning where nothing is returned.
    /// - Returns: where the line feed stands; nothing where the line must be read in the ordinary way.
    func scan(_ text: UnsafePointer<UInt8>, into response: inout CodedResponse) -> UnsafePointer<UInt8>? {
        var cursor = ByteCursor(text)
        cursor.skipSpace()
        guard cursor.take("{") else { return nil }
        var seen = 0
        var next = 0
        cursor.skipSpace()
        repeat {
            guard let key = self.key(&cursor, expecting: &next), seen & key.rawValue == 0 else { return nil }
            seen |= key.rawValue
            guard read(key, &cursor, into: &response) else { return nil }
            cursor.skipSpace()
        } while cursor.takeComma()
        guard cursor.take("}"), seen & ScannedKey.required == ScannedKey.required else { return nil }
        if seen & ScannedKey.completed.rawValue == 0 { response.completed = nil }
        cursor.skipSpace()
        return cursor.isAt("\n") ? cursor.place : nil
    }

    /// Passes over the name of a member and the colon after it.
    ///
    /// - Parameter next: the place in the list of the key that should follow.
    private func key(_ cursor: inout ByteCursor, expecting next: inout Int) -> ScannedKey? {
        guard cursor.take("\"") else { return nil }
        return keys.withUnsafeBufferPointer { keys in
            for _ in keys.indices {
                let place = next
                next = next + 1 == keys.count ? 0 : next + 1
                if cursor.take(keys[place].name) { return cursor.takeColon() ? keys[place].key : nil }
            }
            return nil
        }
    }

    private func read(_ key: ScannedKey, _ cursor: inout ByteCursor, into response: inout CodedResponse) -> Bool {
        switch key {
        case .schema, .language:
            // Of a language only the form matters, and that is the form of an id.
            return key == .schema ? cursor.takeText() != nil : cursor.takeIdentifier() != nil
        case .formatVersion: return cursor.takeOne()
        case .questionnaire: return cursor.take("\"") && cursor.take(questionnaire)
        case .version: return cursor.take("\"") && cursor.take(version)
        case .wave: return cursor.take("\"") && cursor.take(wave)
        case .respondent:
            guard let name = cursor.takeIdentifier() else { return false }
            response.respondent.removeAll(keepingCapacity: true)
            response.respondent.append(contentsOf: name)
            return true
        case .role:
            guard cursor.take("\""), let role = roles.firstIndex(where: { cursor.take($0) }) else { return false }
            response.role = role
            return true
        case .completed:
            response.completed = cursor.takeDate()
            return response.completed != nil
        case .answers:
            return response.codes.withUnsafeMutableBufferPointer { codes in
                codes.update(repeating: AnswerCode.absent.rawValue)
                return answers(&cursor, codes)
            }
        }
    }

    private func answers(_ cursor: inout ByteCursor, _ codes: UnsafeMutableBufferPointer<UInt8>) -> Bool {
        guard cursor.take("{") else { return false }
        cursor.skipSpace()
        if cursor.take("}") { return true }
        // Nearly always the items come in the order of the questionnaire.
        var next = 0
        repeat {
            if codes[next] == AnswerCode.absent.rawValue, let code = shortAnswer(next, &cursor) {
                codes[next] = code
                next += 1
            } else {
                guard let index = answer(from: next, &cursor, codes) else { return false }
                next = index + 1
            }
            if next == names.count { next = 0 }
            cursor.skipSpace()
        } while cursor.takeComma()
        return cursor.take("}")
    }

    /// Passes over an answer to an item that is no more than an option of one byte, without space: the most frequent form.
    ///
    /// - Returns: the code of the option; nothing where the answer has another form, and the cursor stays.
    @inline(__always)
    private func shortAnswer(_ index: Int, _ cursor: inout ByteCursor) -> UInt8? {
        shortStarts.withUnsafeBufferPointer { starts in
            shortOptions.withUnsafeBufferPointer { options in
                guard cursor.isAt(starts[index]) else { return nil }
                let (option, end) = cursor.bytes(after: starts[index])
                let code = options[index * 256 + Int(option)]
                guard code > 0, end == UInt8(ascii: "\"") else { return nil }
                cursor.skip(starts[index], and: 2)
                return code
            }
        }
    }

    /// Passes over an answer in any form and notes its code.
    ///
    /// - Parameter first: the item that is expected.
    /// - Returns: the place of the item; nothing where the answer must be read in the ordinary way.
    private func answer(
        from first: Int, _ cursor: inout ByteCursor, _ codes: UnsafeMutableBufferPointer<UInt8>
    ) -> Int? {
        guard cursor.take("\""), let index = item(&cursor, expecting: first), cursor.takeColon(),
            codes[index] == AnswerCode.absent.rawValue
        else { return nil }
        let item = items[index]
        if cursor.take("\"") {
            guard let code = option(of: item, index, &cursor) else { return nil }
            codes[index] = code
        } else if cursor.take("n") {
            guard cursor.take("u"), cursor.take("l"), cursor.take("l") else { return nil }
            codes[index] = AnswerCode.blank.rawValue
        } else {
            guard let code = fullAnswer(item, index, &cursor) else { return nil }
            codes[index] = code
        }
        return index
    }

    /// Passes over the name of an item.
    ///
    /// - Returns: the place of the item; nothing where there is none of that name.
    private func item(_ cursor: inout ByteCursor, expecting first: Int) -> Int? {
        names.withUnsafeBufferPointer { names in
            var index = first
            for _ in names.indices {
                if cursor.take(names[index]) { return index }
                index = index + 1 == names.count ? 0 : index + 1
            }
            return nil
        }
    }

    /// The code of the option whose id stands after a quotation mark.
    private func option(of item: ScannedItem, _ index: Int, _ cursor: inout ByteCursor) -> UInt8? {
        // Answers cannot be foreseen, so it saves time to look at the right one first.
        let first = firstOptions.withUnsafeBufferPointer { Int($0[index * 256 + Int(cursor.byte)]) }
        return options.withUnsafeBufferPointer { options in
            if item.options.contains(first), cursor.take(options[first]) {
                return UInt8(AnswerCode.firstOption + first - item.options.lowerBound)
            }
            for place in item.options where cursor.take(options[place]) {
                return UInt8(AnswerCode.firstOption + place - item.options.lowerBound)
            }
            return nil
        }
    }

    private func fullAnswer(_ item: ScannedItem, _ index: Int, _ cursor: inout ByteCursor) -> UInt8? {
        guard cursor.take("{") else { return nil }
        cursor.skipSpace()
        var code: UInt8?
        var seen = 0
        repeat {
            guard cursor.take("\"") else { return nil }
            let bit: Int
            if cursor.take(answer.option) {
                bit = 1
                guard cursor.takeColon(), cursor.take("\""), code == nil else { return nil }
                code = option(of: item, index, &cursor)
            } else if cursor.take(answer.state) {
                bit = 2
                guard cursor.takeColon(), cursor.take("\""), code == nil else { return nil }
                if cursor.take(states.dontKnow) {
                    code = AnswerCode.dontKnow.rawValue
                } else if cursor.take(states.notApplicable), item.allowsNotApplicable {
                    code = AnswerCode.notApplicable.rawValue
                }
            } else if cursor.take(answer.comment) {
                bit = 4
                guard !keepsWords, cursor.takeColon(), cursor.takeText() != nil else { return nil }
            } else if cursor.take(answer.reason) {
                bit = 8
                guard !keepsWords, cursor.takeColon(), cursor.takeText()?.showsSomething == true else { return nil }
            } else if cursor.take(answer.evidence) {
                bit = 16
                guard !keepsWords, cursor.takeColon(), cursor.takeText() != nil else { return nil }
            } else {
                return nil
            }
            guard seen & bit == 0, seen & 3 == 0 || code != nil else { return nil }
            seen |= bit
            cursor.skipSpace()
        } while cursor.takeComma()
        // A reason belongs to what is not applicable, and only there.
        guard cursor.take("}"), let code else { return nil }
        let isNotApplicable = code == AnswerCode.notApplicable.rawValue
        return (seen & 8 != 0) == isNotApplicable ? code : nil
    }
}

/// The names within an answer.
private struct FullAnswerNames {
    let option = ByteName("option")
    let state = ByteName("state")
    let comment = ByteName("comment")
    let reason = ByteName("reason")
    let evidence = ByteName("evidence")
}

private struct StateNames {
    let dontKnow = ByteName("dontKnow")
    let notApplicable = ByteName("notApplicable")
}

/// The members of a response that are read in one pass, each a bit.
private enum ScannedKey: Int, CaseIterable {
    case schema = 1
    case formatVersion = 2
    case questionnaire = 4
    case version = 8
    case wave = 16
    case respondent = 32
    case role = 64
    case completed = 128
    case language = 256
    case answers = 512

    /// Those that must be there.
    static let required = 2 | 4 | 8 | 16 | 32 | 64 | 512

    var name: String {
        switch self {
        case .schema: "$schema"
        case .formatVersion: "formatVersion"
        case .questionnaire: "questionnaire"
        case .version: "questionnaireVersion"
        case .wave: "wave"
        case .respondent: "respondent"
        case .role: "role"
        case .completed: "completed"
        case .language: "language"
        case .answers: "answers"
        }
    }
}
