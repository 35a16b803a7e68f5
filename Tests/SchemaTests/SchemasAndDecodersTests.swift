import JSON
import SeededRandomness
import Testing

/// The schemas say what the decoders say, as far as a schema can.
@Suite struct SchemasAndDecodersTests {
    private let validator: SchemaValidator

    init() throws { validator = try SchemaValidator(CheckedFiles.schemas) }

    private func outcome(_ value: JSONValue, _ file: CheckedFile) throws -> SchemaValidator.Outcome {
        try validator.validate(value, against: "\(file.schema).schema.json")
    }

    @Test(arguments: CheckedFiles.shipped + CheckedFiles.published + CheckedFiles.everything)
    func everyFileIsValidAndDecodes(file: CheckedFile) throws {
        #expect(try outcome(file.value, file).problems == [])
        #expect(try file.errors(of: file.value) == [])
    }

    @Test func noFileIsLeftOut() {
        #expect(CheckedFiles.shipped.count >= 75)
        #expect(CheckedFiles.published.count == 3)
        #expect(CheckedFiles.everything.count == 18)
        #expect(Set(CheckedFiles.everything.map { "\($0.schema).schema.json" }) == Set(CheckedFiles.schemas.keys))
    }

    /// What the decoder refuses for its structure the schema refuses, and what the schema refuses the decoder refuses.
    @Test func schemasAndDecodersRefuseTheSameOf500DamagedFiles() throws {
        let damaged = Self.damaged
        var refused = 0
        for damage in damaged {
            let problems = try outcome(damage.value, damage.file).problems
            let name = "\(damage.file.path) \(damage.mutation)"
            #expect(
                damage.structural.isEmpty || !problems.isEmpty,
                "\(name): only the decoder refuses: \(damage.structural)")
            #expect(problems.isEmpty || !damage.errors.isEmpty, "\(name): only the schema refuses: \(problems)")
            if !problems.isEmpty { refused += 1 }
        }
        #expect(damaged.count == 500 && Set(damaged.map(\.mutation.kind)).count == Mutation.Kind.allCases.count)
        // When this was written the schemas refused 313, and the decoders 374: 289 of them for structure, the others for
        // what no schema can say, or for what it says of another place.
        #expect(refused > 280)
    }

    /// Both refuse, and the decoder does so for structure.
    @Test(arguments: TellingDamage.all)
    func mistakesOfAuthorsAreRefusedByBoth(damage: TellingDamage) throws {
        let (file, damaged) = try Self.damaged(damage)
        #expect(try !outcome(damaged, file).isValid)
        #expect(try file.errors(of: damaged).contains { $0.isStructural && $0.file == file.path })
    }

    /// The file that has the object, and the file with the mistake.
    private static func damaged(_ damage: TellingDamage) throws -> (file: CheckedFile, value: JSONValue) {
        for file in CheckedFiles.everything where damage.schemas.contains(file.schema) {
            if let value = try? damage.apply(to: file.value) { return (file, value) }
        }
        throw SchemaMistake("\(damage.testDescription) changes nothing")
    }

    /// A schema that says less than the decoder is found out: without any one of these keywords something damaged gets
    /// through.
    @Test(arguments: [
        "additionalProperties", "allOf", "const", "dependentRequired", "else", "enum", "if", "items", "minItems",
        "minimum", "maximum", "oneOf", "pattern", "required", "then", "type",
    ])
    func whatSchemasDoNotSayIsFoundOut(keyword: String) throws {
        func weakened(_ value: JSONValue, isSchema: Bool = true) -> JSONValue {
            switch value {
            case .array(let elements): return .array(elements.map { weakened($0) })
            case .object(let members):
                // The names of properties and definitions are no keywords.
                let kept = members.filter { !isSchema || $0.key != keyword && !(keyword == "if" && $0.key == "then") }
                    .filter { !isSchema || !(keyword == "if" && $0.key == "else") }
                return .object(
                    Dictionary(
                        kept.map { name, member in
                            (name, weakened(member, isSchema: !(isSchema && ["properties", "$defs"].contains(name))))
                        }, uniquingKeysWith: { first, _ in first }))
            default: return value
            }
        }
        let weak = try SchemaValidator(CheckedFiles.schemas.mapValues { weakened($0) })
        func passes(_ file: CheckedFile, _ value: JSONValue) throws -> Bool {
            try weak.validate(value, against: "\(file.schema).schema.json").isValid
        }
        let isFound =
            try TellingDamage.all.contains {
                let (file, value) = try Self.damaged($0)
                return try passes(file, value)
            } || Self.damaged.contains { try !$0.structural.isEmpty && passes($0.file, $0.value) }
        #expect(isFound)
    }

    /// A damaged file, and what its decoder says.
    private struct Damaged: Sendable {
        let file: CheckedFile
        let mutation: Mutation
        let value: JSONValue
        let errors: [Finding]
        /// Those errors in the file itself that a schema could see.
        let structural: [Finding]
    }

    /// 240 damages to a definition with all keys, 160 to other files with all keys, 50 of them to a plan, and 100 to
    /// those that are shipped or published, the same in every run.
    private static let damaged: [Damaged] = {
        let shipped = CheckedFiles.shipped + CheckedFiles.published
        let source = MutationSource(CheckedFiles.everything + shipped)
        var generator = SeededGenerator(seed: 2020_12)
        var files: [CheckedFile] = []
        guard let definition = CheckedFiles.everything.first, !shipped.isEmpty else { return [] }
        let others = CheckedFiles.everything.dropFirst()
        for _ in 0..<240 { files.append(definition) }
        files += Array(repeating: others.first { $0.schema == "readiness" } ?? definition, count: 50)
        for index in 0..<110 { files.append(others[1 + index % others.count]) }
        for index in 0..<100 { files.append(shipped[index % shipped.count]) }
        var places: [String: [[Step]]] = [:]
        return files.compactMap { file in
            let all = places[file.path] ?? file.value.places
            places[file.path] = all
            guard let mutation = source.mutation(of: file, at: all, &generator) else { return nil }
            let value = mutation.apply(to: file.value)
            guard let errors = try? file.errors(of: value) else { return nil }
            return Damaged(
                file: file, mutation: mutation, value: value, errors: errors,
                structural: errors.filter { $0.isStructural && $0.file == file.path })
        }
    }()

    /// Keys of which another part of the file says which belong there: the definition by which of these an item is
    /// answered, the kind of a task by which of these it is described.
    private static func forms(_ file: CheckedFile, at place: [Step]) -> Set<String> {
        switch (file.schema, place.first) {
        case ("response", .member("answers")): ["option", "options", "number", "text"]
        case ("workload", .member("task")):
            ["rows", "wordsPerRow", "classes", "family", "items", "itemSize", "epochs", "fineTuneShare", "batch"]
        default: []
        }
    }

    /// At every object of the files with all keys, the schema knows the keys that the decoder knows.
    ///
    /// The decoder names those it knows when it meets one that it cannot mistake for any of them. Where it knows more,
    /// since they make sense in another place, it refuses them here.
    @Test(arguments: CheckedFiles.everything)
    func schemasAndDecodersKnowTheSameKeys(file: CheckedFile) throws {
        let source = MutationSource(CheckedFiles.everything)
        let stranger = "qqqqqqqqqqqq"
        let known = try outcome(file.value, file).keys
        var count = 0
        for place in file.value.places {
            guard case .object = file.value[place] else { continue }
            let path = PathText.of(place)
            let value = file.value.replacing(place) { .object($0.members.merging([stranger: 1]) { $1 }) }
            let finding = try file.errors(of: value).first {
                $0.path == PathText.member(path, stranger) && $0.problem.hasSuffix("is not known here")
            }
            guard let keys = known[path] else {
                #expect(finding == nil, "\(file.path) \(path): only the decoder has keys")
                continue
            }
            let opening = "remove it; known keys are "
            let remedy = try #require(finding?.remedy, "\(file.path) \(path): only the schema has keys")
            try #require(remedy.hasPrefix(opening), "\(remedy)")
            let named = Set(remedy.dropFirst(opening.count).split(separator: ", ").map(String.init))
            let forms = Self.forms(file, at: place)
            #expect(
                keys.subtracting(named).subtracting(forms) == [], "\(file.path) \(path): only the schema knows them")
            for key in named.subtracting(keys) {
                for example in source.examples(of: key).prefix(3) {
                    let value = file.value.replacing(place) { .object($0.members.merging([key: example]) { $1 }) }
                    #expect(try !file.errors(of: value).isEmpty, "\(file.path) \(path): only the decoder knows \(key)")
                }
            }
            count += 1
        }
        #expect(count > 0)
    }

    /// The files with all keys have all keys: each that a schema knows occurs in one of them.
    @Test func theFilesWithAllKeysHaveThemAll() {
        func keys(_ schema: JSONValue) -> Set<String> {
            switch schema {
            case .object(let members):
                Set((members["properties"]?.members ?? [:]).keys).union(members.values.flatMap(keys))
            case .array(let elements): Set(elements.flatMap(keys))
            default: []
            }
        }
        func used(_ value: JSONValue) -> Set<String> {
            switch value {
            case .object(let members): Set(members.keys).union(members.values.flatMap(used))
            case .array(let elements): Set(elements.flatMap(used))
            default: []
            }
        }
        let all = Set(CheckedFiles.schemas.values.flatMap(keys))
        let occurring = Set(CheckedFiles.everything.flatMap { used($0.value) })
        #expect(all.count > 150)
        #expect(all.subtracting(occurring) == [])
    }
}

extension MutationSource {
    /// A damage somewhere in a file.
    ///
    /// - Parameter places: all places of the file.
    fileprivate func mutation(
        of file: CheckedFile, at places: [[Step]], _ generator: inout SeededGenerator
    ) -> Mutation? {
        for _ in 0..<100 {
            guard let kind = Mutation.Kind.allCases.randomElement(using: &generator),
                let place = places.randomElement(using: &generator)
            else { return nil }
            if let mutation = mutation(kind, at: place, of: file.value, &generator) { return mutation }
        }
        return nil
    }
}
