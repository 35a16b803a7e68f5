/// What an option takes as its value.
public struct OptionValue: Hashable, Sendable {
    /// The word that stands for the value in the help: `DIR`.
    public let placeholder: String
    /// What holds when the option is not given, as text for the help; the parser puts nothing in.
    public let defaultText: String?
    /// All values that are accepted, compared exactly; empty if any value is.
    public let possibleValues: [String]
    /// Whether the value is a list: it is split at every comma, and each part is a value.
    public let isList: Bool
    /// Whether the option may be given several times; the values add up in the order of the command line.
    public let isRepeatable: Bool

    /// Describes the value of an option.
    public init(
        _ placeholder: String,
        defaultText: String? = nil,
        possibleValues: [String] = [],
        isList: Bool = false,
        isRepeatable: Bool = false
    ) {
        self.placeholder = placeholder
        self.defaultText = defaultText
        self.possibleValues = possibleValues
        self.isList = isList
        self.isRepeatable = isRepeatable
    }

    /// The values in what was written for the option once.
    func values(in text: String) -> [String] {
        guard isList else { return [text] }
        // By bytes: as a character, a comma with a combining mark behind it would not be a comma.
        return text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { String($0) ?? "" }
    }

    func accepts(_ value: String) -> Bool {
        possibleValues.isEmpty || possibleValues.contains(value)
    }

    /// The possible values as the end of a sentence: "one of html, md".
    var expectation: String {
        let values = possibleValues.joined(separator: ", ")
        return isList ? "one or more of \(values), separated by commas" : "one of \(values)"
    }
}
