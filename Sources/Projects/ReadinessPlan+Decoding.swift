public import JSON
public import Questionnaires
import Responses

/// What came of reading a plan: the plan unless there are errors, and everything found on the way.
public struct DecodedReadinessPlan {
    public let plan: ReadinessPlan?
    public let findings: [Finding]
}

extension ReadinessPlan {
    /// The newest version of the format that this program reads.
    public static let formatVersion = 1

    /// Reads a plan from its files and checks it against the questionnaire.
    ///
    /// - Parameter organisation: the questionnaire by which the organisation is assessed; where there is none, what
    ///   the plan says about its items is not checked.
    public static func decode(
        _ files: [DefinitionFile], questionnaire: Questionnaire, organisation: Questionnaire?
    ) -> DecodedReadinessPlan {
        let readers = files.map { JSONReader($0.document, file: $0.name) }
        let decoder = ReadinessPlanDecoder(questionnaire: questionnaire, organisation: organisation)
        let plan = decoder.decode(readers)
        let findings = readers.flatMap(\.findings.list).sorted()
        return DecodedReadinessPlan(
            plan: findings.contains { $0.severity == .error } ? nil : plan, findings: findings)
    }
}

/// Reads a plan: first its stages, then what refers to them.
struct ReadinessPlanDecoder {
    let questionnaire: Questionnaire
    let organisation: Questionnaire?

    private static let keys = [
        "$schema", "formatVersion", "stages", "gate", "weighed", "status", "proof", "inheritance", "reliance",
        "changes",
        "askedOf", "hardware", "shelving", "similarity", "riskStandings", "toolFamilies", "approaches", "risks",
        "businessCase",
    ]

    func decode(_ readers: [JSONReader]) -> ReadinessPlan? {
        let objects = readers.compactMap {
            $0.object(keys: ReadinessPlanDecoder.keys, formatVersion: ReadinessPlan.formatVersion)
        }
        guard objects.count == readers.count, let main = objects.first else { return nil }
        let keys = Keys(objects)
        guard let stagesReader = keys["stages"] else {
            main.reader.report("no file of the plan has the key \"stages\"", "add it")
            return nil
        }
        guard let stages = stages(stagesReader), let statusReader = keys["status"] else {
            if keys["status"] == nil { main.reader.report("no file of the plan has the key \"status\"", "add it") }
            return nil
        }
        let members = stages.dimension.children
        let points = questionnaire.items.filter { item in members.contains { item.ancestors.contains($0.id) } }
        let ids = members.map(\.id)
        guard let status = status(statusReader, ownOutcomes: stages.outcomes) else { return nil }
        let risks = risks(keys, stages: ids)
        var stageOfPoint: [String: String] = [:]
        var pointsOfRisk: [String: [String]] = [:]
        for item in points {
            stageOfPoint[item.id] = members.first { item.ancestors.contains($0.id) }?.id
            for risk in risks.tag.flatMap({ item.tags[$0] }) ?? [] { pointsOfRisk[risk, default: []].append(item.id) }
        }
        return ReadinessPlan(
            stages: members, ownStatus: stages.metric, share: stages.share, points: points,
            gate: keys["gate"].flatMap(gate), weighed: keys["weighed"].flatMap(weighed), status: status,
            proof: keys["proof"].flatMap { proof($0, stages: ids) },
            inheritance: keys["inheritance"].flatMap { inheritance($0, stages: ids) },
            reliance: (keys["reliance"]?.array() ?? []).compactMap { reliance($0, points: points) },
            changes: changes(keys["changes"], points: points), askedOf: askedOf(keys["askedOf"]),
            defaultRole: questionnaire.roles.first?.id,
            hardware: keys["hardware"].flatMap { hardware($0, points: points) },
            shelving: keys["shelving"].flatMap(shelving), similarity: keys["similarity"].flatMap(similarity),
            risks: risks,
            businessCase: keys["businessCase"].flatMap(businessCase), stageOfPoint: stageOfPoint,
            pointsOfRisk: pointsOfRisk)
    }

    /// The keys of all files; a key belongs into one.
    struct Keys {
        private var values: [String: JSONReader] = [:]

        init(_ objects: [JSONObjectReader]) {
            for object in objects {
                for (name, value) in object.all where name != "$schema" && name != "formatVersion" {
                    if values[name] != nil {
                        object.reportName(
                            name, "another file of the plan has the key \"\(name)\" too", "keep one of them")
                    }
                    values[name] = values[name] ?? value
                }
            }
        }

        subscript(name: String) -> JSONReader? { values[name] }
    }

    private struct Stages {
        let dimension: Dimension
        let metric: String
        let share: String
        let outcomes: [String]
    }

    private func stages(_ reader: JSONReader) -> Stages? {
        guard let object = reader.object(keys: ["dimension", "metric", "share"]),
            let parent = object.required("dimension"),
            let id = parent.name(among: questionnaire.dimensions.flatMap(\.subtree).map(\.id), kind: "dimension"),
            let dimension = questionnaire.dimension(id)
        else { return nil }
        let family = questionnaire.metricGroups.filter { $0.each == .dimension(id, depth: 1) }.flatMap(\.metrics)
        guard let metric = object.required("metric")?.name(among: family.map(\.id), kind: "metric of each stage"),
            let share = object.required("share")?.name(among: family.map(\.id), kind: "metric of each stage")
        else { return nil }
        guard case .verdict(let rule)? = family.first(where: { $0.id == metric })?.rule else {
            object["metric"]?.report("\"\(metric)\" is no verdict", "name a metric that is one")
            return nil
        }
        return Stages(dimension: dimension, metric: metric, share: share, outcomes: rule.outcomes.map(\.id))
    }

