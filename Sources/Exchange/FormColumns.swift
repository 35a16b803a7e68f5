/// Which columns of a platform's table hold which fields of a form.
struct FormColumns {
    /// The columns by the name of their field or of the platform.
    private var places: [String: Int] = [:]
    /// Columns that each stand for one of the options that can be chosen together, by field and code.
    private var splits: [String: [String: Int]] = [:]
    /// Columns that are of neither the form nor the platform.
    private(set) var strangers: [Int] = []

    init(_ table: CSVTable, layout: FieldLayout, platform: SurveyPlatform) {
        let several = Dictionary(
            layout.items.filter(\.isMultiple).map {
                ($0.main, Set($0.options + [$0.nothing, $0.dontKnow, $0.notApplicable]))
            },
            uniquingKeysWith: { first, _ in first })
        let known = layout.allNames
        for (place, cell) in table.header.enumerated() {
            let header = cell.text.trimmed
            if let (field, code) = FormColumns.split(header, platform), several[field]?.contains(code) == true {
                splits[field, default: [:]][code] = place
                continue
            }
            let name = FormColumns.name(header, platform)
            let isKnown = known.contains(name) || platform.isOwnColumn(name) || platform.isOwnColumn(header)
            guard isKnown else {
                strangers.append(place)
                continue
            }
            // What stands outside groups is the platform's own.
            if places[name] == nil || name == header { places[name] = place }
        }
    }

    /// The name after those of the groups.
    private static func name(_ header: String, _ platform: SurveyPlatform) -> String {
        guard platform != .limeSurvey else { return header }
        return header.split { $0 == "/" || $0 == "-" }.last.map(String.init) ?? header
    }

    /// The field and the code of a column for one option.
    private static func split(_ header: String, _ platform: SurveyPlatform) -> (field: String, code: String)? {
        if platform == .limeSurvey {
            guard header.hasSuffix("]"), let bracket = header.firstIndex(of: "[") else { return nil }
            return (String(header[..<bracket]), String(header[header.index(after: bracket)...].dropLast()))
        }
        guard let slash = header.lastIndex(of: "/") else { return nil }
        return (name(String(header[..<slash]), platform), String(header[header.index(after: slash)...]))
    }

    subscript(name: String) -> Int? { places[name] }

    /// The columns for the options of a field, by their codes.
    func options(of field: String) -> [String: Int] { splits[field] ?? [:] }

    func has(_ field: String) -> Bool { places[field] != nil || splits[field] != nil }
}

extension FieldLayout {
    /// The names of all fields that answers can stand in.
    var allNames: Set<String> {
        Set(
            [respondent, role, questionnaire, version, place]
                + items.flatMap { fields in
                    [
                        fields.main, fields.state, fields.reason, fields.evidence, fields.evidenceKind,
                        fields.evidenceDate, fields.evidenceOwner, fields.comment,
                    ]
                })
    }
}
