import Statistics
import Testing

@Suite struct StudentDistributionTests {
    /// Values of SciPy 1.17.
    @Test(arguments: [
        (1, 12.706204736174694), (2, 4.302652729749462), (3, 3.1824463052837078), (5, 2.5705818356363146),
        (8, 2.306004135204166), (11, 2.200985160091639), (30, 2.0422724563012378), (198, 1.9720174778363146),
    ])
    func quantiles(degreesOfFreedom: Int, expected: Double) throws {
        let student = try #require(StudentDistribution(degreesOfFreedom: degreesOfFreedom))
        #expect(abs(student.quantile(0.975) - expected) < 1e-11)
        #expect(abs(student.quantile(0.025) + expected) < 1e-11)
    }

    @Test(arguments: [
        (1, 0.7, 0.6944001122142147), (2, -3.1, 0.04510036506509436), (7, 2, 0.957190335718512),
        (12, -0.4, 0.3480926526963336), (199, 1.2, 0.8842170036636275),
    ])
    func probabilities(degreesOfFreedom: Int, t: Double, expected: Double) throws {
        let student = try #require(StudentDistribution(degreesOfFreedom: degreesOfFreedom))
        #expect(abs(student.cumulative(t) - expected) < 1e-13)
    }

    /// The expansion for many degrees of freedom meets the distribution function.
    @Test(arguments: [999, 1000, 1001, 5000])
    func manyDegreesOfFreedom(degreesOfFreedom: Int) throws {
        let student = try #require(StudentDistribution(degreesOfFreedom: degreesOfFreedom))
        for probability in [0.6, 0.975, 0.9999] {
            #expect(abs(student.cumulative(student.quantile(probability)) - probability) < 1e-12)
        }
    }

    @Test func edges() throws {
        #expect(StudentDistribution(degreesOfFreedom: 0) == nil)
        let student = try #require(StudentDistribution(degreesOfFreedom: 4))
        #expect(student.quantile(0.5) == 0)
        #expect(student.quantile(0) == -.infinity)
        #expect(student.quantile(1) == .infinity)
        #expect(student.quantile(-1).isNaN)
        #expect(student.cumulative(.infinity) == 1)
    }
}
