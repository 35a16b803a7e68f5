public import JSON
public import Questionnaires

extension ProjectRecords {
    /// The newest version of the format that this program reads.
    public static let formatVersion = 1

    /// Reads the records of a project.
    ///
    /// - Parameters:
    ///   - plan: what stages, blockers and kinds of change there are.
    ///   - roles: the roles that may be named.
    /// - Returns: the records unless they have errors; the findings stand in the reader.
    public static func decode(_ reader: JSONReader, plan: ReadinessPlan, roles: [Role]) -> ProjectRecords? {
        let keys = ["$schema", "formatVersion", "conditions", "overrides", "changes", "skipped"]
        guard let object = reader.object(keys: keys, formatVersion: formatVersion) else { return nil }
        let names = RecordNames(plan: plan, roles: roles.map(\.id))
        let conditions = (object["conditions"]?.array() ?? []).compactMap(names.condition)
        let overrides = (object["overrides"]?.array() ?? []).compactMap(names.override)
        let changes = (object["changes"]?.array() ?? []).compactMap(names.change)
        let skipped = (object["skipped"]?.array() ?? []).compactMap(names.skipped)
        guard !reader.findings.hasErrors else { return nil }
        return ProjectRecords(conditions: conditions, overrides: overrides, changes: changes, skipped: skipped)
    }
}

/// Everything that records can refer to.
private struct RecordNames {
    let plan: ReadinessPlan
    let roles: [String]

    private func role(_ reader: JSONReader?) -> String? { reader?.name(among: roles, kind: "role") }

    private func stage(_ object: JSONObjectReader) -> String? {
        object.required("stage")?.name(among: plan.stages.map(\.id), kind: "stage")
    }

    private func blocker(_ reader: JSONReader?) -> String? {
        reader?.name(among: plan.inheritance?.blockers.map(\.blocker) ?? [], kind: "blocker that reaches a stage")
    }

    func condition(_ reader: JSONReader) -> AgreedCondition? {
        let keys = ["check", "blocker", "stage", "action", "ownerRole", "due", "closedOn"]
        guard let object = reader.object(keys: keys) else { return nil }
        let about: AgreedCondition.Subject
        switch (object["check"], object["blocker"]) {
        case (let check?, nil):
            guard let id = check.name(among: plan.points.map(\.id), kind: "point of a stage") else { return nil }
            if let stage = object["stage"] {
                stage.report("a condition on a check belongs to the stage of that check", "remove \"stage\"")
            }
            about = .check(id)
        case (nil, let blocker?):
            guard let id = self.blocker(blocker), let stage = stage(object) else { return nil }
            about = .blocker(id, stage: stage)
        case (nil, nil):
            reader.report(
                "it does not say what the condition is about", "add \"check\", or \"blocker\" and \"stage\"")
            return nil
        case (_?, let blocker?):
            blocker.report("the condition is about a check and a blocker", "write one condition for each")
            return nil
        }
        let due = object["due"]?.date()
        if object["due"] == nil { reader.warn("the condition has no date", "add \"due\" with the last day") }
        let owner = role(object["ownerRole"])
        if object["ownerRole"] == nil {
            reader.warn("the condition has no owner", "add \"ownerRole\" with the role that puts it right")
        }
        return AgreedCondition(
            about: about, action: object["action"]?.text(), ownerRole: owner, due: due,
            closedOn: object["closedOn"]?.date())
    }

    func override(_ reader: JSONReader) -> Override? {
        guard let object = reader.object(keys: ["blocker", "stage", "evidence", "date", "byRole"]),
            let blocker = blocker(object.required("blocker")), let stage = stage(object),
            let evidence = object.required("evidence")?.text(), let date = object.required("date")?.date(),
            let byRole = role(object.required("byRole"))
        else { return nil }
        return Override(blocker: blocker, stage: stage, evidence: evidence, date: date, byRole: byRole)
    }

    func change(_ reader: JSONReader) -> ChangeEvent? {
        guard let object = reader.object(keys: ["kind", "date", "note"]),
            let kind = object.required("kind")?.name(among: plan.changes.map(\.id), kind: "kind of change"),
            let date = object.required("date")?.date()
        else { return nil }
        return ChangeEvent(kind: kind, date: date, note: object["note"]?.text())
    }

    func skipped(_ reader: JSONReader) -> SkippedStage? {
        guard let object = reader.object(keys: ["stage", "reason", "byRole", "date"]), let stage = stage(object),
            let reason = object.required("reason")?.text()
        else { return nil }
        return SkippedStage(
            stage: stage, reason: reason, byRole: role(object["byRole"]), date: object["date"]?.date())
    }
}
