import Statistics
import Testing

@Suite struct IntraclassCorrelationTests {
    /// Six targets, four judges (Shrout and Fleiss 1979).
    static let ratings: [[Double]] = [
        [9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7],
    ]

    @Test func publishedMeanSquares() throws {
        let analysis = try #require(IntraclassCorrelation(ratings: Self.ratings))
        #expect(abs(analysis.betweenTargets - 11.242) < 5e-4)
        #expect(abs(analysis.withinTargets - 6.264) < 5e-4)
        #expect(abs(analysis.betweenRaters - 32.486) < 5e-4)
        #expect(abs(analysis.residual - 1.019) < 5e-4)
    }

    @Test(arguments: [
        (IntraclassCorrelation.Model.oneWay, 0.1657, 0.4428), (.twoWayRandom, 0.2898, 0.6201),
        (.twoWayFixed, 0.7148, 0.9093),
    ])
    func publishedCoefficients(model: IntraclassCorrelation.Model, single: Double, mean: Double) throws {
        let analysis = try #require(IntraclassCorrelation(ratings: Self.ratings))
        #expect(abs(try #require(analysis.coefficient(model, .single)) - single) < 5e-5)
        #expect(abs(try #require(analysis.coefficient(model, .mean)) - mean) < 5e-5)
    }

    @Test func edges() throws {
        #expect(IntraclassCorrelation(ratings: []) == nil)
        #expect(IntraclassCorrelation(ratings: [[1, 2]]) == nil)
        #expect(IntraclassCorrelation(ratings: [[1], [2]]) == nil)
        #expect(IntraclassCorrelation(ratings: [[1, 2], [1]]) == nil)
        #expect(IntraclassCorrelation(ratings: [[1, 2], [1, .infinity]]) == nil)
        let same = try #require(IntraclassCorrelation(ratings: [[2, 2], [2, 2]]))
        for model in IntraclassCorrelation.Model.allCases {
            for unit in IntraclassCorrelation.Unit.allCases { #expect(same.coefficient(model, unit) == nil) }
        }
        let agreed = try #require(IntraclassCorrelation(ratings: [[1, 1], [3, 3]]))
        #expect(agreed.coefficient(.twoWayRandom, .single) == 1)
    }
}
