import Testing

@testable import Feasibility

@Suite struct StudentDistributionTests {
    /// R: pt(x, df).
    @Test(arguments: [
        (0.0, 5, 0.5), (1.0, 1, 0.75), (2.0, 2, 0.908248290463863), (1.5, 3, 0.884709803215379),
        (-2.131846786, 4, 0.05), (2.228138852, 10, 0.975), (1.96, 200, 0.974309), (-3.0, 7, 0.009971063),
    ])
    func probabilities(x: Double, degrees: Int, expected: Double) {
        #expect(abs(StudentDistribution.cumulative(x, degrees: degrees) - expected) < 2e-6)
    }

    @Test func ends() {
        #expect(StudentDistribution.cumulative(.infinity, degrees: 3) == 1)
        #expect(StudentDistribution.cumulative(-.infinity, degrees: 3) == 0)
    }
}
