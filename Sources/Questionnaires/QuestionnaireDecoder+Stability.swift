import JSON

/// How sure results are said to be.
extension QuestionnaireDecoder {
    func stability(_ reader: JSONReader) -> StabilityRule? {
        let keys = ["level", "draws", "fewestRespondents", "agreement", "robustness", "sensitivity"]
        guard let object = reader.object(keys: keys) else { return nil }
        let level = object.required("level")?.number(in: 0.5...0.999)
        let draws = object.required("draws")?.integer(in: 100...100_000)
        let fewest = object.required("fewestRespondents")?.integer(in: Pool.fewestRespondents...1000)
        let agreement = object["agreement"].flatMap(agreement)
        let robustness = object["robustness"].flatMap(robustness)
        let sensitivity = object["sensitivity"].flatMap(sensitivity)
        guard let level, let draws, let fewest else { return nil }
        return StabilityRule(
            level: level, draws: draws, fewestRespondents: fewest, agreement: agreement, robustness: robustness,
            sensitivity: sensitivity)
    }

    private func agreement(_ reader: JSONReader) -> AgreementRule? {
        guard let object = reader.object(keys: ["firm", "tentative", "fewestItems"]) else { return nil }
        let firm = object.required("firm")?.number(in: 0...1)
        let tentative = object.required("tentative")?.number(in: 0...1)
        let fewest = object.required("fewestItems")?.integer(in: 2...1000)
        guard let firm, let tentative, let fewest else { return nil }
        if tentative > firm {
            reader.report(
                "\"tentative\" is above \"firm\"",
                "agreement is low below \"tentative\", and reached from \"firm\" on")
        }
        return AgreementRule(firm: firm, tentative: tentative, fewestItems: fewest)
    }

    private func robustness(_ reader: JSONReader) -> RobustnessRule? {
        guard let object = reader.object(keys: ["draws", "concentration", "keptShare", "means"]) else { return nil }
        let draws = object.required("draws")?.integer(in: 100...100_000)
        let concentration = object.required("concentration")?.number(in: 0.1...10_000)
        let share = object.required("keptShare")?.number(in: 0.5...1)
        let means = (object.required("means")?.array() ?? []).compactMap { $0.choice(OverallMean.self) }
        guard let draws, let concentration, let share else { return nil }
        return RobustnessRule(draws: draws, concentration: concentration, keptShare: share, means: means)
    }

    private func sensitivity(_ reader: JSONReader) -> SensitivityRule? {
        guard let object = reader.object(keys: ["draws", "rows", "weightChange", "spacings"]) else { return nil }
        let draws = object.required("draws")?.integer(in: 100...100_000)
        let rows = object.required("rows")?.integer(in: 16...100_000)
        let change = object.required("weightChange")?.number(in: 0...0.99)
        let spacings = (object.required("spacings")?.array() ?? []).compactMap { $0.number(in: 0.1...10) }
        guard let draws, let rows, let change else { return nil }
        return SensitivityRule(draws: draws, rows: rows, weightChange: change, spacings: spacings)
    }
}
