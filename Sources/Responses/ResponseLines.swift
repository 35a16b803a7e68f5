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
        codes += response.codes
        roles.append(Int32(response.role))
        completed.append(Int32(response.completed ?? 0))
        names += response.respondent
        nameEnds.append(names.count)
        count += 1
    }

    mutating func append(_ line: ResponseLine) {
        others.append(line)
        count += 1
    }

    /// Goes through the lines in their order.
    public func forEach(_ body: (ResponseLine) -> Void) {
        var response = CodedResponse(items: items)
        var nextCoded = 0
        var nextOther = 0
        for number in firstLine..<firstLine + count {
            if nextOther < others.count, others[nextOther].number == number {
                body(others[nextOther])
                nextOther += 1
                continue
            }
            response.codes.replaceSubrange(0..<items, with: codes[nextCoded * items..<(nextCoded + 1) * items])
            response.role = Int(roles[nextCoded])
            response.completed = completed[nextCoded] > 0 ? Int(completed[nextCoded]) : nil
            response.respondent.replaceSubrange(
                0..<response.respondent.count,
                with: names[(nextCoded > 0 ? nameEnds[nextCoded - 1] : 0)..<nameEnds[nextCoded]])
            nextCoded += 1
            body(ResponseLine(number: number, content: .coded(response), findings: []))
        }
    }
}
