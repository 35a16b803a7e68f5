/// A sum of numbers that does not depend on their order, not even in its last bit.
///
/// The numbers are kept as parts that do not overlap (Shewchuk 1997), so that nothing is rounded before the end. As long
/// as all numbers are of like magnitude there are a few parts, however many numbers are added.
public struct ExactSum: Sendable, Hashable {
    /// From the smallest to the greatest.
    private var parts: [Double] = []

    public init() {}

    public mutating func add(_ number: Double) {
        var rest = number
        var kept = 0
        for part in parts {
            let (small, great) = part.magnitude < rest.magnitude ? (part, rest) : (rest, part)
            let sum = great + small
            let error = small - (sum - great)
            if error != 0 {
                parts[kept] = error
                kept += 1
            }
            rest = sum
        }
        parts.removeSubrange(kept...)
        parts.append(rest)
    }

    public mutating func add(_ other: ExactSum) {
        for part in other.parts { add(part) }
    }

    /// The sum, rounded once.
    public var value: Double {
        // The parts depend on the order, but what they stand for does not: rounding it rightly gives the same double.
        guard var sum = parts.last else { return 0 }
        var place = parts.count - 1
        while place > 0 {
            place -= 1
            let former = sum
            sum = former + parts[place]
            let error = parts[place] - (sum - former)
            guard error == 0 else {
                // Halfway between two doubles, the next part decides.
                if place > 0, (error < 0) == (parts[place - 1] < 0) {
                    let twice = error * 2
                    let moved = sum + twice
                    if moved - sum == twice { sum = moved }
                }
                break
            }
        }
        return sum
    }
}
