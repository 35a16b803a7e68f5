import JSON
import Testing

@testable import Feasibility

@Suite struct WorkloadTests {
    private func text(_ changes: [String: String] = [:]) -> String {
        let members = [
            "formatVersion": "1", "id": "\"coding\"", "version": "\"2\"", "title": "\"Coding of occupations\"",
            "task": "{\"kind\": \"text\", \"rows\": 200000, \"wordsPerRow\": 12.5, \"classes\": 430}",
            "training": "{\"timesPerYear\": 12, \"windowSeconds\": 3600}",
            "prediction": "{\"perDay\": 50000, \"windowSeconds\": 25000, \"latencySeconds\": 0.2}",
            "memoryLimitMB": "8000",
        ].merging(changes) { $1 }
        return "{"
            + members.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
            .map { "\"\($0.key)\": \($0.value)" }.joined(separator: ",\n") + "}"
    }

    private func check(_ text: String, _ findings: [String], sourceLocation: SourceLocation = #_sourceLocation) throws {
        let root = try reader(of: text)
        let workload = Workload.decode(root, families: Shipped.families)
        #expect(root.found == findings, sourceLocation: sourceLocation)
        #expect((workload == nil) == root.findings.hasErrors, sourceLocation: sourceLocation)
    }

    @Test func aTextTask() throws {
        let workload = try #require(Workload.decode(try reader(of: text())))
        #expect(workload.id == "coding" && workload.version == "2" && workload.title == "Coding of occupations")
        #expect(workload.task == .text(Workload.TextTask(rows: 200_000, wordsPerRow: 12.5, classes: 430)))
        #expect(workload.training == Workload.Training(timesPerYear: 12, windowSeconds: 3600))
        #expect(workload.prediction?.perSecond == 2 && workload.prediction?.latencySeconds == 0.2)
        #expect(workload.memoryLimitMB == 8000)
    }

    @Test func aModelTask() throws {
        let task =
            "{\"kind\": \"model\", \"family\": \"resnet50\", \"items\": 200000, \"epochs\": 10, \"itemSize\": 256, \"fineTuneShare\": 0.5, \"batch\": 16}"
        let workload = try #require(
            Workload.decode(try reader(of: text(["task": task, "prediction": ""])), families: Shipped.families))
        #expect(
            workload.task
                == .model(
                    Workload.ModelTask(
                        family: "resnet50", items: 200_000, itemSize: 256, epochs: 10, fineTuneShare: 0.5, batch: 16)))
        #expect(workload.prediction == nil)
    }

    @Test func whatIsOptionalMayBeLeftOut() throws {
        let task = "{\"kind\": \"model\", \"family\": \"bert-base\", \"items\": 5}"
        let workload = try #require(
            Workload.decode(
                try reader(
                    of: text(["task": task, "title": "", "memoryLimitMB": "", "prediction": "{\"perDay\": 86400}"])),
                families: Shipped.families))
        #expect(
            workload.task
                == .model(
                    Workload.ModelTask(
                        family: "bert-base", items: 5, itemSize: nil, epochs: 1, fineTuneShare: 1, batch: nil)))
        #expect(workload.prediction?.perSecond == 1 && workload.memoryLimitMB == nil && workload.title == nil)
    }

    @Test(arguments: [
        (
            "task", "{\"kind\": \"model\", \"family\": \"resnet-50\", \"items\": 5}",
            "error: $.task.family: there is no model family \"resnet-50\"; did you mean \"resnet50\"?"
        ),
        ("task", "{\"kind\": \"texts\"}", "error: $.task.kind: \"texts\" is not known here; did you mean \"text\"?"),
        (
            "task", "{\"kind\": \"text\", \"rows\": 5, \"wordPerRow\": 1, \"wordsPerRow\": 1, \"classes\": 2}",
            "error: $.task.wordPerRow: the key \"wordPerRow\" is not known here; did you mean \"wordsPerRow\"?"
        ),
        (
            "task", "{\"kind\": \"text\", \"rows\": 5.5, \"wordsPerRow\": 1, \"classes\": 2}",
            "error: $.task.rows: 5.5 is not a whole number in range; write a whole number from 1 to 10000000000"
        ),
        ("trainings", "1", "error: $.trainings: the key \"trainings\" is not known here; did you mean \"training\"?"),
        ("training", "{\"timesPerYear\": 12}", "error: $.training: the key \"windowSeconds\" is missing; add it"),
        (
            "prediction", "{\"perDay\": 5, \"windowSeconds\": 90000}",
            "error: $.prediction.windowSeconds: 90000 is out of range; write a number from 0.001 to 86400"
        ),
        (
            "training", "{\"timesPerYear\": 400, \"windowSeconds\": 86400}",
            "warning: $.training.windowSeconds: that many trainings do not fit into a year if each takes its whole window; shorten the window, or train less often"
        ),
        (
            "id", "\"a b\"",
            "error: $.id: \"a b\" cannot be an id; use letters a to z, digits, hyphen, underscore and full stop, beginning with a letter or digit"
        ),
        (
            "formatVersion", "9",
            "error: $.formatVersion: the file has format version 9; this Waymark reads versions up to 1; use a newer Waymark"
        ),
    ])
    func mistakes(key: String, value: String, finding: String) throws { try check(text([key: value]), [finding]) }

    @Test func aWorkloadDoesSomething() throws {
        try check(
            text(["training": "", "prediction": ""]),
            ["error: $: the workload neither trains nor predicts; add \"training\" or \"prediction\""])
    }

    @Test(arguments: ["formatVersion", "id", "version", "title", "task", "training", "prediction", "memoryLimitMB"])
    func everyValueIsRead(key: String) throws {
        let root = try reader(of: text([key: "null"]))
        #expect(Workload.decode(root) == nil)
        #expect(root.findings.list.map(\.path) == ["$.\(key)"])
    }
}
