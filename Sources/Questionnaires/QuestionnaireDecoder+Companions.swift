public import JSON

/// Other questionnaires that a definition sets beside its members.
extension QuestionnaireDecoder {
    func companions(_ list: JSONReader?, of id: String, members: Family) -> [Presentation.Companion] {
        var seen: Set<[String]> = []
        return (list?.array() ?? []).compactMap { reader in
            guard let object = reader.object(keys: ["questionnaire", "member", "title", "metrics"]) else { return nil }
            let questionnaire = object.identifier("questionnaire")
            if questionnaire == id, !id.isEmpty {
                object["questionnaire"]?.report(
                    "a questionnaire cannot stand beside itself", "name another questionnaire")
            }
            let member = object.required("member").flatMap { name($0, ofMemberOf: members) }
            let title = object.requiredText("title")
            let metrics = object.required("metrics")?.array()
            if let metrics, metrics.isEmpty {
                object["metrics"]?.report("no metric is named", "name at least one metric of the other questionnaire")
            }
            guard let questionnaire, let member, let title, let metrics else { return nil }
            if !seen.insert([questionnaire, member]).inserted {
                reader.report(
                    "\"\(questionnaire)\" is set beside \"\(member)\" twice", "keep one, and list all metrics there")
            }
            return Presentation.Companion(
                questionnaire: questionnaire, member: member, title: title,
                // What they are is known only to the other questionnaire.
                metrics: metrics.compactMap { $0.identifier() })
        }
    }

    private func name(_ reader: JSONReader, ofMemberOf family: Family) -> String? {
        // Where no metric is defined for the family, that is the mistake.
        guard let group = names.groups.first(where: { $0.family == family }) else { return reader.string() }
        return reader.name(among: group.members, kind: "member of that family")
    }
}

extension Questionnaire {
    /// Checks what a definition says about other questionnaires, which can be done only once these are known.
    ///
    /// - Parameters:
    ///   - main: the main file of the definition; findings stand in the reader.
    ///   - ids: all questionnaires there are; nothing where unknown ones need not be reported.
    ///   - questionnaires: those whose metrics are to be looked for, by id.
    public static func checkCompanions(
        _ main: JSONReader, among ids: [String]?, against questionnaires: [String: Questionnaire]
    ) {
        guard let presentation = main.quietObject?["presentation"]?.quietObject,
            let list = presentation["companions"], case .array = list.node.content
        else { return }
        for object in (list.array() ?? []).compactMap(\.quietObject) {
            guard let reader = object["questionnaire"], case .string(let id) = reader.node.content else { continue }
            if let ids, reader.name(among: ids, kind: "questionnaire") == nil { continue }
            guard let questionnaire = questionnaires[id], let metrics = object["metrics"],
                case .array = metrics.node.content
            else { continue }
            let known = questionnaire.metricIDs
            for metric in metrics.array() ?? [] {
                guard case .string = metric.node.content else { continue }
                _ = metric.name(among: known, kind: "metric of \(id)")
            }
        }
    }

    /// The full ids of all metrics.
    private var metricIDs: [String] {
        metricGroups.flatMap { group in
            guard let family = group.each else { return group.metrics.map(\.id) }
            return family.members(dimensions: dimensions, tags: tags).flatMap { member in
                group.metrics.map { "\(member).\($0.id)" }
            }
        }
    }
}
