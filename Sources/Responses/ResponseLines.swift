/// What stands in some lines of a file.
public struct ResponseLines: Sendable {
    let firstLine: Int
    private(set) var count = 0
    // The responses that are codes, one after the other.
    private let items: Int
    private var codes: [UInt8] = []
    private var roles: [Int32] = []
    private var completed: [Int32] = []
    private var names: [UInt8] = []
    private var nameEnds: [Int] = []
    /// All other lines.
    private var others: [ResponseLine] = []

    /// - Parameters:
    ///   - firstLine: which line of the file is the first, counted from 1.
    ///   - items: how many items the questionnaire has.
    init(firstLine: Int, items: Int) {
        self.firstLine = firstLine
        self.items = items
    }

    /// The number of the line that comes next.
    var nextNumber: Int { firstLine + count }

    mutating func append(_ response: CodedResponse) {
        response.codes.withUnsafeBufferPointer { codes.append(contentsOf: $0) }
        roles.append(Int32(response.role))
        completed.append(Int32(response.completed ?? 0))
        response.respondent.withUnsafeBufferPointer { names.append(contentsOf: $0) }
        nameEnds.append(names.count)
        count += 1
    }

    mutating func append(_ line: ResponseLine) {
        others.append(line)
        count += 1
    }

    /// Goes through the lines in their order.
    ///
    /// - Parameters:
    ///   - coded: gets responses that are codes, which it must not keep, each with the number of its line.
    ///   - other: gets all other lines.
    public func forEach(
        coded: (_ number: Int, _ response: CodedResponse) -> Void, other: (ResponseLine) -> Void
    ) {
        var response = CodedResponse(items: items)
        var nextCoded = 0
        var nextOther = 0
        for number in firstLine..<firstLine + count {
            if nextOther < others.count, others[nextOther].number == number {
                other(others[nextOther])
                nextOther += 1
            } else {
                read(nextCoded, into: &response)
                coded(number, response)
                nextCoded += 1
            }
        }
    }

    private func read(_ place: Int, into response: inout CodedResponse) {
        let own = place * items..<(place + 1) * items
        response.codes.withUnsafeMutableBufferPointer { target in
            codes.withUnsafeBufferPointer { _ = target.update(fromContentsOf: $0[own]) }
        }
        response.role = Int(roles[place])
        response.completed = completed[place] > 0 ? Int(completed[place]) : nil
        response.respondent.removeAll(keepingCapacity: true)
        let name = (place > 0 ? nameEnds[place - 1] : 0)..<nameEnds[place]
        names.withUnsafeBufferPointer { names in
            response.respondent.append(contentsOf: UnsafeBufferPointer(rebasing: names[name]))
        }
    }
}
