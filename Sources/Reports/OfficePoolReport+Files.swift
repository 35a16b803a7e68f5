public import Assessments
public import JSON
import Questionnaires
import Responses
import Scoring

extension OfficePoolReport {
    /// The version of the JSON format; it rises when a key changes its meaning or goes.
    static let jsonFormatVersion = 1

    /// The pool as JSON, for programs and for later pools. The format is described in `reports/README.md`.
    public func json() -> String {
        JSONValue.object([
            "formatVersion": .integer(OfficePoolReport.jsonFormatVersion),
            "waymark": .string(provenance.version),
            "questionnaire": [
                "id": .string(pool.questionnaire.id), "version": .string(pool.questionnaire.version),
                "title": .string(pool.questionnaire.title),
            ],
            "digests": .object(
                [
                    "questionnaire": .string(provenance.questionnaireDigest),
                    "overrides": .array(
                        provenance.overrides.map { ["path": .string($0.path), "sha256": .string($0.digest)] }),
                ].merging(provenance.translationsJSON) { own, _ in own }),
            "organisation": JSONValue(pool.named?.subject), "wave": JSONValue(pool.named?.scores.wave.id),
            "offices": .integer(pool.offices), "known": .integer(pool.known),
            "rule": [
                "fewestOffices": .integer(pool.rule.fewestOffices), "quartilesFrom": .integer(pool.rule.quartilesFrom),
                "leastGap": .number(pool.rule.leastGap), "roundedTo": .number(pool.rule.roundedTo),
            ],
            "figures": .array(pool.figures.map(json)),
            "basis": basis.json(),
        ]).canonicalText()
    }

    private func json(_ figure: OfficePoolFigure) -> JSONValue {
        [
            "id": .string(figure.id), "kind": .string(figure.kindName), "member": JSONValue(figure.memberID),
            "offices": .integer(figure.count), "lowerQuartile": JSONValue(figure.quartiles?.lower),
            "median": JSONValue(figure.median), "upperQuartile": JSONValue(figure.quartiles?.upper),
            "notShown": JSONValue(figure.reason?.rawValue), "own": JSONValue(figure.own),
            "ownCoverage": JSONValue(figure.own == nil ? nil : figure.ownCoverage),
            "position": JSONValue(figure.position?.rawValue),
        ]
    }

    /// The pool as comma-separated values, a row for each figure.
    public func csv() -> String {
        let header = [
            "questionnaire", "version", "kind", "member", "id", "title", "offices", "lowerQuartile", "median",
            "upperQuartile", "notShown", "own", "ownCoverage", "position",
        ]
        var text = CSVText.line(header.map(CSVText.Field.text))
        for figure in pool.figures {
            text += CSVText.line([
                .text(pool.questionnaire.id), .text(pool.questionnaire.version), .text(figure.kindName),
                .text(figure.memberID ?? ""), .text(figure.id), .text(figure.title), .count(figure.count),
                .number(figure.quartiles?.lower), .number(figure.median), .number(figure.quartiles?.upper),
                .text(figure.reason?.rawValue ?? ""), .number(figure.own),
                .number(figure.own == nil ? nil : figure.ownCoverage), .text(figure.position?.rawValue ?? ""),
            ])
        }
        return text
    }
}

extension OfficePoolFigure {
    /// What the figure is of, as files name it.
    var kindName: String {
        switch kind {
        case .overall: "overall"
        case .member(_, _, let side, _, _): side.rawValue
        case .item: "item"
        }
    }

    var memberID: String? {
        if case .member(let id, _, _, _, _) = kind { return id }
        return nil
    }

    var title: String {
        switch kind {
        case .overall(_, let title): title
        case .member(_, let title, _, _, let metric): "\(title): \(metric)"
        case .item(let item): item.label
        }
    }
}

extension OfficePoolBasis {
    func json() -> JSONValue {
        [
            "offices": .array(
                offices.sorted { $0.name < $1.name }.map {
                    ["name": .string($0.name), "wave": .string($0.wave)]
                }),
            "answers": .string(answers),
            "lacking": .object(lacking.mapValues { .array($0.sorted().map { .string($0) }) }),
        ]
    }

    /// Reads the basis of a pool from the JSON of its report.
    ///
    /// - Returns: the basis unless it has errors; the findings stand in the reader.
    public static func decode(_ reader: JSONReader) -> OfficePoolBasis? {
        guard let basis = reader.map()?.required("basis")?.object(keys: ["offices", "answers", "lacking"]) else {
            return nil
        }
        let offices = basis.required("offices")?.array()?.compactMap { reader -> Office? in
            guard let object = reader.object(keys: ["name", "wave"]), let name = object.required("name")?.text(),
                let wave = object.required("wave")?.text()
            else { return nil }
            return Office(name: name, wave: wave)
        }
        var lacking: [String: Set<String>] = [:]
        for (id, list) in basis.required("lacking")?.map()?.all ?? [] {
            lacking[id] = Set((list.array() ?? []).compactMap { $0.text() })
        }
        guard let offices, let answers = basis.required("answers")?.text(), !reader.findings.hasErrors else {
            return nil
        }
        return OfficePoolBasis(offices: offices, answers: answers, lacking: lacking)
    }
}
