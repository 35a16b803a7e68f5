import JSON

/// How a language writes numbers.
public struct NumberFormat: Sendable, Hashable {
    let decimalSeparator: String
    /// What stands between groups of three digits before the decimals.
    let groupSeparator: String
    /// From how many such digits on they are grouped.
    let groupsFrom: Int

    /// Without groups.
    init(decimalSeparator: String) {
        self.init(decimalSeparator: decimalSeparator, groupSeparator: "", groupsFrom: .max)
    }

    init(decimalSeparator: String, groupSeparator: String, groupsFrom: Int) {
        self.decimalSeparator = decimalSeparator
        self.groupSeparator = groupSeparator
        self.groupsFrom = groupsFrom
    }

    /// Reads what a file of strings says of numbers. Where it says nothing of groups, those from four digits on are
    /// kept apart by a comma, or by a full stop where the comma stands before decimals.
    static func decode(decimal: JSONReader?, grouping: JSONReader?) -> NumberFormat {
        let decimalSeparator = decimal?.string() ?? "."
        var separator = decimalSeparator == "." ? "," : "."
        var from = 4
        if let grouping, let object = grouping.object(keys: ["separator", "from"]) {
            separator = object.required("separator")?.string() ?? separator
            from = object["from"].flatMap { $0.integer(in: 4...30) } ?? from
            if separator == decimalSeparator {
                object["separator"]?.report(
                    "groups of digits are kept apart by what stands before decimals",
                    "write another separator, such as a no-break space")
            }
        }
        return NumberFormat(decimalSeparator: decimalSeparator, groupSeparator: separator, groupsFrom: from)
    }

    /// Digits before the decimals, in groups where there are enough of them.
    func grouped(_ digits: String) -> String {
        guard digits.utf8.count >= groupsFrom else { return digits }
        var result = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { result += groupSeparator }
            result.append(digit)
        }
        return result
    }
}
