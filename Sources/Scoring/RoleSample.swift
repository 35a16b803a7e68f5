import Statistics

/// The people of one role as intervals draw them: each by themselves or, where there are many, in random groups.
///
/// Drawing groups in the place of people takes the same room and time however many there are, and the spread of a mean
/// over draws is on average the same; with so many groups it is known to a tenth. Source: K. M. Wolter, "Introduction to
/// Variance Estimation", 2nd edition, 2007, chapter 2. The group of a person follows from the pseudonym, so it does not
/// depend on the order in which responses come.
struct RoleSample: Sendable {
    /// The most people of a role who are drawn by themselves.
    static let mostPeople = 1000
    /// How many random groups those of a larger role are in.
    static let groupCount = 64

    struct Person: Sendable {
        let name: [UInt8]
        /// The places of the counts of a tally to which the answers add 1.
        let places: [Int32]
        let sums: [(key: AnswerSumKey, amount: Double)]
    }

    /// The answers of a random group added up.
    struct Group: Sendable {
        let people: Int
        let counts: [UInt32]
        let sums: [AnswerSumKey: ExactSum]
    }

    private let mostPeople: Int
    private let width: Int
    /// Those who are drawn by themselves, in the order in which they came.
    private(set) var people: [Person] = []
    /// What they add to each count; empty where people are in groups.
    private var counts: [Int]
    /// The counts of each group one after the other; empty where people are drawn by themselves.
    private var groupCounts: [UInt32] = []
    private var groupPeople: [Int] = []
    private var groupSums: [[AnswerSumKey: ExactSum]] = []

    /// - Parameters:
    ///   - width: how many counts there are.
    ///   - mostPeople: the most people who are drawn by themselves.
    init(width: Int, mostPeople: Int) {
        self.width = width
        self.mostPeople = mostPeople
        counts = [Int](repeating: 0, count: width)
    }

    var isGrouped: Bool { !groupPeople.isEmpty }

    /// Takes in a person.
    ///
    /// - Parameter places: the places of the counts to which the answers add 1.
    mutating func add(_ name: some Collection<UInt8>, places: [Int32], sums: [(key: AnswerSumKey, amount: Double)]) {
        if !isGrouped, people.count < mostPeople {
            people.append(Person(name: Array(name), places: places, sums: sums))
            for place in places { counts[Int(place)] += 1 }
            return
        }
        formGroups()
        let group = RoleSample.group(of: name)
        groupPeople[group] += 1
        for place in places { groupCounts[group * width + Int(place)] += 1 }
        for (key, amount) in sums { groupSums[group][key, default: ExactSum()].add(amount) }
    }

    /// Takes in a person whose answers are codes, each a count in its part of equal size.
    mutating func add(_ name: [UInt8], codes: [UInt8], size: Int) {
        guard isGrouped || people.count >= mostPeople else {
            return add(name, places: codes.enumerated().map { Int32($0 * size + Int($1)) }, sums: [])
        }
        formGroups()
        let group = RoleSample.group(of: name)
        groupPeople[group] += 1
        let first = group * width
        groupCounts.withUnsafeMutableBufferPointer { counts in
            var start = first
            for code in codes {
                counts[start + Int(code)] += 1
                start += size
            }
        }
    }

    private mutating func formGroups() {
        guard !isGrouped else { return }
        groupCounts = [UInt32](repeating: 0, count: width * RoleSample.groupCount)
        groupPeople = [Int](repeating: 0, count: RoleSample.groupCount)
        groupSums = [[AnswerSumKey: ExactSum]](repeating: [:], count: RoleSample.groupCount)
        let former = people
        people = []
        counts = []
        for person in former { add(person.name, places: person.places, sums: person.sums) }
    }

    /// The group of a pseudonym: the same in every run, and as good as drawn by lot.
    static func group(of name: some Collection<UInt8>) -> Int {
        // FNV-1a, and a last step that spreads it over all bits.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash = (hash ^ hash >> 32) &* 0x9e37_79b9_7f4a_7c15
        return Int(truncatingIfNeeded: hash >> 32) & (groupCount - 1)
    }

    /// The groups of which anybody is a member; empty where people are drawn by themselves.
    var drawnGroups: [Group] {
        groupPeople.indices.filter { groupPeople[$0] > 0 }.map { group in
            Group(
                people: groupPeople[group], counts: Array(groupCounts[group * width..<(group + 1) * width]),
                sums: groupSums[group])
        }
    }

    /// What all people together add to a count.
    func count(at place: Int) -> Int {
        guard isGrouped else { return counts[place] }
        return stride(from: place, to: groupCounts.count, by: width).reduce(0) { $0 + Int(groupCounts[$1]) }
    }
}

/// The roles of so many people that random groups of them are drawn for intervals, instead of single people.
public struct RandomGroups: Sendable, Hashable {
    public let roles: [String]
    /// How many groups each of the roles is in.
    public let count: Int
    /// The most people of a role who are drawn by themselves.
    public let mostPeople: Int
}

extension Scores {
    /// Nothing where all people are drawn by themselves.
    public var randomGroups: RandomGroups? {
        let roles = pooling.grouping.inOrder(pooling.tally.groupedRoles)
        return roles.isEmpty
            ? nil : RandomGroups(roles: roles, count: RoleSample.groupCount, mostPeople: RoleSample.mostPeople)
    }
}

/// Which answers that are not one option each are added up: those to an item, on a channel.
struct AnswerSumKey: Hashable, Sendable {
    let item: Int
    /// Nothing for the values.
    let channel: String?
}
