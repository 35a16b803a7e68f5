public import JSON

extension BenchmarkResult {
    /// The version of the JSON format; it rises when a key changes its meaning or goes.
    static let jsonFormatVersion = 1

    /// Everything that was found, for programs.
    ///
    /// - Parameter evidence: the measurement as a project files it; see ``evidence(host:rules:)``.
    public func json(evidence: BenchmarkEvidence?) -> JSONValue {
        [
            "formatVersion": .integer(BenchmarkResult.jsonFormatVersion), "waymark": .string(toolVersion),
            "date": .string(date),
            "settings": [
                "threads": .integer(settings.threads), "quality": .string(settings.quality),
                // A seed may be larger than numbers that other programs read exactly.
                "seed": .string(String(settings.seed)), "seconds": .number(settings.seconds),
            ],
            "corpus": corpus.json, "result": result, "dense": dense?.json ?? .null, "probe": probe.json,
            "noise": noise.json, "scaling": scaling.json, "outlook": .array(outlook.map(\.json)),
            "workload": assessment?.json ?? .null, "record": evidence?.json(schema: nil) ?? .null,
        ]
    }

    private var result: JSONValue {
        let fit = Rate(amount: 1, seconds: text.fit.seconds)
        return [
            "threads": .integer(settings.threads), "quality": .string(settings.quality),
            "rows": .integer(text.fit.rows), "fitSeconds": .number(text.fit.median),
            "fitSpread": JSONValue(fit?.spread), "fitRepetitions": .integer(text.fit.seconds.count),
            "fitTimings": .array(text.fit.seconds.map(JSONValue.number)),
            "fitProcessorTimings": .array(text.fit.processorSeconds.map(JSONValue.number)),
            "predictRowsPerSecond": JSONValue(text.prediction.rate?.median),
            "predictSpread": JSONValue(text.prediction.rate?.spread),
            "predictTimings": .array(text.prediction.seconds.map(JSONValue.number)),
            "predictSecondsAlone": text.alone?.json ?? .null,
            "accuracy": .number(text.accuracy), "macroF1": .number(text.macroF1),
            "accuracyOfThree": .number(text.accuracyOfThree), "calibrationError": .number(text.calibrationError),
            "features": .integer(text.features), "peakMemoryMB": .number(text.peakMemoryMB),
            "confusions": .array(
                text.confusions.map {
                    [
                        "truth": .string($0.truth), "predicted": .string($0.predicted), "rows": .integer($0.rows),
                    ]
                }),
        ]
    }
}

extension BenchmarkResult.Corpus {
    var json: JSONValue {
        let name: JSONValue
        switch source {
        case .generated: name = .null
        case .file(let file): name = .string(file)
        }
        return [
            "source": source == .generated ? "generated" : "file", "file": name,
            "testRows": .string(testRows.rawValue), "trainingCount": .integer(trainingCount),
            "testCount": .integer(testCount), "classes": .integer(classes), "wordsPerRow": .number(wordsPerRow),
            "bytes": .integer(bytes),
        ]
    }
}

extension BenchmarkResult.Repeated {
    var json: JSONValue {
        [
            "rows": .integer(rows), "seconds": .array(seconds.map(JSONValue.number)),
            "processorSeconds": .array(processorSeconds.map(JSONValue.number)), "median": .number(median),
        ]
    }
}

extension BenchmarkResult.DenseResult {
    var json: JSONValue {
        [
            "training": training.json, "operations": .number(operations), "accuracy": .number(accuracy),
            "operationsPerSecond": rate?.json ?? .null,
        ]
    }
}

extension BenchmarkResult.Scaling {
    var json: JSONValue {
        [
            "trainings": .array(trainings.map(\.json)),
            "peaks": .array(peaks.map { ["rows": .number($0.size), "megabytes": .number($0.megabytes)] }),
            "time": .string(usesProcessorTime ? "processor" : "clock"),
            "phases": .array(phases.map(\.json)), "reference": .array(reference.map(\.json)),
        ]
    }
}

extension PhasedTraining {
    var json: JSONValue {
        [
            "rows": .integer(rows), "features": .integer(features), "kept": .integer(kept),
            "counting": .array(counting.map(JSONValue.number)), "descent": .array(descent.map(JSONValue.number)),
        ]
    }
}

extension BenchmarkResult.Outlook {
    var json: JSONValue {
        func json(_ result: Result<Forecast, ForecastRefusal>) -> JSONValue {
            switch result {
            case .success(let forecast): forecast.json
            case .failure(let refusal): ["refused": refusal.json]
            }
        }
        return ["rows": .number(rows), "time": json(time), "memory": json(memory)]
    }
}

extension ForecastRefusal {
    var json: JSONValue {
        switch self {
        case .noSize: ["kind": "noSize"]
        case .tooFewSizes(let found, let needed):
            ["kind": "tooFewSizes", "found": .integer(found), "needed": .integer(needed)]
        case .tooFar(let extrapolation, let limit, let sizeNeeded):
            [
                "kind": "tooFar", "extrapolation": .number(extrapolation), "limit": .number(limit),
                "rowsNeeded": .number(sizeNeeded),
            ]
        }
    }
}
