public import JSON

/// A file of a definition, parsed.
public struct DefinitionFile {
    /// The name for findings.
    public let name: String
    public let document: JSONDocument

    public init(name: String, document: JSONDocument) {
        self.name = name
        self.document = document
    }
}

/// What came of reading a definition: the questionnaire unless there are errors, and everything found on the way.
public struct DecodedQuestionnaire {
    public let questionnaire: Questionnaire?
    public let findings: [Finding]
    /// The files it was read from, the main one first.
    private let files: [JSONReader]

    public init(questionnaire: Questionnaire?, findings: [Finding]) {
        self.init(questionnaire: questionnaire, findings: findings, files: [])
    }

    init(questionnaire: Questionnaire?, findings: [Finding], files: [JSONReader]) {
        self.questionnaire = questionnaire
        self.findings = findings
        self.files = files
    }

    /// Where the parts of the definition stand in its files.
    public func places() -> DefinitionPlaces { DefinitionPlaces(files: files) }
}

extension Questionnaire {
    /// The newest version of the format that this program reads.
    public static let formatVersion = 1

    /// The files that a definition names as its parts, relative to it; readable before anything is checked.
    public static func partNames(of main: JSONDocument) -> [String] { names(under: "parts", in: main) }

    /// The files that say how the readiness of a project is judged beyond its scores, relative to the definition.
    public static func readinessNames(of main: JSONDocument) -> [String] { names(under: "readiness", in: main) }

    private static func names(under key: String, in main: JSONDocument) -> [String] {
        guard case .object(let members) = main.root.content,
            case .array(let parts)? = members.first(where: { $0.name == key })?.value.content
        else { return [] }
        return parts.compactMap {
            if case .string(let name) = $0.content { return name }
            return nil
        }
    }

    /// Reads a definition from its main file and its parts, and checks it.
    ///
    /// Every problem of every file is found in one go: unknown keys and ids, missing texts, values of the wrong type,
    /// metrics that go round in circles, bands that overlap, scales without a worst and a best answer.
    public static func decode(main: DefinitionFile, parts: [DefinitionFile]) -> DecodedQuestionnaire {
        let readers = ([main] + parts).map { JSONReader($0.document, file: $0.name) }
        let decoder = QuestionnaireDecoder(main: readers[0], parts: Array(readers.dropFirst()))
        let questionnaire = decoder.decode()
        let findings = readers.flatMap(\.findings.list).sorted()
        let hasErrors = findings.contains { $0.severity == .error }
        return DecodedQuestionnaire(
            questionnaire: hasErrors ? nil : questionnaire, findings: findings, files: readers)
    }
}

/// Reads a definition from the top: first what others refer to, then what refers to it.
final class QuestionnaireDecoder {
    private let main: JSONReader
    private let parts: [JSONReader]
    /// Everything that can be referred to, filled while reading.
    var names = DefinitionNames()
    /// When each dimension is asked, where that depends on answers.
    var sectionVisibility: [String: Condition] = [:]
    /// Which metric uses which.
    var metricReferences = ReferenceGraph<MetricNode>()

    init(main: JSONReader, parts: [JSONReader]) {
        self.main = main
        self.parts = parts
    }

    private static let keys = [
        "$schema", "formatVersion", "id", "version", "language", "title", "description", "subject", "parts",
        "readiness",
        "sources", "subjects", "dimensions", "tags", "roles", "channels", "scales", "items", "pool", "coverage",
        "notApplicableFlag", "contradiction", "comparison", "stability", "bands", "metrics", "recommendationPolicy",
        "recommendations", "presentation",
    ]

    func decode() -> Questionnaire? {
        guard let object = main.object(keys: QuestionnaireDecoder.keys, formatVersion: Questionnaire.formatVersion)
        else { return nil }
        var result = Questionnaire.Parts()
        result.id = object.identifier("id") ?? ""
        result.version = object.requiredText("version") ?? ""
        result.language = object.requiredText("language") ?? ""
        result.title = object.requiredText("title") ?? ""
        result.description = object.optionalText("description") ?? ""
        result.subject = object["subject"]?.choice(Questionnaire.Subject.self) ?? .organisation
        _ = object.texts("parts")
        result.readiness = object.texts("readiness")
        result.sources = sources(object["sources"])
        result.subjects = subjects(object["subjects"])
        result.channels = channels(object["channels"])
        let content = [object] + partObjects()
        introduceItems(of: content, scales: object["scales"])
        result.dimensions = dimensions(object["dimensions"])
        result.tags = tags(object["tags"])
        result.roles = roles(object["roles"])
        result.scales = scales(object["scales"])
        // Whatever refers to a part that cannot be read would look wrong, without being so.
        guard content.count == parts.count + 1 else { return nil }
        result.items = items(in: content)
        result.pool = pool(object["pool"]) ?? Pool()
        result.coverage = object["coverage"].flatMap(coverage)
        result.notApplicableFlag = object["notApplicableFlag"]?.number(in: 0...1)
        result.contradiction = object["contradiction"].flatMap(contradiction)
        result.comparison = object["comparison"].flatMap(comparison)
        result.stability = object["stability"].flatMap(stability)
        result.bandSets = bandSets(object["bands"])
        result.metricGroups = metricGroups(object["metrics"], dimensions: result.dimensions, tags: result.tags)
        result.recommendationPolicy = object["recommendationPolicy"].flatMap(recommendationPolicy)
        result.recommendations = recommendations(in: content, policy: result.recommendationPolicy)
        result.presentation = object["presentation"].flatMap { presentation($0, of: result.id) }
        return Questionnaire(result)
    }

    private func partObjects() -> [JSONObjectReader] {
        parts.compactMap { part in
            part.object(
                keys: ["$schema", "formatVersion", "items", "recommendations"],
                formatVersion: Questionnaire.formatVersion)
        }
    }

    /// The objects of a list; reports ids that occur twice, and leaves it to the caller to read the ids.
    func objects(_ list: JSONReader?, keys: [String]) -> [JSONObjectReader] {
        var seen: Set<String> = []
        return (list?.array() ?? []).compactMap { element in
            guard let object = element.object(keys: keys) else { return nil }
            if keys.contains("id"), let id = object.writtenID, !seen.insert(id).inserted {
                object["id"]?.report("the id \"\(id)\" occurs twice", "give each its own id")
            }
            return object
        }
    }

    /// The objects of a list that stands in several files; reports ids that occur in more than one.
    func objects(_ key: String, of files: [JSONObjectReader], keys: [String], kind: String) -> [JSONObjectReader] {
        var earlier: Set<String> = []
        return files.flatMap { file in
            let objects = self.objects(file[key], keys: keys)
            for object in objects {
                guard let id = object.writtenID, earlier.contains(id) else { continue }
                object["id"]?.report("another file defines the \(kind) \"\(id)\" too", "give each \(kind) its own id")
            }
            earlier.formUnion(objects.compactMap(\.writtenID))
            return objects
        }
    }
}
