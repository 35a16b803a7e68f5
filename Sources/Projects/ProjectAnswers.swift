import Questionnaires
import Responses

/// The answers about a project as they still hold: those that changes overtook are open again, and a measurement takes
/// the place of what was said about hardware.
struct ProjectAnswers {
    /// The answers to be scored.
    let responses: [Response]
    /// What reopened a point.
    let reopened: [String: ChangeEvent]
    /// Evidence by point, the best first.
    let evidence: [String: [Evidence]]
    /// The latest day on which an answer to a point was given, of those whose day is known.
    let changedOn: [String: String]
    /// The best and the worst that was said of the point that a measurement answers, as places on its scale.
    let saidOfHardware: ClosedRange<Int>?

    init(
        _ responses: [Response], records: ProjectRecords, plan: ReadinessPlan, questionnaire: Questionnaire,
        hardware: HardwareFinding?, asOf: String?
    ) {
        let given = responses.isEmpty ? [ProjectAnswers.nobody(questionnaire)] : responses
        let changes = plan.changes(records, by: asOf)
        var reopened: [String: ChangeEvent] = [:]
        var evidence: [String: [Evidence]] = [:]
        var changedOn: [String: String] = [:]
        let measured = plan.hardware.flatMap { rule in hardware.flatMap { rule.answer($0, questionnaire) } }
        var said: [Int] = []
        var answeredAnew: Set<String> = []
        self.responses = given.map { response in
            var answers = response.answers
            for (id, answer) in response.answers {
                let day = answer.evidence?.date ?? response.completed
                if let day { changedOn[id] = max(changedOn[id] ?? day, day) }
                guard let change = changes[id], day.map({ $0 < change.date }) ?? true else {
                    if let found = answer.evidence { evidence[id, default: []].append(found) }
                    if id == plan.hardware?.check, case .option(let position) = answer.content {
                        said.append(position)
                    }
                    answeredAnew.insert(id)
                    continue
                }
                answers[id] = Answer(.dontKnow, evidence: answer.evidence, comment: answer.comment)
                reopened[id] = change
            }
            if let measured { answers[measured.check] = measured.answer }
            return Response(
                respondent: response.respondent, role: response.role, project: response.project,
                completed: response.completed, answers: answers, notApplicable: response.notApplicable,
                file: response.file)
        }
        if let measured {
            reopened[measured.check] = nil
            evidence[measured.check, default: []].append(measured.evidence)
            changedOn[measured.check] = max(changedOn[measured.check] ?? "", measured.evidence.date ?? "")
        }
        // One who answers anew speaks for all.
        self.reopened = reopened.filter { !answeredAnew.contains($0.key) }
        self.evidence = evidence.mapValues { list in
            list.sorted { ($1.kind, $0.date ?? "", $0.text ?? "") < ($0.kind, $1.date ?? "", $1.text ?? "") }
        }
        self.changedOn = changedOn
        saidOfHardware = said.min().flatMap { low in said.max().map { low...$0 } }
    }

    /// A project about which nobody answered is scored like one of which everything was left blank.
    private static func nobody(_ questionnaire: Questionnaire) -> Response {
        Response(respondent: "nobody", role: questionnaire.roles.first?.id ?? "respondent", answers: [:])
    }
}

extension ReadinessPlan {
    /// The last change of those by that day, for each point that has to be answered anew after it.
    func changes(_ records: ProjectRecords, by day: String?) -> [String: ChangeEvent] {
        var result: [String: ChangeEvent] = [:]
        for change in records.inOrder.changes where day.map({ change.date <= $0 }) ?? true {
            for point in self.change(change.kind)?.reopens ?? [] { result[point] = change }
        }
        return result
    }
}

extension HardwareRule {
    /// The answer that a measurement stands for.
    fileprivate func answer(
        _ finding: HardwareFinding, _ questionnaire: Questionnaire
    ) -> (check: String, answer: Answer, evidence: Evidence)? {
        guard let item = questionnaire.item(check),
            let position = options[finding.result].flatMap(item.scale.position(of:))
        else { return nil }
        let evidence = Evidence(finding.record.workload, kind: .measured, date: finding.record.date)
        return (check, Answer(.option(position: position), evidence: evidence), evidence)
    }
}
