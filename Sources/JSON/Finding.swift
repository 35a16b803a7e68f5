/// A problem in an input file.
public struct Finding: Sendable, Hashable {
    public enum Severity: String, Sendable, Hashable, CaseIterable {
        /// The file cannot be used as it is.
        case error
        /// The file can be used, but probably does not say what its author meant.
        case warning
    }

    public let severity: Severity
    /// The file, as the user named it or relative to the workspace.
    public let file: String
    /// Where in the file; nothing where the problem concerns the whole file.
    public let position: TextPosition?
    /// The JSON path of the value (RFC 9535, as in `$.items[3].anchors['2']`); empty for the whole file.
    public let path: String
    /// What is wrong, as a sentence without a full stop.
    public let problem: String
    /// What to do about it, as a sentence without a full stop.
    public let remedy: String
    /// The id of the rule that found it; nothing where the format itself demands something else.
    public let rule: String?

    public init(
        _ severity: Severity = .error, file: String, position: TextPosition? = nil, path: String = "", problem: String,
        remedy: String, rule: String? = nil
    ) {
        self.severity = severity
        self.file = file
        self.position = position
        self.path = path
        self.problem = problem
        self.remedy = remedy
        self.rule = rule
    }

    /// The finding that a syntax error makes.
    public init(file: String, _ error: JSONSyntaxError) {
        self.init(file: file, position: error.position, problem: error.problem, remedy: error.remedy)
    }
}

extension Finding: CustomStringConvertible {
    /// One line as compilers write it: file, line, column, severity, path, problem, remedy, rule.
    public var description: String {
        var text = file
        if let position { text += ":\(position.line):\(position.column)" }
        text += ": \(severity.rawValue): "
        if !path.isEmpty { text += "\(path): " }
        text += "\(problem); \(remedy)"
        if let rule { text += " [\(rule)]" }
        return Finding.visible(text)
    }

    /// A text in which whatever could break the line or steer a terminal shows as an escape.
    ///
    /// Names and values of the file stand in findings, and a file may come from anyone.
    private static func visible(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: break
            // These change the direction of the text that follows.
            case .format where "\u{202A}"..."\u{202E}" ~= scalar || "\u{2066}"..."\u{2069}" ~= scalar: break
            default:
                result.append(scalar)
                continue
            }
            result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
        }
        return String(result)
    }
}

extension Finding: Comparable {
    /// By file, then by place, then by text, so that a list of findings never depends on the order of reading.
    public static func < (left: Finding, right: Finding) -> Bool {
        func place(_ finding: Finding) -> (String, Int, Int, String) {
            (finding.file, finding.position?.line ?? 0, finding.position?.column ?? 0, finding.path)
        }
        func text(_ finding: Finding) -> (String, String, String, String) {
            (finding.problem, finding.remedy, finding.severity.rawValue, finding.rule ?? "")
        }
        return place(left) == place(right) ? text(left) < text(right) : place(left) < place(right)
    }
}
