import JSON

extension QuestionnaireDecoder {
    private static let recommendationKeys = [
        "id", "dimension", "title", "summary", "why", "firstSteps", "responsible", "effortDays", "builds", "removes",
        "requires", "tags", "origin", "source", "when",
    ]

    func recommendationPolicy(_ reader: JSONReader) -> RecommendationPolicy? {
        guard let object = reader.object(keys: ["floor", "ceiling", "gateCeiling", "rankBy"]) else { return nil }
        let criteria = (object["rankBy"]?.array() ?? []).compactMap { reader -> RecommendationPolicy.Criterion? in
            if case .string = reader.node.content {
                switch reader.name(among: ["effort", "id"], kind: "criterion") {
                case "effort": return .effort
                case "id": return .id
                default: return nil
                }
            }
            guard let object = reader.object(keys: ["gain"]), let gain = object.required("gain") else { return nil }
            return .gain(coefficients(gain) { $0.name(among: names.metrics, kind: "metric") })
        }
        let options = Set(names.scales.values.flatMap { $0.options.map(\.id) }).sorted()
        return RecommendationPolicy(
            floor: object["floor"]?.number(), ceiling: object["ceiling"]?.number(),
            gateCeiling: object["gateCeiling"]?.name(among: options, kind: "option"), rankBy: criteria)
    }

    func recommendations(in files: [JSONObjectReader], policy: RecommendationPolicy?) -> [Recommendation] {
        let objects = files.flatMap {
            self.objects($0["recommendations"], keys: QuestionnaireDecoder.recommendationKeys)
        }
        for object in objects {
            guard case .string(let id)? = object["id"]?.node.content else { continue }
            names.recommendations.append(id)
        }
        let result = objects.compactMap { recommendation($0, policy: policy) }
        reportCircles(in: result, objects: objects)
        return result
    }

    private func recommendation(_ object: JSONObjectReader, policy: RecommendationPolicy?) -> Recommendation? {
        let dimension = object.required("dimension")?.name(among: names.dimensions, kind: "dimension")
        let title = object.requiredText("title")
        let summary = object.requiredText("summary")
        let why = object.expectedText("why")
        let steps = object.texts("firstSteps")
        if steps.isEmpty { object.reader.warn("there are no first steps", "say what to do this week") }
        let responsible = object.required("responsible")?.name(among: names.roles, kind: "role")
        let effort = object.required("effortDays")?.integer(in: 0...100_000)
        let builds = floors(object["builds"], policy: policy)
        let removes = ceilings(object["removes"], policy: policy)
        if builds.isEmpty, removes.isEmpty {
            object.reader.report("the recommendation changes no item", "name items that it \"builds\" or \"removes\"")
        }
        let requires = (object["requires"]?.array() ?? [])
            .compactMap { $0.name(among: names.recommendations, kind: "recommendation") }
        let tags = tagValues(object["tags"])
        let origin = object["origin"].flatMap { $0.choice(Recommendation.Origin.self) } ?? .ours
        let source = citation(object["source"])
        let when = object["when"].flatMap { condition($0, hasInput: false) }
        guard let id = object.identifier("id"), let dimension, let title, let summary, let responsible, let effort
        else {
            return nil
        }
        return Recommendation(
            id: id, dimension: dimension, title: title, summary: summary, why: why ?? "", firstSteps: steps,
            responsible: responsible, effortDays: effort, builds: builds, removes: removes, requires: requires,
            tags: tags, origin: origin, source: source, when: when)
    }

    private func floors(_ reader: JSONReader?, policy: RecommendationPolicy?) -> [Recommendation.Floor] {
        guard let object = reader?.map() else { return [] }
        return object.all.compactMap { item, value in
            guard object.checkName(item, among: names.items, kind: "item"),
                let effect = value.object(keys: ["floor"])
            else { return nil }
            let scale = names.itemScales[item]
            guard let floor = effect["floor"].map({ $0.number(in: scale?.range) }) ?? policy?.floor else {
                if effect["floor"] == nil { value.report("no floor is given", "add \"floor\", here or in the policy") }
                return nil
            }
            return Recommendation.Floor(item: item, value: floor)
        }
    }

    private func ceilings(_ reader: JSONReader?, policy: RecommendationPolicy?) -> [Recommendation.Ceiling] {
        guard let object = reader?.map() else { return [] }
        return object.all.compactMap { item, value in
            guard object.checkName(item, among: names.items, kind: "item"),
                let effect = value.object(keys: ["ceiling", "gateCeiling"])
            else { return nil }
            let scale = names.itemScales[item]
            let ceiling = effect["ceiling"].map { $0.number(in: scale?.range) } ?? policy?.ceiling
            let options = scale?.options.map(\.id) ?? []
            let gate = effect["gateCeiling"].map { $0.name(among: options, kind: "option") } ?? policy?.gateCeiling
            guard let ceiling, let gate, let position = scale?.position(of: gate) else {
                if effect["ceiling"] == nil, policy?.ceiling == nil {
                    value.report("no ceiling is given", "add \"ceiling\" and \"gateCeiling\", here or in the policy")
                }
                return nil
            }
            return Recommendation.Ceiling(item: item, value: ceiling, gatePosition: position)
        }
    }

    /// Recommendations that wait for one another can never begin.
    private func reportCircles(in recommendations: [Recommendation], objects: [JSONObjectReader]) {
        var references = ReferenceGraph<String>()
        let readers = Dictionary(
            objects.compactMap { object -> (String, JSONReader)? in
                guard case .string(let id)? = object["id"]?.node.content else { return nil }
                return (id, object.reader)
            }, uniquingKeysWith: { first, _ in first })
        for recommendation in recommendations {
            if let reader = readers[recommendation.id] { references.define(recommendation.id, at: reader) }
            for required in recommendation.requires { references.add(from: recommendation.id, to: required) }
        }
        references.reportCircles(
            name: { $0 }, remedy: "remove one of these prerequisites: as it is, none of them can begin")
    }
}
