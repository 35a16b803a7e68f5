import Mustache
import Projects
import Questionnaires

/// What stands beside the stages: signs and context, hardware, projects that look alike.
extension ProjectModel {
    /// The points outside the stages, by the dimension they belong to.
    func around() -> [MustacheValue] {
        var order: [String] = []
        for point in assessment.around where !order.contains(point.stage) { order.append(point.stage) }
        return order.map { id in
            let dimension = questionnaire.dimension(id)
            return [
                "title": .text(dimension?.title ?? id), "description": optional(dimension?.description),
                "id": .text(id), "tableTitle": .text(dimension?.title ?? id), "hasKinds": false,
                "points": .list(assessment.around.filter { $0.stage == id }.map(pointRow)),
            ]
        }
    }

    /// Every sign of being shelved, seen or not.
    func signs() -> [MustacheValue] {
        (assessment.shelving?.signs ?? []).map { standing in
            let seen =
                switch standing.isSeen {
                case true?: words("project.shelving.yes")
                case false?: words("project.shelving.no")
                case nil: words("project.shelving.notTold")
                }
            return [
                "title": .text(standing.sign.title), "seen": .text(seen), "isAlert": .flag(standing.isSeen == true),
                "description": optional(standing.sign.description), "remedy": .text(standing.sign.remedy),
            ]
        }
    }

    func hardware() -> MustacheValue {
        guard let finding = assessment.hardware, let rule = plan.hardware else { return ["isPresent": false] }
        let record = finding.record
        let check = questionnaire.item(rule.check)
        return [
            "isPresent": true,
            "finding": .text(
                words(
                    "project.hardware.finding",
                    [
                        "point": quoted(rule.check, check?.label), "result": result(finding.result),
                        "date": record.date,
                    ])),
            "binding": optional(
                finding.binding.isEmpty
                    ? nil
                    : words("project.hardware.binding", ["parts": words.list(finding.binding.map(binding))])),
            "rows": .list(hardwareRows(record, rule)),
            "note": page.sentence(
                words(
                    record.accelerator == nil ? "project.hardware.machine" : "project.hardware.machineWith",
                    [
                        "host": page.name(record.host), "memory": numbers.shortest(record.memoryGB),
                        "accelerator": record.accelerator.map { accelerator in
                            // So the benchmark says that there was none.
                            accelerator == "none" ? words("benchmark.noAccelerator") : page.name(accelerator)
                        } ?? "",
                        "workload": page.name(record.workload),
                    ])),
        ]
    }

    private func hardwareRows(_ record: BenchmarkRecord, _ rule: HardwareRule) -> [MustacheValue] {
        func row(_ title: String, _ measured: String, _ limit: String) -> MustacheValue {
            ["title": .text(title), "measured": .text(measured), "limit": .text(limit)]
        }
        let memory = record.availableMemoryMB
        return [
            row(
                words("project.hardware.time"),
                words(
                    "project.hardware.seconds",
                    [
                        "seconds": numbers.shortest(record.seconds), "upper": numbers.shortest(record.upperSeconds),
                        "share": numbers.percent(
                            record.windowSeconds > 0 ? record.upperSeconds / record.windowSeconds : nil),
                    ]),
                words("project.hardware.window", ["seconds": numbers.shortest(record.windowSeconds)])),
            row(
                words("project.hardware.memory"),
                words(
                    "project.hardware.megabytes",
                    [
                        "memory": numbers.shortest(record.peakMemoryMB),
                        "share": numbers.percent(memory > 0 ? record.peakMemoryMB / memory : nil),
                    ]),
                words(
                    "project.hardware.memoryLimit",
                    ["memory": numbers.shortest(memory), "share": numbers.percent(rule.metMemory)])),
            row(
                words("project.hardware.extrapolation"),
                words("project.hardware.times", ["times": numbers.shortest(record.extrapolation)]),
                words("project.hardware.timesLimit", ["times": numbers.shortest(rule.metExtrapolation)])),
            row(
                words("project.hardware.age"), record.date,
                words.plural("project.hardware.months", rule.months)),
        ]
    }

    private func binding(_ binding: HardwareFinding.Binding) -> String {
        switch binding {
        case .time: words("project.hardware.bindingTime")
        case .memory: words("project.hardware.bindingMemory")
        case .extrapolation: words("project.hardware.bindingExtrapolation")
        case .age: words("project.hardware.bindingAge")
        }
    }

    /// A result in the words of the point that it answers.
    private func result(_ result: HardwareResult) -> String {
        guard let rule = plan.hardware, let item = questionnaire.item(rule.check), let option = rule.options[result],
            let position = item.scale.position(of: option)
        else { return result.rawValue }
        return item.scale.options[position].label
    }

    /// Where the measurement says something else than people did.
    func contradictions() -> [String] {
        guard let finding = assessment.hardware else { return [] }
        let measured = ["result": result(finding.result), "date": finding.record.date]
        return assessment.contradictions.map { contradiction in
            switch contradiction {
            case .project(let item, let said):
                words(
                    "project.contradiction.project",
                    measured.merging(["point": quoted(item.id, item.label), "said": said.label]) { $1 })
            case .organisation(let item, let value, let because):
                words(
                    "project.contradiction.organisation",
                    measured.merging([
                        "point": quoted(item.id, item.label), "value": numbers.fixed(value, decimals: 1),
                        "highest": String(max(0, item.scale.options.count - 1)), "because": because ?? "",
                    ]) { $1 })
            }
        }
    }

    func similar(_ project: SimilarProject) -> MustacheValue {
        [
            "id": .text(project.id), "title": page.alone(project.title),
            "similarity": .text(numbers.percent(project.similarity)),
            "words": page.sentence(project.words.map(page.name).joined(separator: words("list.separator"))),
            "dataSources": page.sentence(
                project.dataSources.isEmpty
                    ? "–" : project.dataSources.map(page.name).joined(separator: words("project.fact.separator"))),
        ]
    }
}
