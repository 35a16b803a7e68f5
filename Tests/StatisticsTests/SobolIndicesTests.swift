import Statistics
import Testing

@Suite struct SobolIndicesTests {
    private let stream = RandomStream(seed: 51)

    /// A sine, by its series: this module has none.
    private func sine(_ x: Double) -> Double {
        var term = x
        var sum = 0.0
        for step in 1...20 {
            sum += term
            term *= -x * x / Double(2 * step * (2 * step + 1))
        }
        return sum
    }

    /// The function of Ishigami and Homma with a = 7, b = .1: variance 13.8446; first .3139 .4424 0; total .5576 .4424
    /// .2437.
    @Test func ishigami() throws {
        let input = SensitivityFactor.number(-Double.pi...Double.pi)
        let indices = try #require(
            SobolIndices(factors: [input, input, input], rows: 1 << 14, stream: stream) { inputs in
                let second = sine(inputs[1])
                let third = inputs[2] * inputs[2]
                return (1 + 0.1 * third * third) * sine(inputs[0]) + 7 * second * second
            })
        #expect(indices.runs == 5 << 14)
        #expect(abs(try #require(indices.figure.standardDeviation) - 13.8446.squareRoot()) < 0.04)
        let first = try #require(indices.first)
        let total = try #require(indices.total)
        for (index, expected) in zip(first, [0.3139, 0.4424, 0]) {
            #expect(abs(index.value - expected) < 4 * index.standardError)
            #expect(index.standardError < 0.015)
        }
        for (index, expected) in zip(total, [0.5576, 0.4424, 0.2437]) {
            #expect(abs(index.value - expected) < 4 * index.standardError)
            #expect(index.standardError < 0.013)
        }
    }

    /// x₁ + 2 x₂, and a choice that does nothing: a fifth, four fifths, nothing, without interactions.
    @Test func sums() throws {
        let unit = SensitivityFactor.number(0...1)
        let indices = try #require(
            SobolIndices(factors: [unit, unit, .choice(4)], rows: 1024, stream: stream) { $0[0] + 2 * $0[1] })
        for values in [try #require(indices.first), try #require(indices.total)] {
            #expect(abs(values[0].value - 0.2) < 0.03)
            #expect(abs(values[1].value - 0.8) < 0.06)
            #expect(values[2].value == 0)
        }
    }

    /// The product of two choices of sign: all of it is done together.
    @Test func interactions() throws {
        let indices = try #require(
            SobolIndices(factors: [.choice(2), .choice(2)], rows: 1024, stream: stream) { inputs in
                inputs[0] == inputs[1] ? 1 : -1
            })
        for index in try #require(indices.first) { #expect(abs(index.value) < 0.15) }
        for index in try #require(indices.total) { #expect(abs(index.value - 1) < 0.1) }
    }

    @Test func rowsWithUnknownRunsAreLeftOut() throws {
        let unit = SensitivityFactor.number(0...1)
        let indices = try #require(
            SobolIndices(factors: [unit, unit], rows: 400, stream: stream) { $0[0] > 0.9 ? nil : $0[0] })
        #expect(indices.incompleteRows > 40 && indices.incompleteRows < 120)
        #expect(indices.figure.unknown > 40)
        #expect(try #require(indices.total)[1].value == 0)
    }

    @Test func nothingVaries() throws {
        let indices = try #require(SobolIndices(factors: [.weight], rows: 10, stream: stream) { _ in 3 })
        #expect(indices.first == nil)
        #expect(indices.total == nil)
        #expect(indices.figure.mean == 3)
        #expect(SobolIndices(factors: [], rows: 10, stream: stream) { _ in 0 } == nil)
        #expect(SobolIndices(factors: [.weight], rows: 1, stream: stream) { _ in 0 } == nil)
    }
}
