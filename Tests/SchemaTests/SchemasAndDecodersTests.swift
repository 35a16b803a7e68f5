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
        #expect(CheckedFiles.shipped.count >= 45)
        #expect(CheckedFiles.published.count == 3)
        #expect(CheckedFiles.everything.count == 8)
        #expect(Set(CheckedFiles.everything.map { "\($0.schema).schema.json" }) == Set(CheckedFiles.schemas.keys))
    }

    /// 800 damages, the same in every run: what the decoder refuses for its structure the schema refuses, and what the
    /// schema refuses the decoder refuses.
    @Test func ofEightHundredDamagedFilesSchemasAndDecodersRefuseTheSame() throws {
        let shipped = CheckedFiles.shipped + CheckedFiles.published
        let source = MutationSource(CheckedFiles.everything + shipped)
        var generator = SeededGenerator(seed: 2020_12)
        var refused = 0
        var kinds: [Mutation.Kind: Int] = [:]
        var files: [CheckedFile] = []
        for index in 0..<600 { files.append(CheckedFiles.everything[index % CheckedFiles.everything.count]) }
        for index in 0..<200 { files.append(shipped[index % shipped.count]) }
        for file in files {
            guard let mutation = source.mutation(of: file, &generator) else { continue }
            let value = mutation.apply(to: file.value)
            kinds[mutation.kind, default: 0] += 1
            if try refusal(of: value, file, "\(mutation)") { refused += 1 }
        }
        #expect(files.count == 800 && kinds.count == Mutation.Kind.allCases.count)
        #expect(refused > 500)
    }

    /// Whether schema and decoder refuse a value; they must agree.
    private func refusal(of value: JSONValue, _ file: CheckedFile, _ name: String) throws -> Bool {
        let problems = try outcome(value, file).problems
        let errors = try file.errors(of: value)
        let structural = errors.filter { $0.isStructural && $0.file == file.path }
        #expect(
            structural.isEmpty || !problems.isEmpty, "\(file.path) \(name): only the decoder refuses: \(structural)")
        #expect(problems.isEmpty || !errors.isEmpty, "\(file.path) \(name): only the schema refuses: \(problems)")
        return !problems.isEmpty
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
            #expect(keys.subtracting(named) == [], "\(file.path) \(path): only the schema knows them")
            for key in named.subtracting(keys) {
                for example in source.examples(of: key) {
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
    fileprivate func mutation(of file: CheckedFile, _ generator: inout SeededGenerator) -> Mutation? {
        let places = file.value.places
        for _ in 0..<100 {
            guard let kind = Mutation.Kind.allCases.randomElement(using: &generator),
                let place = places.randomElement(using: &generator)
            else { return nil }
            if let mutation = mutation(kind, at: place, of: file.value, &generator) { return mutation }
        }
        return nil
    }
}
