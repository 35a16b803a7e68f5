import JSON

/// A metric as it is defined, before it is spread over the members of its group.
struct MetricNode: Hashable {
    let group: Int
    let metric: String
}

/// What refers to what, to find metrics that depend on themselves and recommendations that wait for one another.
struct ReferenceGraph<Node: Hashable> {
    private var order: [Node] = []
    private var readers: [Node: JSONReader] = [:]
    private var targets: [Node: [Node]] = [:]
    private var seen: [Node: Set<Node>] = [:]

    mutating func define(_ node: Node, at reader: JSONReader) {
        order.append(node)
        readers[node] = reader
    }

    mutating func add(from source: Node, to target: Node) {
        // Twice the same reference would make twice the same circle.
        if seen[source, default: []].insert(target).inserted { targets[source, default: []].append(target) }
    }

    private enum Mark { case open, closed }

    /// Reports each circle once, at the metric through which it was entered.
    func reportCircles(name: (Node) -> String, remedy: String) {
        var marks: [Node: Mark] = [:]
        for start in order where marks[start] == nil {
            // An explicit stack: a definition may be a chain of thousands of metrics.
            var path: [(node: Node, next: Int)] = [(start, 0)]
            marks[start] = .open
            while let (node, next) = path.last {
                let successors = targets[node] ?? []
                guard next < successors.count else {
                    marks[node] = .closed
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let successor = successors[next]
                switch marks[successor] {
                case .closed: break
                case .open:
                    let circle = path.drop { $0.node != successor }.map(\.node) + [successor]
                    readers[successor]?.report(
                        "this depends on itself: \(circle.map(name).joined(separator: " → "))", remedy)
                case nil:
                    marks[successor] = .open
                    path.append((successor, 0))
                }
            }
        }
    }
}
