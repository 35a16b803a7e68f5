/// How large a change between two waves has to be, to be told from chance.
///
/// With standard errors e₁, e₂ of two independent figures and z normal quantiles. They assume about normal figures and
/// known standard errors; with few respondents take Student's t in the place of z, or read them as a lower bound.
public enum SmallestChange {
    /// The least significant difference, z((1 + level) / 2) √(e₁² + e₂²): a difference found that is smaller counts as
    /// chance. A true change of this size is found about every other time. Source: R. A. Fisher, "The design of
    /// experiments", 1935.
    public static func significant(standardErrors first: Double, _ second: Double, level: Double) -> Double {
        NormalDistribution.quantile((1 + level) / 2) * combined(first, second)
    }

    /// The smallest change usually detected, (z((1 + level) / 2) + z(power)) √(e₁² + e₂²): a true change of this size is
    /// found with the probability `power`. At .95 and .80 the factor is 2.80. Source: J. Cohen, "Statistical power
    /// analysis for the behavioral sciences", 1988.
    public static func usuallyDetected(
        standardErrors first: Double, _ second: Double, level: Double, power: Double
    ) -> Double {
        (NormalDistribution.quantile((1 + level) / 2) + NormalDistribution.quantile(power)) * combined(first, second)
    }

    private static func combined(_ first: Double, _ second: Double) -> Double {
        (first * first + second * second).squareRoot()
    }
}