    private func gate(_ reader: JSONReader) -> ReadinessPlan.Gate? {
        guard let object = reader.object(keys: ["tag", "value", "holdsFrom"]), let (tag, value) = tagValue(object),
            let holdsFrom = object.required("holdsFrom")?.number()
        else { return nil }
        return ReadinessPlan.Gate(tag: tag, value: value, holdsFrom: holdsFrom)
    }

    private func weighed(_ reader: JSONReader) -> ReadinessPlan.Weighed? {
        guard let object = reader.object(keys: ["tag", "value"]), let (tag, value) = tagValue(object) else {
            return nil
        }
        return ReadinessPlan.Weighed(tag: tag, value: value)
    }

    private func tagValue(_ object: JSONObjectReader) -> (tag: String, value: String)? {
        guard let tag = object.required("tag")?.name(among: questionnaire.tags.map(\.id), kind: "tag"),
            let value = object.required("value")?.name(
                among: questionnaire.tag(tag)?.values.map(\.id) ?? [], kind: "value of the tag")
        else { return nil }
        return (tag, value)
    }

    private func proof(_ reader: JSONReader, stages: [String]) -> ReadinessPlan.Proof? {
        guard let object = reader.object(keys: ["stages", "atLeast"]),
            let names = object.required("stages")?.array()?.compactMap({ $0.name(among: stages, kind: "stage") }),
            let atLeast = object.required("atLeast")?.choice(Evidence.Kind.self)
        else { return nil }
        return ReadinessPlan.Proof(stages: Set(names), atLeast: atLeast)
    }

    private func reliance(_ reader: JSONReader, points: [Item]) -> ReadinessPlan.Reliance? {
        guard let object = reader.object(keys: ["point", "on", "because"]), let point = point(object, "point", points),
            let on = self.point(object, "on", points)
        else { return nil }
        return ReadinessPlan.Reliance(point: point, on: on, because: object.optionalText("because"))
    }

    private func point(_ object: JSONObjectReader, _ key: String, _ points: [Item]) -> String? {
        object.required(key)?.name(among: points.map(\.id), kind: "point of a stage")
    }

    func names(_ reader: JSONReader?, points: [Item]) -> [String] {
        let ids = points.map(\.id)
        return (reader?.array() ?? []).compactMap { $0.name(among: ids, kind: "point") }
    }

    private func changes(_ reader: JSONReader?, points: [Item]) -> [ReadinessPlan.ChangeKind] {
        objects(reader, keys: ["id", "title", "description", "reopens"]).compactMap { object in
            guard let id = object.identifier("id"), let title = object.requiredText("title") else { return nil }
            return ReadinessPlan.ChangeKind(
                id: id, title: title, description: object.optionalText("description"),
                reopens: Set(names(object.required("reopens"), points: points)))
        }
    }

    private func askedOf(_ reader: JSONReader?) -> [String: String] {
        guard let object = reader?.map() else { return [:] }
        var result: [String: String] = [:]
        let roles = questionnaire.roles.map(\.id)
        for (role, list) in object.all where object.checkName(role, among: roles, kind: "role") {
            for point in list.array() ?? [] {
                guard let id = point.name(among: questionnaire.items.map(\.id), kind: "item") else { continue }
                if let other = result[id] { point.report("\(id) is asked of \(other) already", "name one role") }
                result[id] = role
            }
        }
        return result
    }

    private func inheritance(_ reader: JSONReader, stages: [String]) -> Inheritance? {
        guard let object = reader.object(keys: ["from", "effectAt", "blockers"]),
            let from = object.required("from")?.name(among: questionnaire.subjects.map(\.id), kind: "subject")
        else { return nil }
        var effectAt: [String: Inheritance.Strength] = [:]
        if let list = object.required("effectAt")?.map() {
            let blockers = organisation?.items.filter { $0.direction == .blocker } ?? []
            let known = Set(blockers.flatMap { $0.scale.options.map(\.id) }).sorted()
            for (rating, strength) in list.all {
                if organisation != nil {
                    guard list.checkName(rating, among: known, kind: "option of a blocker") else { continue }
                }
                effectAt[rating] = strength.choice(Inheritance.Strength.self)
            }
        }
        var blockers: [Inheritance.Reach] = []
        if let list = object.required("blockers")?.map() {
            for (id, value) in list.all {
                if let organisation {
                    let known = organisation.items.filter { $0.direction == .blocker }.map(\.id)
                    guard list.checkName(id, among: known, kind: "blocker") else { continue }
                }
                guard let reached = value.map() else { continue }
                var effects: [String: Inheritance.Effect] = [:]
                for (stage, effect) in reached.all where reached.checkName(stage, among: stages, kind: "stage") {
                    effects[stage] = effect.choice(Inheritance.Effect.self)
                }
                blockers.append(Inheritance.Reach(blocker: id, stages: effects))
            }
        }
        return Inheritance(from: from, effectAt: effectAt, blockers: blockers)
    }

    /// The objects of a list; reports ids that occur twice.
    func objects(_ reader: JSONReader?, keys: [String]) -> [JSONObjectReader] {
        var seen: Set<String> = []
        return (reader?.array() ?? []).compactMap { element in
            guard let object = element.object(keys: keys) else { return nil }
            if case .string(let id)? = object["id"]?.node.content, !seen.insert(id).inserted {
                object["id"]?.report("the id \"\(id)\" occurs twice", "give each its own id")
            }
            return object
        }
    }
}
