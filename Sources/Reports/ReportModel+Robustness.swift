import Assessments
import Mustache
import Questionnaires
import Scoring

/// Whether the overall band hangs on choices, and how far people agree.
extension ReportModel {
    /// Whether the overall band would be another under other choices, in one sentence.
    func robustnessSentence() -> String? {
        guard let robustness = assessment.robustness else { return nil }
        var changes: [String] = []
        var kept: [String] = []
        let share = numbers.percent(robustness.keptShare)
        if robustness.isKeptByWeights {
            kept.append(words("robustness.weightsKept", ["share": share]))
        } else {
            changes.append(words("robustness.weights", ["share": share]))
        }
        let changing = robustness.means.filter { $0.band?.id != robustness.band.id }
        for (mean, band) in changing {
            changes.append(
                words(
                    "robustness.mean",
                    ["mean": words("overallMean.\(mean.rawValue)"), "band": band?.title ?? numbers.points(nil)]))
        }
        if changing.isEmpty, !robustness.means.isEmpty { kept.append(words("robustness.meansKept")) }
        if robustness.changingMoves > 0 {
            changes.append(words("robustness.answer"))
        } else if robustness.moves > 0 {
            kept.append(words("robustness.answerKept"))
        }
        if !robustness.changingGroups.isEmpty {
            changes.append(
                words(
                    "robustness.groups",
                    ["groups": words.list(robustness.changingGroups.map { groupTitle($0.roles) })]))
        } else if scores.groups.count > 1, robustness.unknownGroups.isEmpty {
            kept.append(words("robustness.groupsKept"))
        }
        let parameters = ["band": robustness.band.title, "kept": words.list(kept), "changes": words.list(changes)]
        if changes.isEmpty { return words("robustness.kept", parameters) }
        if kept.isEmpty { return words("robustness.changes", parameters) }
        return words("robustness.both", parameters)
    }

    // MARK: Agreement

    /// How many items the report names on which people disagree most.
    private static let disagreements = 5

    func agreementValues() -> [String: MustacheValue] {
        guard let agreement = assessment.agreement, let rule = questionnaire.stability?.agreement else {
            return ["isPresent": false]
        }
        var sentences = [alphaSentence(agreement, rule)]
        if let share = agreement.dontKnowShare {
            sentences.append(words("agreement.dontKnow", ["share": numbers.percent(share)]))
        }
        return [
            "isPresent": true,
            "sentences": .list(sentences.map(MustacheValue.text)),
            "items": .list(agreement.items.prefix(ReportModel.disagreements).map(disagreement)),
            "hasItems": .flag(!agreement.items.isEmpty),
        ]
    }

    private func alphaSentence(_ agreement: Agreement, _ rule: AgreementRule) -> String {
        guard let alpha = agreement.overall else { return words("agreement.noAlpha") }
        func reading(_ alpha: Double) -> String {
            if alpha >= rule.firm - 1e-9 { return words("agreement.firm") }
            return words(alpha >= rule.tentative - 1e-9 ? "agreement.tentative" : "agreement.low")
        }
        var text = words(
            "agreement.alpha", ["alpha": numbers.fixed(alpha, decimals: 2), "reading": reading(alpha)])
        let members = assessment.members.compactMap { member in
            agreement.members[member.id].map { alpha in
                words("agreement.member", ["domain": member.title, "alpha": numbers.fixed(alpha, decimals: 2)])
            }
        }
        if !members.isEmpty { text += " " + words("agreement.members", ["domains": words.list(members)]) }
        return text
    }

    private func disagreement(_ disagreement: Agreement.Disagreement) -> MustacheValue {
        func group(_ mean: Agreement.GroupMean?) -> MustacheValue {
            .text(
                mean.map {
                    words(
                        "agreement.group",
                        ["roles": groupTitle($0.roles), "mean": numbers.points($0.mean)])
                } ?? "–")
        }
        return [
            "label": .text(disagreement.item.label),
            "index": .text(numbers.fixed(disagreement.index, decimals: 2)),
            "lowest": group(disagreement.lowest),
            "highest": group(disagreement.highest),
        ]
    }

    // MARK: Sensitivity

    func sensitivityValues() -> [String: MustacheValue] {
        guard let sensitivity, let rule = questionnaire.stability?.sensitivity, let overall = assessment.overall else {
            return ["isPresent": false]
        }
        func text(_ range: ClosedRange<Double>?) -> String {
            guard let range else { return numbers.range(nil) }
            return words(
                "detail.range",
                [
                    "low": figure(range.lowerBound, of: overall.metric),
                    "high": figure(range.upperBound, of: overall.metric),
                ])
        }
        func spread(_ name: String, _ spread: Sensitivity.Spread) -> MustacheValue {
            [
                "title": .text(words("weightSpread.\(name)")), "range": .text(text(spread.range)),
                "bands": .text(
                    words.list(
                        spread.bands.filter { $0.share > 0 }.map {
                            words("stability.otherBand", ["band": $0.band.title, "share": numbers.percent($0.share)])
                        })),
            ]
        }
        return [
            "isPresent": true,
            "weights": .text(words("sensitivity.weights", ["draws": words.count(rule.draws)])),
            "spreads": .list([spread("near", sensitivity.near), spread("any", sensitivity.any)]),
            "choices": .text(
                words(
                    "sensitivity.choices",
                    [
                        "range": text(sensitivity.range), "runs": words.count(sensitivity.runs),
                        "change": numbers.percent(rule.weightChange),
                    ])),
            "factors": .list(sensitivity.factors.map(factor)),
            "weakest": .list(weakestRows()),
            "hasWeakest": .flag(!weakestRows().isEmpty),
        ]
    }

    private func factor(_ factor: Sensitivity.Factor) -> MustacheValue {
        let title: String
        switch factor.choice {
        case .weight(let id):
            let member = scores.metric(id).flatMap { $0.member }.map(self.title(ofMember:))
            title = words("sensitivity.weight", ["domain": member ?? id])
        case .mean: title = words("sensitivity.mean")
        case .spacing: title = words("sensitivity.spacing")
        case .unknown: title = words("sensitivity.unknown")
        case .pooling: title = words("sensitivity.pooling")
        case .caps: title = words("sensitivity.caps")
        }
        func share(_ value: Double?) -> MustacheValue { .text(value.map { numbers.fixed($0, decimals: 2) } ?? "–") }
        return ["title": .text(title), "first": share(factor.first?.value), "total": share(factor.total?.value)]
    }

    private func weakestRows() -> [MustacheValue] {
        guard hasIntervals, let shares = assessment.stability?.weakestShares else { return [] }
        return assessment.members.compactMap { member in
            shares[member.id].map {
                ["title": .text(member.title), "share": .text(words.percent(numbers.percent($0)))]
            }
        }
    }
}
