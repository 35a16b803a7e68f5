import JSON

extension QuestionnaireDecoder {
    private static let recommendationKeys = [
        "id", "dimension", "title", "summary", "why", "firstSteps", "responsible", "effortDays", "builds", "removes",
        "requires", "tags", "origin", "source", "when",
    ]

    func recommendationPolicy(_ reader: JSONReader) -> RecommendationPolicy? {
        guard let object = reader.object(keys: ["floor", "ceiling", "gateCeiling", "rankBy"]) else { return nil }
        names.policyKeys = Set(object.all.map(\.name))
        let criteria = (object["rankBy"]?.array() ?? []).compactMap { reader -> RecommendationPolicy.Criterion? in
            if case .string = reader.node.content {
                switch reader.name(among: ["effort", "id"], kind: "criterion") {
                case "effort": return .effort
                case "id": return .id
                default: return nil
                }
            }
            guard let object = reader.object(keys: ["gain"]), let gain = object.required("gain") else { return nil }
            return .gain(coefficients(gain) { metricName($0, among: names.metrics) })
        }
        return RecommendationPolicy(
            floor: object["floor"]?.number(), ceiling: object["ceiling"]?.number(),
            gateCeiling: object["gateCeiling"]?.name(among: names.options, kind: "option"), rankBy: criteria)
    }

    func recommendations(in files: [JSONObjectReader], policy: RecommendationPolicy?) -> [Recommendation] {
        let objects = self.objects(
            "recommendations", of: files, keys: QuestionnaireDecoder.recommendationKeys, kind: "recommendation")
        names.recommendations = KnownNames(objects.compactMap(\.writtenID))
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
        if [object["builds"], object["removes"]].allSatisfy({ $0?.isEmptyObject != false }) {
            object.reader.report("the recommendation changes no item", "name items that it \"builds\" or \"removes\"")
        }
        let requires = (object["requires"]?.array() ?? [])
            .compactMap { $0.name(among: names.recommendations, kind: "recommendation") }
        let tags = tagValues(object["tags"])
        let origin = object["origin"].flatMap { $0.choice(Recommendation.Origin.self) } ?? .ours
        let source = citation(object["source"])
        let when = object["when"].flatMap { condition($0, in: .assessment(nil)) }
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
            guard names.itemDirections[item] != .blocker else {
                value.report(
                    "\"\(item)\" is a blocker: to build it would make things worse", "name it under \"removes\"")
                return nil
            }
            let floor = effect["floor"].map { $0.number(in: range(of: item)) } ?? policy?.floor
            if !isGiven("floor", effect) { value.report("no floor is given", "add \"floor\", here or in the policy") }
            return floor.map { Recommendation.Floor(item: item, value: $0) }
        }
    }

    private func ceilings(_ reader: JSONReader?, policy: RecommendationPolicy?) -> [Recommendation.Ceiling] {
        guard let object = reader?.map() else { return [] }
        return object.all.compactMap { item, value in
            guard object.checkName(item, among: names.items, kind: "item"),
                let effect = value.object(keys: ["ceiling", "gateCeiling"])
            else { return nil }
            if let direction = names.itemDirections[item], direction != .blocker {
                value.report(
                    "\"\(item)\" is no blocker: to remove it would make things worse", "name it under \"builds\"")
                return nil
            }
            let ceiling = effect["ceiling"].map { $0.number(in: range(of: item)) } ?? policy?.ceiling
            if !isGiven("ceiling", effect) {
                value.report("no ceiling is given", "add \"ceiling\", here or in the policy")
            }
            let position = names.itemScales[item].flatMap {
                gatePosition(effect, item: item, scale: $0, inPolicy: policy?.gateCeiling)
            }
            guard let ceiling, let position else { return nil }
            return Recommendation.Ceiling(item: item, value: ceiling, gatePosition: position)
        }
    }

    /// The place to which a gate rating falls, from the effect itself or from the policy.
    private func gatePosition(
        _ effect: JSONObjectReader, item: String, scale: AnswerScale, inPolicy option: String?
    ) -> Int? {
        let options = scale.options.map(\.id)
        if let own = effect["gateCeiling"] { return own.name(among: options, kind: "option").flatMap(scale.position) }
        if !isGiven("gateCeiling", effect) {
            effect.reader.report(
                "no ceiling of the gate rating is given", "add \"gateCeiling\", here or in the policy")
        }
        guard let option else { return nil }
        guard let position = scale.position(of: option) else {
            effect.reader.report(
                "the scale of \"\(item)\" has no option \"\(option)\", which the policy names",
                "add \"gateCeiling\" with one of \(options.joined(separator: ", "))")
            return nil
        }
        return position
    }

    /// The values that an item can have; nothing where its scale is not known, or has only one value.
    private func range(of item: String) -> ClosedRange<Double>? {
        names.itemScales[item].map(\.range).flatMap { $0.lowerBound < $0.upperBound ? $0 : nil }
    }

    /// Whether a key stands in an effect or in the policy, where it may have been reported.
    private func isGiven(_ key: String, _ effect: JSONObjectReader) -> Bool {
        effect[key] != nil || names.policyKeys.contains(key)
    }

    /// Recommendations that wait for one another can never begin.
    private func reportCircles(in recommendations: [Recommendation], objects: [JSONObjectReader]) {
        var references = ReferenceGraph<String>()
        let readers = Dictionary(
            objects.compactMap { object -> (String, JSONReader)? in
                object.writtenID.map { ($0, object.reader) }
            }, uniquingKeysWith: { first, _ in first })
        for recommendation in recommendations {
            if let reader = readers[recommendation.id] { references.define(recommendation.id, at: reader) }
            for required in recommendation.requires { references.add(from: recommendation.id, to: required) }
        }
        references.reportCircles(
            name: { $0 }, remedy: "remove one of these prerequisites: as it is, none of them can begin")
    }
}
