import JSON

/// Items and their options, noted before anything is read that may refer to them: conditions of dimensions, options and
/// items speak of items that come later, or stand in another file.
extension QuestionnaireDecoder {
    /// Looks ahead without reporting anything; what is wrong is reported when it is read.
    func introduceItems(of files: [JSONObjectReader], scales: JSONReader?) {
        var optionsOfScale: [String: KnownNames] = [:]
        for scale in scales?.node.elements ?? [] {
            let options = QuestionnaireDecoder.optionIDs(scale)
            if let id = scale["id"]?.text { optionsOfScale[id] = options }
            for option in options.list { names.options.insert(option) }
        }
        for item in files.flatMap({ $0["items"]?.node.elements ?? [] }) {
            guard let id = item["id"]?.text else { continue }
            names.items.insert(id)
            // Of an item whose scale is not known the options are not known either.
            let own: KnownNames?
            if item["answer"]?["type"]?.text == AnswerType.yesNo.rawValue {
                own = [YesNo.no, YesNo.yes]
            } else if let scale = item["scale"]?.text {
                own = optionsOfScale[scale]
            } else {
                own = item["scale"].map(QuestionnaireDecoder.optionIDs)
            }
            names.itemOptions[id] = own
            for option in own?.list ?? [] { names.options.insert(option) }
        }
    }

    private static func optionIDs(_ scale: JSONNode) -> KnownNames {
        KnownNames((scale["options"]?.elements ?? []).compactMap { $0["id"]?.text })
    }
}

/// How an item says that it is answered.
enum AnswerType: String, CaseIterable {
    case singleChoice, multipleChoice, yesNo, number, text
}

/// The ids of the two options of a question that is answered by yes or no.
enum YesNo {
    static let yes = "yes"
    static let no = "no"
}

extension JSONNode {
    fileprivate subscript(name: String) -> JSONNode? {
        guard case .object(let members) = content else { return nil }
        return members.first { $0.name == name }?.value
    }

    fileprivate var elements: [JSONNode] {
        if case .array(let elements) = content { return elements }
        return []
    }

    fileprivate var text: String? {
        if case .string(let text) = content { return text }
        return nil
    }
}
