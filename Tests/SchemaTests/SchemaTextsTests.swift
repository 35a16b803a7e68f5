import Assets
import Foundation
import JSON
import Testing

/// What the schemas say to authors, and where files find them.
@Suite struct SchemaTextsTests {
    /// Every schema within a schema, with its place.
    private func all(_ schema: JSONValue, _ place: String) -> [(place: String, schema: [String: JSONValue])] {
        switch schema {
        case .object(let members):
            [(place, members)] + members.sorted { $0.key < $1.key }.flatMap { all($0.value, "\(place)/\($0.key)") }
        case .array(let elements): elements.flatMap { all($0, place) }
        default: []
        }
    }

    /// Editors show the description of a key to whoever writes it.
    @Test(arguments: CheckedFiles.schemas.keys.sorted())
    func everyKeyIsDescribed(name: String) throws {
        let schema = try #require(CheckedFiles.schemas[name])
        var count = 0
        for (place, members) in all(schema, "#") where members["additionalProperties"] == false {
            #expect(place == "#" || members["title"] != nil, "\(place) has no title")
            for (key, property) in members["properties"]?.members ?? [:] {
                let description = property.members["description"]?.text ?? ""
                #expect(
                    description.hasSuffix(".") && description.first?.isUppercase == true || description.hasPrefix("\""),
                    "\(place) \(key)")
                count += 1
            }
        }
        #expect(count > 3)
        for definition in schema.members["$defs"]?.members ?? [:] {
            #expect(definition.value.members["title"]?.text?.isEmpty == false, "\(definition.key)")
        }
    }

    @Test(arguments: CheckedFiles.schemas.keys.sorted())
    func everySchemaSaysWhatItIs(name: String) throws {
        let schema = try #require(CheckedFiles.schemas[name]).members
        #expect(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema")
        #expect(schema["$id"]?.text == name)
        #expect(schema["title"] != nil && schema["description"] != nil)
        #expect(schema["properties"]?.members["$schema"] != nil && schema["additionalProperties"] == false)
        #expect(schema["required"]?.elements?.contains("formatVersion") == true)
    }

    @Test func definitionsAreUsed() {
        let texts = CheckedFiles.schemas.values.map { $0.canonicalText() }.joined()
        for (name, schema) in CheckedFiles.schemas {
            for definition in (schema.members["$defs"]?.members ?? [:]).keys {
                #expect(texts.contains("#/$defs/\(definition)\""), "\(name) \(definition)")
            }
        }
    }

    /// What several schemas define by the same name is the same.
    @Test func commonDefinitionsAreTheSame() {
        var common: [String: JSONValue] = [:]
        for (name, schema) in CheckedFiles.schemas {
            for key in ["text", "id", "name", "date"] {
                guard let definition = schema.members["$defs"]?.members[key] else { continue }
                #expect(common[key] == nil || common[key] == definition, "\(name) \(key)")
                common[key] = definition
            }
        }
        #expect(common.count == 4)
    }

    @Test func theProgramCarriesTheSchemas() throws {
        let embedded = Asset.all.filter { $0.path.hasPrefix("questionnaires/schemas/") }
        #expect(
            embedded.map { $0.path.split(separator: "/").last.map(String.init) } == CheckedFiles.schemas.keys.sorted())
        for asset in embedded {
            let file = CheckedFiles.package.appendingPathComponent(asset.path)
            #expect(asset.bytes == [UInt8](try Data(contentsOf: file)), "\(asset.path)")
        }
    }

    /// The `$schema` of every file leads, from where the file stands, to the schema of files of its kind.
    @Test(arguments: CheckedFiles.shipped + CheckedFiles.everything)
    func everyFileLeadsToItsSchema(file: CheckedFile) throws {
        let reference = try #require(file.value.members["$schema"]?.text)
        let target = CheckedFiles.package.appendingPathComponent(file.path).deletingLastPathComponent()
            .appendingPathComponent(reference)
        let schema = CheckedFiles.package.appendingPathComponent("questionnaires/schemas/\(file.schema).schema.json")
        #expect(reference.hasPrefix("../") || reference.hasPrefix("questionnaires/schemas/"))
        #expect(try Data(contentsOf: target) == Data(contentsOf: schema))
    }
}
