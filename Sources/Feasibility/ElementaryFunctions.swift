// The one place where this module meets the system's mathematics library.
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The functions of the system's mathematics library that this module needs.
enum ElementaryFunctions {
    static func logarithm(_ x: Double) -> Double { log(x) }
    static func exponential(_ x: Double) -> Double { exp(x) }
    static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
    static func arcTangent(_ x: Double) -> Double { atan(x) }
    static func logarithmOfGamma(_ x: Double) -> Double { lgamma(x) }
}
