import Mustache
import Projects
import Questionnaires
import Scoring

/// How the status of a stage comes about, told from the plan.
extension ProjectModel {
    func method() -> [String: MustacheValue] {
        let outcomes = plan.status.outcomes
        let rows = inheritanceRows()
        return [
            "description": .text(questionnaire.description),
            "gate": optional(
                plan.gate.map { words("project.method.gate", ["must": mustWord(), "level": holdsFrom($0)]) }),
            "weighed": optional(
                plan.weighed.map { words("project.method.weighed", ["kind": tagWord($0.tag, $0.value)]) }),
            "proof": optional(
                plan.proof.map { proof in
                    words(
                        "project.method.proof",
                        [
                            "must": mustWord(), "evidence": evidenceKind(proof.atLeast),
                            "stages": stages(assessment.stages.filter { proof.stages.contains($0.stage.id) }),
                        ])
                }),
            "outcomes": .list(
                outcomes.map { ["status": StageStatusValue($0).value, "description": optional($0.description)] }),
            "rules": .list(plan.status.rules.map(rule)),
            "otherwise": .text(plan.status.outcome(plan.status.otherwise.outcome)?.title ?? ""),
            "hasInheritance": .flag(!rows.isEmpty), "inheritance": .list(rows),
            "effects": optional(plan.inheritance.map(effects)),
            "stageNumbers": .list(
                plan.stages.map { .text(words("project.method.stage", ["number": String(number(of: $0.id))])) }),
            "changes": .list(
                plan.changes.map { ["title": .text($0.title), "description": optional($0.description)] }),
            "hasChanges": .flag(!plan.changes.isEmpty),
            "shelving": optional(plan.shelving?.description),
            "levels": .list(
                ((plan.shelving?.levels ?? []) + [plan.shelving?.otherwise].compactMap { $0 }).map {
                    [
                        "status": StageStatusValue($0, words: words).value,
                        "description": optional($0.description),
                    ]
                }),
            "riskStandings": .list(
                (plan.risks.standings + [plan.risks.notAsked].compactMap { $0 }).map {
                    [
                        "status": StageStatusValue($0, words: words).value,
                        "description": optional($0.description),
                    ]
                }),
            "similarity": optional(plan.similarity?.description),
            "similarityMeasured": optional(plan.similarity?.measured),
            "asOf": .text(assessment.asOf.map { words("method.asOf", ["date": $0]) } ?? words("method.noDate")),
            "sources": .list(questionnaire.sources.map(source)), "hasSources": .flag(!questionnaire.sources.isEmpty),
        ]
    }

    /// The least answer with which a point holds that has to.
    private func holdsFrom(_ gate: ReadinessPlan.Gate) -> String {
        let scale = plan.points.first { gate.contains($0) }?.scale
        let option = scale?.options.first { $0.value >= gate.holdsFrom }
        return option?.label ?? numbers.shortest(gate.holdsFrom)
    }

    private func rule(_ rule: StatusRule.Rule) -> MustacheValue {
        [
            "when": .text(rule.when.map(test).joined(separator: words("project.method.and"))),
            "is": .text(plan.status.outcome(rule.conclusion.outcome)?.title ?? rule.conclusion.outcome),
            "because": optional(rule.conclusion.because),
        ]
    }

    private func test(_ test: PlanTest) -> String {
        switch test {
        case .item(let id, let comparisons):
            words("project.test.compared", ["what": id, "comparison": comparison(comparisons)])
        case .fact(let fact, let comparisons):
            words("project.test.compared", ["what": name(of: fact), "comparison": comparison(comparisons)])
        case .sign(let id): plan.shelving?.signs.first { $0.id == id }?.title ?? id
        case .own(let outcomes):
            words(
                "project.test.own",
                ["outcomes": words.list(outcomes.sorted().map { plan.status.outcome($0)?.title ?? $0 })])
        }
    }

    private func comparison(_ comparisons: [Condition.Comparison]) -> String {
        comparisons.map { comparison in
            let number = ["number": numbers.shortest(comparison.number)]
            return switch comparison.relation {
            case .atLeast: words("project.test.atLeast", number)
            case .above: words("project.test.above", number)
            case .atMost: words("project.test.atMost", number)
            case .below: words("project.test.below", number)
            case .equals: words("project.test.equals", number)
            }
        }.joined(separator: words("list.separator"))
    }

    private func name(of fact: PlanTest.Fact) -> String {
        switch fact {
        case .inheritedStops: words("project.test.inheritedStops")
        case .inheritedConditions: words("project.test.inheritedConditions")
        case .inheritedUnknown: words("project.test.inheritedUnknown")
        case .openConditions: words("project.test.openConditions")
        case .lapsedConditions: words("project.test.lapsedConditions")
        case .unproven: words("project.test.unproven")
        case .skippedReliedOn: words("project.test.skippedReliedOn")
        case .similarProjects: words("project.test.similarProjects")
        case .daysSinceLastChange: words("project.test.daysSinceLastChange")
        case .signs: words("project.test.signs")
        }
    }

    /// From which rating on a blocker does what.
    private func effects(_ inheritance: Inheritance) -> String {
        let ratings = inheritance.effectAt.sorted { $0.key < $1.key }.map { rating, strength in
            switch strength {
            case .condition: words("project.method.effectCondition", ["rating": rating])
            case .listed: words("project.method.effectListed", ["rating": rating])
            }
        }
        return words("project.method.effects", ["ratings": words.list(ratings)])
    }

    private func inheritanceRows() -> [MustacheValue] {
        (plan.inheritance?.blockers ?? []).map { reach in
            [
                "blocker": .text(
                    quoted(reach.blocker, assessment.organisation?.scores.item(reach.blocker)?.item.label)),
                "cells": .list(
                    plan.stages.map { stage in
                        switch reach.stages[stage.id] {
                        case .stop: .text(words("project.inherited.stop"))
                        case .condition: .text(words("project.inherited.condition"))
                        case nil: .text("–")
                        }
                    }),
            ]
        }
    }

    private func source(_ source: Source) -> MustacheValue {
        var text = source.title
        if let author = source.author { text = words("source.author", ["title": text, "author": author]) }
        if let year = source.year { text = words("source.year", ["title": text, "year": String(year)]) }
        return .text(text)
    }
}
