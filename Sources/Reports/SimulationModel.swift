import Mustache
import Statistics

/// What templates see of a simulation.
struct SimulationModel {
    let outcome: SimulationReport.Outcome
    let version: String
    let setting: PageSetting

    init(_ report: SimulationReport, setting: PageSetting) {
        outcome = report.outcome
        version = report.version
        self.setting = setting
    }

    private var words: Words { setting.words }
    private var numbers: NumberText { setting.numbers }

    /// The key of the texts about what was simulated.
    private var kind: String {
        switch outcome {
        case .coverage: "coverage"
        case .changes: "changes"
        }
    }

    func values() -> MustacheValue {
        let sections = [("front", words("simulate.results")), ("method", words("method.heading"))]
        var values = setting.frame(title: words("simulateTitle.\(kind)"), sections: sections)
        values["headline"] = setting.sentence(headline)
        values["lead"] = setting.sentences(lead())
        values["columns"] = .list(columns().enumerated().map { ["title": .text($1), "isNumber": .flag($0 > 0)] })
        values["rows"] = .list(rows())
        values["method"] = setting.sentences(method())
        values["version"] = .text(version)
        return .object(values)
    }

    func summary() -> MustacheValue {
        let lines = ([headline] + lead()).flatMap { ReportModel.wrapped($0, width: 78, lines: 4) }
        return ["title": .text(words("simulateTitle.\(kind)")), "lines": .list(lines.map(MustacheValue.text))]
    }

    private var promises: [SimulatedPromise] {
        switch outcome {
        case .coverage(_, let rows): rows.compactMap(\.promise)
        case .changes(_, let rows): rows.map(\.promise)
        }
    }

    // MARK: Sentences

    private var headline: String {
        let worst: SimulatedPromise =
            promises.contains(.fails) ? .fails : promises.contains(.missesByChance) ? .missesByChance : .holds
        switch outcome {
        case .coverage: return words("coverageHeadline.\(worst.rawValue)", parameters)
        case .changes: return words("changesHeadline.\(worst.rawValue)", parameters)
        }
    }

    private var parameters: [String: String] {
        switch outcome {
        case .coverage:
            [
                "level": numbers.percent(CoverageStudy.level),
                "from": numbers.percent(CoverageStudy.promised.lowerBound),
                "to": numbers.percent(CoverageStudy.promised.upperBound),
                "failed": failed,
            ]
        case .changes: ["most": numbers.percent(ChangeStudy.promised.upperBound), "failed": failed]
        }
    }

    /// The structures that miss, each once.
    private var failed: String {
        var names: [String] = []
        switch outcome {
        case .coverage(_, let rows):
            names = rows.filter { $0.promise.map { $0 != .holds } ?? false }.map { name($0.structure) }
        case .changes(_, let rows): names = rows.filter { $0.promise != .holds }.map { name($0.structure) }
        }
        return words.list(names.indices.filter { !names[..<$0].contains(names[$0]) }.map { names[$0] })
    }

    private func lead() -> [String] {
        switch outcome {
        case .coverage(let study, let rows):
            let values = rows.filter { $0.promise != nil }.flatMap { [$0.domains.value, $0.overall.value] }
            let uneven = rows.filter { !$0.structure.isEvenlyWeighted }
            var lead = [words("simulate.coverage.meaning", parameters)]
            if let least = values.min(), let most = values.max() {
                lead.append(
                    words("simulate.coverage.range", ["least": share(least), "most": share(most)]))
            }
            let own = uneven.filter { $0.method == CoverageStudy.methods[0] }.map(\.domains.value)
            let plain = uneven.filter { $0.method != CoverageStudy.methods[0] }.map(\.domains.value)
            if let least = own.min(), let most = own.max(), let plainLeast = plain.min(), let plainMost = plain.max() {
                lead.append(
                    words(
                        "simulate.coverage.uneven",
                        [
                            "least": share(least), "most": share(most), "plainLeast": share(plainLeast),
                            "plainMost": share(plainMost),
                        ]))
            }
            return lead + [words("simulate.seed", ["seed": String(study.seed), "runs": words.count(study.surveys)])]
        case .changes(let study, let rows):
            let most = rows.map(\.found.value).max().map(share) ?? "–"
            return [
                words("simulate.changes.meaning", parameters), words("simulate.changes.most", ["share": most]),
                words("simulate.seed", ["seed": String(study.seed), "runs": words.count(study.pairs)]),
            ]
        }
    }

