import Questionnaires
import Responses
import Scoring

/// What people wrote about each item, up to a number that can still be read.
///
/// Of more remarks those are kept whose text has the least hash: as good as drawn by lot, and yet the same whatever the
/// order of the responses.
struct RemarkSelection: Sendable {
    /// The most remarks on one item that are kept.
    static let mostPerItem = 500
    private let places: [String: Int]
    private let items: [String]
    private var kept: [[Entry]]
    private var counts: [Int]

    private struct Entry: Comparable {
        let hash: UInt64
        let remark: Remark

        init(_ remark: Remark) {
            self.remark = remark
            // FNV-1a, which is the same in every run, and a last step that spreads it over all bits.
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            for byte in remark.text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            hash = (hash ^ hash >> 32) &* 0x9e37_79b9_7f4a_7c15
            self.hash = hash ^ hash >> 29
        }

        private var order: (UInt64, String, String) { (hash, remark.kind.rawValue, remark.text) }
        static func == (left: Entry, right: Entry) -> Bool { left.order == right.order }
        static func < (left: Entry, right: Entry) -> Bool { left.order < right.order }
    }

    init(_ questionnaire: Questionnaire) {
        items = questionnaire.items.map(\.id)
        places = Dictionary(items.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        kept = [[Entry]](repeating: [], count: items.count)
        counts = [Int](repeating: 0, count: items.count)
    }

    mutating func add(_ response: Response) {
        for (id, answer) in response.answers {
            guard let place = places[id] else { continue }
            for remark in Remark.all(in: answer, item: id) { add(remark, at: place) }
        }
    }

    private mutating func add(_ remark: Remark, at place: Int) {
        counts[place] += 1
        let entry = Entry(remark)
        if kept[place].count == RemarkSelection.mostPerItem {
            guard let last = kept[place].last, entry < last else { return }
            kept[place].removeLast()
        }
        let position = kept[place].firstIndex { entry < $0 } ?? kept[place].count
        kept[place].insert(entry, at: position)
    }

    /// The remarks that are kept, by item; those on an item that is held back are held back with it. Within an item they
    /// stand in the order of their text, so that nobody can tell by the order which remarks come from the same person.
    func remarks(_ scores: Scores) -> [Remark] {
        isShown(scores).flatMap { place in
            kept[place].map(\.remark).sorted { ($0.kind.rawValue, $0.text) < ($1.kind.rawValue, $1.text) }
        }
    }

    /// How many remarks on each item are not kept, for items of which some are not.
    func leftOut(_ scores: Scores) -> [String: Int] {
        var result: [String: Int] = [:]
        for place in isShown(scores) where counts[place] > kept[place].count {
            result[items[place]] = counts[place] - kept[place].count
        }
        return result
    }

    private func isShown(_ scores: Scores) -> [Int] { items.indices.filter { !scores.items[$0].isHeldBack } }
}
