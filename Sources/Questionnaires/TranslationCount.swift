/// How much of a file's texts stands in another language.
public struct TranslationCount: Sendable, Hashable {
    /// The texts there are.
    public internal(set) var all = 0
    /// Those that stand there word for word as in the definition, names and skeletons among them.
    public internal(set) var same = 0
    /// Those that are not translated, by the names that lead to them, as in `items.OF1.prompt`.
    public internal(set) var missing: [String] = []

    public init() {}

    public static func + (left: TranslationCount, right: TranslationCount) -> TranslationCount {
        var sum = left
        sum.all += right.all
        sum.same += right.same
        sum.missing += right.missing
        return sum
    }
}
