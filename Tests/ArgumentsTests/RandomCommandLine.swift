import Arguments
import SeededRandomness

/// A random invocation of `waymark assess`, and ways to write it as a command line.
struct RandomCommandLine {
    var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    private let free = ["wave": "w", "output": "o", "language": "l"]
    private let formats = ["html", "md", "json", "csv"]

    /// Some text, with what is awkward on a command line.
    mutating func text() -> String {
        let pieces = ["a", "Z", "9", "-", "=", ",", " ", "'", "\n", "é", "\u{301}", "東", "👩‍💻", "--", "wave", "help"]
        let count = Int.random(in: 0...4, using: &generator)
        return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }

    mutating func invocation() -> Invocation {
        var options: [String: [String]] = [:]
        for name in free.keys.sorted() where Bool.random(using: &generator) { options[name] = [text()] }
        if Bool.random(using: &generator) {
            options["format"] = Array(
                formats.shuffled(using: &generator).prefix(Int.random(in: 1...4, using: &generator)))
        }
        let tags = (0..<Int.random(in: 0...3, using: &generator)).map { _ in text() }
        if !tags.isEmpty { options["tag"] = tags }
        let flags = ["quiet", "skip-invalid"].filter { _ in Bool.random(using: &generator) }
        let arguments = Bool.random(using: &generator) ? ["DIR": [text()]] : [:]
        return Invocation(commandPath: ["assess"], flags: Set(flags), options: options, arguments: arguments)
    }

    /// The words of an invocation, in a random order and in random forms.
    mutating func words(for invocation: Invocation) -> [String] {
        var groups = invocation.flags.sorted().map { [oneOf("--\($0)", "-\($0.prefix(1))")] }
        for (name, values) in invocation.options.sorted(by: { $0.key < $1.key }) where name != "tag" {
            groups.append(option(name, value: values.joined(separator: ",")))
        }
        groups.shuffle(using: &generator)
        // The values of a repeated option keep their order among the others.
        let tags = invocation.values(of: "tag").map { option("tag", value: $0) }
        for (index, tag) in tags.enumerated() { groups.insert(tag, at: min(index * 2, groups.count)) }
        guard let folder = invocation.argument("DIR") else { return ["assess"] + groups.flatMap { $0 } }
        if folder.utf8.first == UInt8(ascii: "-") || Bool.random(using: &generator) {
            return ["assess"] + groups.flatMap { $0 } + ["--", folder]
        }
        groups.insert([folder], at: Int.random(in: 0...groups.count, using: &generator))
        return ["assess"] + groups.flatMap { $0 }
    }

    /// An option in one of its forms, as far as the value allows them.
    mutating func option(_ name: String, value: String) -> [String] {
        forms(of: name, value: value).randomElement(using: &generator) ?? []
    }

    func forms(of name: String, value: String) -> [[String]] {
        let letter = String(name.prefix(1))
        let first = value.utf8.first
        var forms = [["--\(name)=\(value)"], ["-\(letter)=\(value)"]]
        if first != UInt8(ascii: "-") || value == "-" { forms += [["--\(name)", value], ["-\(letter)", value]] }
        if first != nil, first != UInt8(ascii: "=") { forms.append(["-\(letter)\(value)"]) }
        return forms
    }

    private mutating func oneOf(_ first: String, _ second: String) -> String {
        Bool.random(using: &generator) ? first : second
    }
}
