import Questionnaires

/// Reads the plain kind of response in one pass over its bytes.
///
/// It takes only what it knows to be right: whatever it does not understand, and whatever is wrong, it leaves to
/// ``Response/decode(_:questionnaire:place:)``, whose messages are then the same as for a file. So there is one set of
/// rules, and this is a shorter way through it.
struct ResponseScanner {
    private let questionnaire: ByteName
    private let version: ByteName
    private let wave: ByteName
    private let roles: [ByteName]
    private let items: [ScannedItem]
    private let options: [ByteName]
    /// Whether what people wrote is wanted, which codes do not hold.
    private let keepsWords: Bool
    /// By item and first byte of what follows the quotation mark, the place of an option that begins so.
    private let firstOptions: [UInt16]
    private let keys = ScannedKey.allCases.map { (key: $0, name: ByteName($0.name)) }
    private var answer = FullAnswerNames()
    private var states = StateNames()

    private struct ScannedItem {
        let name: ByteName
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
        var options: [ByteName] = []
        items = questionnaire.items.map { item in
            let start = options.count
            options += item.scale.options.map { ByteName($0.id) }
            return ScannedItem(
                name: ByteName(item.id), options: start..<options.count, allowsNotApplicable: item.allowsNotApplicable)
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
        var next = 0
        return items.withUnsafeBufferPointer { items in
            repeat {
                guard cursor.take("\"") else { return false }
                // Nearly always the items come in the order of the questionnaire.
                var index = next
                var tried = 0
                while !cursor.isAt(items[index].name) {
                    tried += 1
                    index = index + 1 == items.count ? 0 : index + 1
                    guard tried < items.count else { return false }
                }
                cursor.skip(items[index].name)
                guard cursor.takeColon(), codes[index] == AnswerCode.absent.rawValue else { return false }
                if cursor.take("\"") {
                    guard let code = option(of: items[index], index, &cursor) else { return false }
                    codes[index] = code
                } else if cursor.take("n") {
                    guard cursor.take("u"), cursor.take("l"), cursor.take("l") else { return false }
                    codes[index] = AnswerCode.blank.rawValue
                } else {
                    guard let code = fullAnswer(items[index], index, &cursor) else { return false }
                    codes[index] = code
                }
                next = index + 1 == items.count ? 0 : index + 1
                cursor.skipSpace()
            } while cursor.takeComma()
            return cursor.take("}")
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
