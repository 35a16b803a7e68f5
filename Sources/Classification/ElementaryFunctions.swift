/// The logarithm and the exponential function in plain arithmetic, so that every platform computes the same bits: a
/// model must not depend on which mathematics library a system carries.
enum ElementaryFunctions {
    private static let logarithmOfTwo = 0.693_147_180_559_945_309_417

    /// The natural logarithm of a positive, normal number, to about 1e-15 of the larger of 1 and the result.
    ///
    /// log(m 2^e) = e log 2 + 2 artanh(r), r = (m - 1) / (m + 1), with m between the square roots of 1/2 and 2, so
    /// that |r| is at most 0.1716 and the first term left out below 1e-17.
    static func logarithm(_ x: Double) -> Double {
        guard x > 0 else { return x == 0 ? -.infinity : .nan }
        guard x < .infinity else { return x }
        var mantissa = x.significand
        var exponent = Double(x.exponent)
        if mantissa > 1.414_213_562_373_095 {
            mantissa *= 0.5
            exponent += 1
        }
        let ratio = (mantissa - 1) / (mantissa + 1)
        let square = ratio * ratio
        var series = square * (1.0 / 21) + 1.0 / 19
        series = series * square + 1.0 / 17
        series = series * square + 1.0 / 15
        series = series * square + 1.0 / 13
        series = series * square + 1.0 / 11
        series = series * square + 1.0 / 9
        series = series * square + 1.0 / 7
        series = series * square + 1.0 / 5
        series = series * square + 1.0 / 3
        series = series * square + 1
        return exponent * logarithmOfTwo + 2 * ratio * series
    }

    /// The exponential function, to about 1e-15 of the result for |x| up to 10; 0 below -700, infinite above 709.
    ///
    /// exp(x) = 2^n exp(r), with |r| at most 0.3466, where the Taylor series is cut after the term of order 13.
    static func exponential(_ x: Double) -> Double {
        guard x > -700 else { return x.isNaN ? x : 0 }
        guard x < 709 else { return .infinity }
        let halvings = (x * (1 / logarithmOfTwo)).rounded()
        let rest = x - halvings * logarithmOfTwo
        var series = rest * (1 / 6_227_020_800.0) + 1 / 479_001_600.0
        series = series * rest + 1 / 39_916_800.0
        series = series * rest + 1 / 3_628_800.0
        series = series * rest + 1 / 362_880.0
        series = series * rest + 1 / 40_320.0
        series = series * rest + 1 / 5_040.0
        series = series * rest + 1 / 720.0
        series = series * rest + 1 / 120.0
        series = series * rest + 1 / 24.0
        series = series * rest + 1 / 6.0
        series = series * rest + 0.5
        series = series * rest + 1
        series = series * rest + 1
        return series * Double(bitPattern: UInt64(1023 + Int(halvings)) << 52)
    }

    /// A positive number to a power.
    static func power(_ base: Double, _ exponent: Double) -> Double { exponential(logarithm(base) * exponent) }
}
