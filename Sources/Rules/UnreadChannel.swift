import Questionnaires
import Scoring

extension Rule {
    static let unreadChannel = Rule(
        "unreadChannel", "a channel that no metric reads",
        why: "Whatever options score on it goes nowhere; perhaps a metric lacks its \"channel\" and reads the values.",
        bad: """
            {
              "channels": [{"id": "risk", "title": "Risk"}],
              "items": [
                {"id": "data", "dimension": "work", "direction": "none", "label": "Personal data?",
                 "answer": {"type": "yesNo", "yes": {"scores": {"risk": 3}}}}
              ]
            }
            """,
        at: "$.channels[0].id",
        good: """
            {
              "channels": [{"id": "risk", "title": "Risk"}],
              "items": [
                {"id": "data", "dimension": "work", "direction": "none", "label": "Personal data?",
                 "answer": {"type": "yesNo", "yes": {"scores": {"risk": 3}}}}
              ],
              "metrics": [{"define": [
                {"id": "risk", "title": "Risk", "aggregate": "sum", "of": {"items": {}}, "channel": "risk"}]}]
            }
            """
    ) { facts in
        var read: Set<String> = []
        for metric in facts.metrics {
            if case .aggregate(let aggregate) = metric.rule, let channel = aggregate.channel { read.insert(channel) }
        }
        return facts.questionnaire.channels.filter { !read.contains($0.id) }.map { channel in
            Flaw(
                .channel(channel.id), ["id"], "no metric reads the channel \"\(channel.id)\"",
                "add \"channel\": \"\(channel.id)\" to a metric, or remove the channel and its scores")
        }
    }
}
