import Reports
import Synchronization

/// Says on a terminal what runs, how far it is and how long it will take; says nothing elsewhere.
final class BenchmarkProgress: Sendable {
    private let isShown: Bool
    private let expectedSeconds: Double
    private let words: BenchmarkWords
    private let start: Double
    private struct State {
        var label = ""
        var lastShown = -1.0
    }
    private let state = Mutex(State())

    /// - Parameter expectedSeconds: how long all of it will take, about.
    init(isShown: Bool, expectedSeconds: Double, words: BenchmarkWords) {
        self.isShown = isShown
        self.words = words
        self.expectedSeconds = max(expectedSeconds, 0.1)
        start = MachineCounters.now()
    }

    /// Begins another piece of work.
    func begin(_ step: BenchmarkWords.Step) {
        let label = words.label(step)
        state.withLock { state in
            state.label = label
            state.lastShown = -1
        }
        advance()
    }

    /// Draws the line anew, at most ten times a second.
    func advance() {
        guard isShown else { return }
        let elapsed = MachineCounters.now() - start
        let line = state.withLock { state -> String? in
            guard state.lastShown < 0 || elapsed - state.lastShown >= 0.1 else { return nil }
            state.lastShown = elapsed
            return BenchmarkProgress.line(state.label, elapsed: elapsed, expected: expectedSeconds, words)
        }
        if let line { _ = System.write("\r\u{1B}[K\(line)", to: 2) }
    }

    /// Takes the line away.
    func end() {
        if isShown { _ = System.write("\r\u{1B}[K", to: 2) }
    }

    static func line(_ label: String, elapsed: Double, expected: Double, _ words: BenchmarkWords) -> String {
        let share = min(max(elapsed / expected, 0), 0.99)
        let filled = Int(share * 20)
        let left = max(1, Int((expected - elapsed).rounded()))
        let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: 20 - filled)
        let name = label + String(repeating: " ", count: max(0, 26 - label.count))
        return "\(name) [\(bar)] \(words.progress(share: share, seconds: left))"
    }
}
