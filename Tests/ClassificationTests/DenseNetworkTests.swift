import Testing

@testable import Classification

@Suite struct DenseNetworkTests {
    private func task(count: Int, seed: UInt64 = 1) -> (values: [Float], classes: [UInt8]) {
        LandCoverImages(count: count, side: 4, noise: 0.05, seed: seed).images()
    }

    /// Derivatives against differences of the loss, for some weights of every layer.
    @Test func gradientsAreThoseOfDifferences() async {
        let (values, classes) = task(count: 40)
        let network = DenseNetwork(inputs: 64, hidden: 20, classes: 8)
        let rows = Array(0..<40)
        func loss(_ network: DenseNetwork) async -> Double {
            Double(await network.gradients(values: values, classes: classes, rows: rows, threads: 1).loss)
        }
        let gradients = await network.gradients(values: values, classes: classes, rows: rows, threads: 1)
        let step: Float = 2e-3
        func check(_ derivative: Float, _ move: (inout DenseNetwork, Float) -> Void) async {
            var up = network
            var down = network
            move(&up, step)
            move(&down, -step)
            let difference = (await loss(up) - loss(down)) / Double(2 * step)
            #expect(abs(difference - Double(derivative)) < 0.02 * max(1, abs(difference)))
        }
        for place in [(0, 0), (5, 7), (33, 16), (63, 19)] {
            await check(gradients.first[place.0, place.1]) { $0.first[place.0, place.1] += $1 }
        }
        for place in [(0, 0), (7, 3), (19, 7)] {
            await check(gradients.second[place.0, place.1]) { $0.second[place.0, place.1] += $1 }
        }
        for place in [0, 9, 19] { await check(gradients.firstBias[place]) { $0.firstBias[place] += $1 } }
        for place in [0, 7] { await check(gradients.secondBias[place]) { $0.secondBias[place] += $1 } }
    }

    @Test func theNetworkIsTheSameToTheBitForAnyNumberOfThreads() async {
        let (values, classes) = task(count: 300)
        var results: [[SIMD16<Float>]] = []
        for threads in [1, 2, 3] {
            var network = DenseNetwork(inputs: 64, hidden: 20, classes: 8)
            await network.train(values: values, classes: classes, passes: 2, threads: threads)
            results.append(network.first.elements + network.second.elements)
        }
        #expect(results[0] == results[1] && results[0] == results[2])
    }

    @Test func landCoverIsLearnt() async {
        let (values, classes) = task(count: 800)
        let (testValues, testClasses) = task(count: 300, seed: 2)
        var network = DenseNetwork(inputs: 64, hidden: 16, classes: 8)
        await network.train(values: values, classes: classes, passes: 20, threads: 2)
        let answers = await network.predict(values: testValues, threads: 2)
        let right = zip(answers, testClasses).filter { $0 == $1 }.count
        // By chance it would be an eighth.
        #expect(right > 200)
    }

    @Test func operationsAreCounted() {
        let network = DenseNetwork(inputs: 10, hidden: 5, classes: 2)
        #expect(network.operations(rows: 3, training: false) == 3 * 2 * (50 + 10))
        #expect(network.operations(rows: 3, training: true) == 3 * (4 * (50 + 10) + 2 * 10))
    }
}
