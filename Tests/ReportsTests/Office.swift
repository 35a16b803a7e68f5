import Assessments
import Mustache
import Questionnaires
import Reports
import Responses

/// An office with its answers, to be reported on.
struct Office {
    var questionnaire: Questionnaire
    var name = "Statistics Merrow"
    var targets: [String: Double] = [:]
    var showsComments = true
    var wave = Wave(id: "2026", collection: .survey)
    var responses: [Response] = []
    var overrides: [Provenance.Override] = []
    var leftOut: [Provenance.LeftOut] = []
    var companions: [CompanionAssessment] = []
    /// Thousands of respondents drawn thousands of times take long where nothing is optimised.
    var measuresStability = true

    func report(strings: Strings? = nil, library: MustacheLibrary? = nil) throws -> AssessmentReport {
        let workspace = Workspace(
            organisation: name, questionnaire: questionnaire.id, language: "en", targets: targets,
            sharing: Workspace.Sharing(comments: showsComments))
        let assessment = try Assessment(
            questionnaire: questionnaire, workspace: workspace, wave: wave, responses: responses,
            companions: companions, measuresStability: measuresStability)
        let provenance = Provenance(
            version: "9.9.9", questionnaireDigest: String(repeating: "a", count: 64),
            answersDigest: String(repeating: "b", count: 64), overrides: overrides, leftOut: leftOut,
            companions: companions.map {
                Provenance.Companion(
                    questionnaire: $0.questionnaire.id, questionnaireDigest: String(repeating: "c", count: 64),
                    answersDigest: String(repeating: "d", count: 64))
            })
        return AssessmentReport(
            assessment, provenance: provenance, strings: try strings ?? PackageFolder.strings(),
            library: try library ?? PackageFolder.templates())
    }

    /// Respondents with the roles of the questionnaire in turn; each answers what the closure says.
    mutating func respond(_ count: Int, answer: (_ respondent: Int, _ item: Item) -> Answer?) {
        let roles = questionnaire.roles.map(\.id)
        responses = (0..<count).map { number in
            var answers: [String: Answer] = [:]
            for item in questionnaire.items { answers[item.id] = answer(number, item) }
            return Response(
                respondent: "r\(100_000 + number)", role: roles.isEmpty ? "respondent" : roles[number % roles.count],
                wave: wave.id, answers: answers, file: "responses/r\(number).json")
        }
    }
}

extension Office {
    /// The shipped questionnaire, and twelve people who answer all of it differently.
    static func maturity() throws -> Office {
        var office = Office(questionnaire: try PackageFolder.maturity())
        let order = Dictionary(
            uniqueKeysWithValues: office.questionnaire.items.enumerated().map { ($1.id, $0) })
        office.respond(12) { respondent, item in
            let place = order[item.id] ?? 0
            return switch (respondent * 7 + place * 5) % 11 {
            case 0: Answer(.dontKnow)
            case 1: nil
            case 2 where place % 4 == 0: Answer(.notApplicable(reason: "Not here"))
            default: Answer(.option(position: (respondent + place * 3) % 5), comment: "Comment \(respondent)")
            }
        }
        office.targets = ["technology": 0.5, "culture": 0.2]
        return office
    }

    /// A small questionnaire with answers that bring out every section of a report.
    ///
    /// - Parameter text: what stands in every field that people fill; it gets the harmless text.
    static func small(
        _ definition: SmallDefinition = SmallDefinition(), text: (String) -> String = { $0 }
    ) throws -> Office {
        var office = Office(questionnaire: try definition.questionnaire())
        let first = definition.domains[0]
        office.name = text("Office")
        office.respond(8) { respondent, item in
            // One blocker has too few answers to be shown.
            if item.id == "\(first)-B2" {
                return Answer(respondent < 2 ? .option(position: 4) : .notApplicable(reason: text("Not here")))
            }
            if item.id == "\(first)-F1", respondent == 0 { return nil }
            if item.id == "\(first)-F2", respondent < 3 {
                return Answer(.dontKnow, evidence: Evidence(text("My evidence")))
            }
            if item.id == "\(first)-F2", respondent < 4 { return Answer(.notApplicable(reason: text("Not needed"))) }
            let isHigh = item.id.hasSuffix("1")
            return Answer(
                .option(position: isHigh ? 3 : 2), evidence: Evidence(text("My evidence")), comment: text("My comment"))
        }
        if definition.hasBlockers, definition.hasRoles {
            office.wave = Wave(
                id: "2026", collection: .survey, invited: ["makers": 9, "users": 10],
                gateRatings: [
                    GateRating(
                        item: "\(first)-B1", position: 4, role: "users", date: "2026-02-01",
                        evidence: text("Seen evidence"))
                ])
        }
        office.targets = [first: 0.9]
        office.overrides = [Provenance.Override(path: "templates/report.md.mustache", digest: "cd")]
        office.leftOut = [Provenance.LeftOut(file: text("responses/x.json"), reason: text("It is broken"))]
        return office
    }
}

extension Office {
    /// The questionnaire on engineering practice; each item is answered by its place within the section.
    static func practice(_ count: Int, _ collection: Wave.Collection) throws -> Office {
        var office = Office(questionnaire: try PackageFolder.practice())
        office.wave = Wave(id: "2026", collection: collection)
        office.respond(count) { _, item in
            switch item.id.last {
            case "1", "2", "3": Answer(.option(position: 1))
            case "4": item.dimension == "data" ? Answer(.option(position: 2)) : nil
            default: Answer(.option(position: 0))
            }
        }
        return office
    }

    /// The shipped questionnaire with the one on engineering practice beside the domain of technology.
    static func accompanied(_ count: Int, _ collection: Wave.Collection) throws -> Office {
        var office = try maturity()
        let practice = try practice(count, collection)
        office.companions = try (office.questionnaire.presentation?.companions ?? []).map {
            try CompanionAssessment(
                $0, questionnaire: practice.questionnaire,
                workspace: Workspace(organisation: office.name, questionnaire: "mlops-practice", language: "en"),
                wave: practice.wave, responses: practice.responses)
        }
        return office
    }
}

extension Office {
    /// An office in which the only thing to do takes a single day.
    static func oneDay() throws -> Office {
        var definition = SmallDefinition()
        definition.effortDays = 1
        return try small(definition)
    }
}

extension Office {
    /// An office with layers of metrics, each of which rests on all of the layer below.
    static func layered(layers: Int, width: Int) throws -> Office {
        var definition = SmallDefinition()
        definition.furtherMetrics = (0..<layers).flatMap { layer in
            (0..<width).map { place in
                let below = (0..<width).map { "m\(layer - 1)-\($0)" }
                return ("m\(layer)-\(place)", layer == 0 ? nil : below)
            }
        }
        var office = Office(questionnaire: try definition.questionnaire())
        office.respond(3) { _, _ in Answer(.option(position: 2)) }
        return office
    }

    /// The shipped questionnaire, answered at random by people whose roles are few each.
    static func scattered(seed: UInt64) throws -> Office {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func draw(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        var office = Office(questionnaire: try PackageFolder.maturity())
        let roles = office.questionnaire.roles.map(\.id)
        office.respond(3 + draw(12)) { _, item in
            switch draw(5) {
            case 0: nil
            case 1: Answer(.dontKnow)
            case 2: Answer(.notApplicable(reason: "No"))
            default: Answer(.option(position: draw(item.scale.options.count)))
            }
        }
        office.responses = office.responses.map {
            Response(
                respondent: $0.respondent, role: roles[draw(roles.count)], wave: $0.wave, answers: $0.answers,
                file: $0.file)
        }
        return office
    }
}
