import Feasibility
import Foundation
import SeededRandomness

/// A program whose cost is known, on a machine with noise as it was seen on real ones.
struct SimulatedProgram {
    /// c, and the cost of the whole workload beyond it.
    var fixed = 0.0
    var variable = 10.0
    var power = 1.0
    /// The relative spread of a repetition, and how often one is slowed by a fifth up to twice.
    var noise = 0.03
    var outliers = 0.05
    /// Rows of the whole workload, and bytes that each takes.
    var rows = 200_000.0
    var bytesPerRow = 500.0
    /// The cache, in bytes, and how much more a row costs far beyond it.
    var cache = 1e12
    var step = 0.0

    /// The cost of some rows scattered over so many bytes, without noise.
    func seconds(_ size: Double, workingSet: Double? = nil) -> Double {
        func slowdown(_ bytes: Double) -> Double { bytes > cache ? 1 + step * (1 - cache / bytes) : 1 }
        return fixed + variable * pow(size / rows, power) * slowdown(workingSet ?? size * bytesPerRow)
            / slowdown(rows * bytesPerRow)
    }

    func timing(
        _ size: Double, repetitions: Int, workingSet: Double? = nil, _ generator: inout SeededGenerator
    ) -> Timing {
        let times = (0..<repetitions).map { _ in
            var time = self.seconds(size, workingSet: workingSet) * exp(noise * Self.normal(&generator))
            if generator.chance(outliers) { time *= Double.random(in: 1.2...2, using: &generator) }
            return time
        }
        return Timing(size: size, seconds: times, workingSetBytes: workingSet)
    }

    /// Five sizes from a tenth of the rows down, each half as large, smaller ones repeated more often.
    func timings(scattered: Bool = false, _ generator: inout SeededGenerator) -> [Timing] {
        (0..<5).map { index in
            timing(
                (rows / 10 / pow(2, Double(index))).rounded(), repetitions: 5 + 2 * index,
                workingSet: scattered ? rows * bytesPerRow : nil, &generator)
        }
    }

    /// A whole run on a quiet machine.
    func wholeRun(_ generator: inout SeededGenerator) -> Double { seconds(rows) * exp(noise * Self.normal(&generator)) }

    /// A normal number (G. E. P. Box and M. E. Muller, 1958).
    private static func normal(_ generator: inout SeededGenerator) -> Double {
        let radius = (-2 * log(1 - Double.random(in: 0..<1, using: &generator))).squareRoot()
        return radius * cos(2 * Double.pi * Double.random(in: 0..<1, using: &generator))
    }
}
