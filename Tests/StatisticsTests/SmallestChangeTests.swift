import Statistics
import Testing

@Suite struct SmallestChangeTests {
    /// Respondents with a standard deviation of 15 points, others in each wave.
    @Test(arguments: [(3, 24.0), (5, 18.6), (8, 14.7), (12, 12.0), (20, 9.3), (30, 7.6)])
    func leastSignificantDifference(people: Int, expected: Double) {
        let error = 15 / Double(people).squareRoot()
        #expect(abs(SmallestChange.significant(standardErrors: error, error, level: 0.95) - expected) < 0.05)
    }

    /// One person measured twice, with a standard deviation of 12 and a reliability of .8: 5.367 and 14.875.
    @Test func fromReliability() {
        let error = 12 * (1 - 0.8).squareRoot()
        #expect(abs(error - 5.367) < 5e-4)
        #expect(abs(SmallestChange.significant(standardErrors: error, error, level: 0.95) - 14.875) < 5e-4)
    }

    @Test func usuallyDetected() {
        let smallest = SmallestChange.usuallyDetected(standardErrors: 3, 4, level: 0.95, power: 0.8)
        #expect(abs(smallest / 5 - 2.8016) < 5e-5)
        let half = SmallestChange.usuallyDetected(standardErrors: 3, 4, level: 0.95, power: 0.5)
        #expect(half == SmallestChange.significant(standardErrors: 3, 4, level: 0.95))
    }
}