    private func method() -> [String] {
        let common = [
            "leaning": numbers.shortest(SimulationStructure.leaning),
            "error": numbers.shortest(SimulationStructure.error),
        ]
        let draws =
            switch outcome {
            case .coverage(let study, _): study.draws
            case .changes(let study, _): study.draws
            }
        return [
            words("simulate.population", common), words("simulate.strata"),
            words("simulateMethod.\(kind)", ["draws": words.count(draws)]), words("simulate.error"),
            words("simulate.same"),
        ]
    }

    // MARK: Table

    private func columns() -> [String] {
        let keys =
            switch outcome {
            case .coverage:
                [
                    "simulate.column.structure", "simulate.column.domains", "simulate.column.overall",
                    "simulate.column.width", "simulate.column.plainDomains", "simulate.column.plainOverall",
                    "simulate.column.promise",
                ]
            case .changes:
                [
                    "simulate.column.structure", "simulate.column.paired", "simulate.column.pairedSingle",
                    "simulate.column.unpaired", "simulate.column.unpairedSingle", "simulate.column.promise",
                ]
            }
        return keys.map { words($0) }
    }

    /// A line for each structure: the methods, or the ways of comparing, stand side by side.
    private func rows() -> [MustacheValue] {
        switch outcome {
        case .coverage(_, let rows):
            return rows.indices.filter { rows[$0].method == CoverageStudy.methods[0] }.map { place in
                let own = rows[place]
                let plain = rows.dropFirst(place + 1).first.flatMap { $0.structure == own.structure ? $0 : nil }
                return line(
                    name(own.structure),
                    [
                        share(own.domains), share(own.overall), own.width.map { numbers.points($0) } ?? "–",
                        plain.map { share($0.domains) } ?? "–", plain.map { share($0.overall) } ?? "–",
                    ], own.promise.map { words("simulatePromise.\($0.rawValue)") } ?? words("simulate.noPromise"))
            }
        case .changes(_, let rows):
            return stride(from: 0, to: rows.count - 1, by: 2).map { place in
                let (paired, unpaired) = (rows[place], rows[place + 1])
                let promises = [paired.promise, unpaired.promise]
                let worst: SimulatedPromise =
                    promises.contains(.fails) ? .fails : promises.contains(.missesByChance) ? .missesByChance : .holds
                return line(
                    name(paired.structure),
                    [
                        share(paired.found), share(paired.single), share(unpaired.found), share(unpaired.single),
                    ], words("simulatePromise.\(worst.rawValue)"))
            }
        }
    }

    private func line(_ title: String, _ cells: [String], _ promise: String) -> MustacheValue {
        ["title": .text(title), "cells": .list(cells.map(MustacheValue.text)), "promise": .text(promise)]
    }

    private func name(_ structure: SimulationStructure) -> String {
        let sizes = structure.roleSizes.map(String.init).joined(separator: "/")
        guard !structure.isEvenlyWeighted else { return sizes }
        return words(
            "simulate.weighted",
            [
                "roles": sizes,
                "weights": structure.stratumWeights.map(numbers.shortest).joined(separator: "\u{A0}:\u{A0}"),
            ])
    }

    private func share(_ value: Double) -> String {
        words("simulate.percent", ["share": numbers.fixed(value * 100, decimals: 1)])
    }

    private func share(_ share: CoverageStudy.Share) -> String {
        words(
            "simulate.share",
            ["share": self.share(share.value), "error": numbers.fixed(share.standardError * 100, decimals: 1)])
    }
}
