import Assessments
import Charts
import Mustache
import Questionnaires
import Scoring

/// What templates see of several offices side by side.
struct OfficePoolModel {
    let pool: OfficePool
    let basis: OfficePoolBasis
    let provenance: Provenance
    let setting: PageSetting

    init(_ report: OfficePoolReport, setting: PageSetting) {
        pool = report.pool
        basis = report.basis
        provenance = report.provenance
        self.setting = setting
    }

    private var words: Words { setting.words }
    private var numbers: NumberText { setting.numbers }
    private var name: String? { pool.named.map { setting.name($0.subject) } }

    private func figures(_ isWanted: (OfficePoolFigure.Kind) -> Bool) -> [OfficePoolFigure] {
        pool.figures.filter { isWanted($0.kind) }
    }

    /// The whole and the scores of the members.
    private var scores: [OfficePoolFigure] {
        figures { kind in
            switch kind {
            case .overall, .member(_, _, .score, _, _): true
            case .member, .item: false
            }
        }
    }

    private var sides: [OfficePoolFigure] {
        figures { kind in
            switch kind {
            case .member(_, _, .facilitators, _, _), .member(_, _, .burden, _, _): true
            case .member, .overall, .item: false
            }
        }
    }

    private var items: [OfficePoolFigure] {
        figures { kind in
            switch kind {
            case .item: true
            case .member, .overall: false
            }
        }
    }

    func values() -> MustacheValue {
        let sections = [
            ("front", words("pool.scores")), ("sides", words("pool.sides")), ("items", words("pool.items")),
            ("method", words("method.heading")), ("provenance", words("provenance.heading")),
        ]
        var values = setting.frame(title: title, sections: sections)
        let lines = sentences()
        values["headline"] = setting.sentence(lines[0])
        values["lead"] = setting.sentences(Array(lines.dropFirst()))
        values["isNamed"] = .flag(pool.named != nil)
        values["chart"] = .text(setting.theme == nil ? "" : chart())
        values["scores"] = .list(scores.map(row))
        values["sides"] = .list(sides.map(row))
        values["items"] = .list(items.map(row))
        values["method"] = setting.sentences(method())
        values["provenance"] = setting.provenance(provenance, questionnaire: pool.questionnaire)
        return .object(values)
    }

    func summary() -> MustacheValue {
        let lines = sentences().flatMap { ReportModel.wrapped($0, width: 78, lines: 4) }
        return ["title": .text(title), "lines": .list(lines.prefix(22).map(MustacheValue.text))]
    }

    private var title: String {
        name.map { words("pool.titleNamed", ["office": $0]) }
            ?? words("pool.title", ["questionnaire": setting.name(pool.questionnaire.title)])
    }

    // MARK: Sentences

    private func sentences() -> [String] {
        var sentences = [headline()]
        if pool.named != nil {
            for (position, key) in [
                (OfficePoolFigure.Position.belowLowerQuartile, "pool.lead.belowLowerQuartile"),
                (.aboveUpperQuartile, "pool.lead.aboveUpperQuartile"),
            ] {
                let members = scores.filter { $0.position == position && $0.memberID != nil }.map(shortTitle)
                guard !members.isEmpty else { continue }
                sentences.append(words(key, ["members": words.list(members)]))
            }
        }
        sentences.append(words("pool.offices", ["count": words.count(pool.offices)]))
        let unknown = pool.offices - pool.known
        if unknown > 0 { sentences.append(words.plural("pool.unknown", unknown)) }
        return sentences
    }

    private func headline() -> String {
        guard let overall = scores.first, let median = overall.median else {
            return words("pool.headline.hidden", ["count": words.count(pool.offices)])
        }
        let parameters = ["figure": shortTitle(overall), "median": numbers.wholePoints(median)]
        guard let name else { return words("pool.headline.all", parameters) }
        guard let own = overall.own, let position = overall.position else {
            return words("pool.headline.notKnown", parameters.merging(["office": name]) { given, _ in given })
        }
        return words(
            "poolHeadline.\(position.rawValue)",
            parameters.merging(["office": name, "own": numbers.points(own)]) { given, _ in given })
    }

