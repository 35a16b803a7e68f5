/// Powers of numbers.
public enum Power {
    /// A number that is not negative, raised to a power.
    public static func of(_ number: Double, _ power: Double) -> Double { ElementaryFunctions.power(number, power) }
}
