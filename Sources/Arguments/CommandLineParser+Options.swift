extension CommandLineParser {
    /// Reads `--name` or `--name=value`.
    mutating func readLong(_ name: String, value: String?) {
        if let option = scope.option(named: name) {
            take(option, spelling: option.spelling, attached: value)
        } else {
            reportUnknownOption(named: name, spelling: "--\(name)", hasValue: value != nil)
        }
    }

    /// Reads the letters behind one dash: flags, or flags and an option that takes the rest or the next word.
    mutating func readCluster(_ text: String) {
        if reportLongName(behindOneDash: text) { return }
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            let letter = Character(scalar)
            guard let option = scope.option(short: letter) else {
                return reportUnknownOption(short: letter, in: text, hasValue: !rest.isEmpty)
            }
            let hasEqualsSign = rest.first == "="
            if option.value != nil || hasEqualsSign {
                let attached = String(hasEqualsSign ? rest.dropFirst() : rest)
                return take(option, spelling: "-\(letter)", attached: rest.isEmpty ? nil : attached)
            }
            set(option)
        }
    }

    /// Sets a flag, or records the value that is attached to the option or follows it.
    private mutating func take(_ option: OptionDescription, spelling: String, attached: String?) {
        switch (option.value, attached) {
        case (nil, nil):
            set(option)
        case (nil, let attached?):
            report(.unexpectedValue(attached, option: spelling))
        case (let value?, _):
            if let text = attached ?? nextValue() {
                record(text, for: option, as: value)
            } else {
                report(.missingValue(option: spelling, placeholder: value.placeholder))
            }
        }
    }

    /// Takes the next word if it can be a value.
    mutating func nextValue() -> String? {
        guard let next = remaining.first, Word.isValue(next) else { return nil }
        return remaining.popFirst()
    }

    private mutating func record(_ text: String, for option: OptionDescription, as value: OptionValue) {
        if values[option.name] != nil, !value.isRepeatable {
            report(.repeatedOption(option.spelling, isList: value.isList))
        }
        let given = value.values(in: text)
        for item in given where !value.accepts(item) {
            reportInvalidValue(item, for: option, as: value)
        }
        values[option.name, default: []] += given
    }
}