    private func shortTitle(_ figure: OfficePoolFigure) -> String {
        switch figure.kind {
        case .overall(_, let title), .member(_, let title, .score, _, _): setting.name(title)
        case .member(_, let title, _, _, let metric):
            words("pool.sideTitle", ["member": setting.name(title), "metric": setting.name(metric)])
        case .item(let item): words("pool.itemTitle", ["item": setting.name(item.label), "id": item.id])
        }
    }

    private func row(_ figure: OfficePoolFigure) -> MustacheValue {
        [
            "title": setting.sentence(shortTitle(figure)), "offices": .text(words.count(figure.count)),
            "lower": .text(numbers.wholePoints(figure.quartiles?.lower)),
            "median": .text(numbers.wholePoints(figure.median)),
            "upper": .text(numbers.wholePoints(figure.quartiles?.upper)),
            "own": .text(numbers.points(figure.own)),
            "coverage": .text(figure.own == nil ? "–" : words.percent(numbers.percent(figure.ownCoverage))),
            "position": .text(place(figure)),
        ]
    }

    /// Where the office lies in words, else why there is nothing to say.
    private func place(_ figure: OfficePoolFigure) -> String {
        var parts: [String] = []
        if pool.named != nil {
            if let position = figure.position {
                // With the median alone nothing is known of quarters.
                parts.append(
                    figure.quartiles == nil
                        ? words("poolHalf.\(position.rawValue)") : words("poolQuarter.\(position.rawValue)"))
            } else if figure.own == nil {
                parts.append(words("pool.ownUnknown"))
            }
        }
        // That items have a median alone is said once, above their table.
        if let reason = figure.reason, reason != .item {
            parts.append(
                figure.median == nil ? words("poolHidden.\(reason.rawValue)") : words("poolOnly.\(reason.rawValue)"))
        }
        return parts.joined(separator: words("pool.partSeparator"))
    }

    private func method() -> [String] {
        let rule = pool.rule
        let fewest = words.count(rule.fewestOffices)
        return [
            words("pool.method.averaged", ["fewest": fewest, "step": numbers.shortest(rule.roundedTo * 100)]),
            words("pool.method.quartiles", ["from": words.count(rule.quartilesFrom)]),
            words("pool.method.gap", ["gap": numbers.shortest(rule.leastGap * 100)]),
            words("pool.method.never"),
            words("pool.method.known"),
            words("pool.method.earlier", ["fewest": fewest]),
            words("pool.method.names"),
            words("pool.method.limits"),
            words("pool.method.proposal"),
        ]
    }

    // MARK: Chart

    private func chart() -> String {
        let rows = scores.map { figure in
            QuartileStrip.Row(
                label: plain(figure), note: note(figure), lower: figure.quartiles?.lower, median: figure.median,
                upper: figure.quartiles?.upper, own: figure.own)
        }
        guard !rows.isEmpty else { return "" }
        let description = rows.map { words.pair($0.label, $0.note) }.joined(separator: words("list.separator"))
        return QuartileStrip(rows: rows).svg(
            in: ChartFrame(
                id: "pool", title: words("pool.scores"), description: description,
                direction: words.strings.isRightToLeft ? .rightToLeft : .leftToRight))
    }

    private func plain(_ figure: OfficePoolFigure) -> String {
        switch figure.kind {
        case .overall(_, let title), .member(_, let title, _, _, _): VisibleText.line(title)
        case .item(let item): VisibleText.line(item.label)
        }
    }

    private func note(_ figure: OfficePoolFigure) -> String {
        var parts: [String] = []
        if let own = figure.own { parts.append(words("pool.note.own", ["own": numbers.points(own)])) }
        if let quartiles = figure.quartiles {
            parts.append(
                words(
                    "pool.note.quartiles",
                    [
                        "lower": numbers.wholePoints(quartiles.lower), "upper": numbers.wholePoints(quartiles.upper),
                        "median": numbers.wholePoints(figure.median),
                    ]))
        } else if let median = figure.median {
            parts.append(words("pool.note.median", ["median": numbers.wholePoints(median)]))
        } else if let reason = figure.reason {
            parts.append(words("poolHidden.\(reason.rawValue)"))
        }
        return parts.joined(separator: words("pool.partSeparator"))
    }
}
