/// How often each respondent counts in a draw of the bootstrap, respondents being drawn within strata.
///
/// A statistic that can be computed with a weight for each respondent is computed anew with the weights of each draw;
/// nobody's answers are copied. It must not change when all weights are doubled, and where some did not answer it has
/// to divide by the weights of those who did.
///
/// Rescaled: n_h − 1 of the n_h respondents of stratum h are drawn with replacement, and each counts n_h / (n_h − 1)
/// times as often as drawn. The weights of a stratum so add up to n_h, and the variance over draws of its mean is
/// s_h² / n_h, with n_h − 1 below the line of s_h²: unbiased however small the stratum. Source: J. N. K. Rao and C. F. J.
/// Wu, "Resampling inference with complex survey data", Journal of the American Statistical Association 83, 1988; as
/// weights: J. N. K. Rao, C. F. J. Wu and K. Yue, Survey Methodology 18, 1992. No correction for a finite population.
///
/// Plain: n_h of n_h; the variance is too small by (n_h − 1) / n_h. Source: B. Efron, Annals of Statistics 7, 1979.
///
/// Both assume that respondents of a stratum answer independently and stand for others alike. Neither is right for
/// figures that do not move smoothly with the answers: the greatest or smallest of several, a quantile of few answers,
/// a figure under a cap that binds in some draws, a parameter at the end of its range. The draws then still show what
/// could happen, but no share of covered truths is promised.
public struct BootstrapWeights: Sendable {
    public enum Scheme: Sendable, CaseIterable {
        /// As many are drawn as there are.
        case plain
        /// One fewer is drawn than there are, and counted up.
        case rescaled
    }

    public let scheme: Scheme
    /// How many respondents there are, and how many strata.
    public let respondents: Int
    public let strata: Int
    /// Respondents by stratum, and the place of each stratum among them.
    private let members: [Int]
    private let ranges: [Range<Int>]

    /// - Parameter strata: the stratum of each respondent; any numbers.
    /// - Returns: nothing without respondents and, for the rescaled scheme, where a stratum has one respondent only:
    ///   nothing is known of how its kind varies, so it has to be merged with another first.
    public init?(strata labels: [Int], scheme: Scheme) {
        var members: [Int] = []
        var ranges: [Range<Int>] = []
        for label in Set(labels).sorted() {
            let start = members.count
            members += labels.indices.filter { labels[$0] == label }
            ranges.append(start..<members.count)
        }
        guard !members.isEmpty, scheme == .plain || ranges.allSatisfy({ $0.count > 1 }) else { return nil }
        self.scheme = scheme
        self.members = members
        self.ranges = ranges
        respondents = members.count
        strata = ranges.count
    }

    /// The weights of one draw, in place of what the array holds.
    ///
    /// - Precondition: `weights` has an element for each respondent.
    public func draw(into weights: inout [Double], using stream: inout RandomStream) {
        precondition(weights.count == respondents, "a weight for each respondent")
        for respondent in weights.indices { weights[respondent] = 0 }
        for range in ranges {
            let drawn = scheme == .plain ? range.count : range.count - 1
            let weight = Double(range.count) / Double(drawn)
            for _ in 0..<drawn {
                weights[members[range.lowerBound + stream.integer(below: range.count)]] += weight
            }
        }
    }

    /// Goes through draws one by one, without taking memory for any of them.
    ///
    /// Draw number i has the child i of the stream: the same whichever other draws are made, in whatever order or thread.
    ///
    /// - Parameter body: gets the number of the draw and its weights, which it must not keep.
    public func forEachDraw(
        _ draws: Range<Int>, stream: RandomStream, _ body: (_ draw: Int, _ weights: [Double]) throws -> Void
    ) rethrows {
        var weights = [Double](repeating: 0, count: respondents)
        for number in draws {
            var child = stream.split(number)
            draw(into: &weights, using: &child)
            try body(number, weights)
        }
    }

    /// What a statistic comes to in each of the draws, in their order.
    public func outcomes<Outcome>(
        draws: Range<Int>, stream: RandomStream, of statistic: (_ weights: [Double]) throws -> Outcome
    ) rethrows -> [Outcome] {
        var outcomes: [Outcome] = []
        outcomes.reserveCapacity(draws.count)
        try forEachDraw(draws, stream: stream) { try outcomes.append(statistic($1)) }
        return outcomes
    }

    /// The share of draws to leave out on either side so that the percentile interval of few respondents is as wide as
    /// one by Student's t: Φ(−t(n − K, (1 + level) / 2)), t of n respondents less K strata.
    ///
    /// Plain draws, whose spread is too small, leave out less: Φ(−√(n / (n − K)) t(n − K, …)), for one stratum as in
    /// T. C. Hesterberg, "What teachers should know about the bootstrap", The American Statistician 69, 2015.
    ///
    /// Degrees of freedom n − K are right where people of all strata vary alike and count alike. Where a small stratum
    /// counts for much, the interval hangs on few people and is too narrow; ``effectiveDegreesOfFreedom(counting:)`` are
    /// then nearer to the truth.
    ///
    /// - Parameter degreesOfFreedom: n − K where left out.
    /// - Returns: nothing where there is not one degree of freedom, or the level is not between 0 and 1.
    public func expandedTail(level: Double, degreesOfFreedom: Int? = nil) -> Double? {
        guard level > 0, level < 1,
            let student = StudentDistribution(degreesOfFreedom: degreesOfFreedom ?? respondents - strata)
        else { return nil }
        let narrowness =
            scheme == .plain && respondents > strata
            ? (Double(respondents) / Double(respondents - strata)).squareRoot() : 1
        return NormalDistribution.cumulative(-narrowness * student.quantile((1 + level) / 2))
    }

    /// The degrees of freedom of the standard error of a weighted mean, rounded down: (Σ v_h)² / Σ (v_h² / (n_h − 1)),
    /// where v_h = Σ c² over the stratum's respondents. It assumes that people of all strata vary alike. Source: F. E.
    /// Satterthwaite, "An approximate distribution of estimates of variance components", Biometrics Bulletin 2, 1946.
    ///
    /// - Parameter counts: c, what each respondent counts in the mean; in a mean over strata, the weight of the stratum
    ///   over the number of its respondents.
    /// - Returns: at most n − K for people who all count alike in strata of the same size; nothing where a stratum that
    ///   counts has one respondent, or nobody counts.
    /// - Precondition: an element for each respondent.
    public func effectiveDegreesOfFreedom(counting counts: [Double]) -> Int? {
        precondition(counts.count == respondents, "what each respondent counts")
        var total = 0.0
        var squares = 0.0
        for range in ranges {
            let part = members[range].reduce(0) { $0 + counts[$1] * counts[$1] }
            guard part > 0 else { continue }
            guard range.count > 1 else { return nil }
            total += part
            squares += part * part / Double(range.count - 1)
        }
        // What is whole on paper must not lose one to rounding.
        return squares > 0 ? Int(total * total / squares + Tolerance.width) : nil
    }
}
