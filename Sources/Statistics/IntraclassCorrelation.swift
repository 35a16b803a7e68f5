/// Intraclass correlations: which share of the variance of ratings lies between the things rated.
///
/// From the mean squares of an analysis of variance of n targets by k raters, every rater rating every target:
/// BMS between targets, WMS within targets, JMS between raters, EMS the rest.
///
/// (1,1) = (BMS − WMS) / (BMS + (k − 1) WMS): each target has other raters.
/// (2,1) = (BMS − EMS) / (BMS + (k − 1) EMS + k (JMS − EMS) / n): the same raters, who stand for others like them.
/// (3,1) = (BMS − EMS) / (BMS + (k − 1) EMS): these very raters; their levels do not matter.
/// (1,k) = (BMS − WMS) / BMS; (2,k) = (BMS − EMS) / (BMS + (JMS − EMS) / n); (3,k) = (BMS − EMS) / BMS: the same of the
/// mean of the k ratings.
///
/// They assume distances between ratings and effects that add up, not that values are normal; below 0 they mean no
/// more than 0. Source: P. E. Shrout and J. L. Fleiss, "Intraclass correlations: uses in assessing rater reliability",
/// Psychological Bulletin 86, 1979.
public struct IntraclassCorrelation: Sendable, Hashable {
    /// What one rating is worth, or the mean of all.
    public enum Unit: Sendable, CaseIterable {
        case single
        case mean
    }

    /// Whom the raters stand for.
    public enum Model: Int, Sendable, CaseIterable {
        /// Other raters for every target.
        case oneWay = 1
        /// The same raters for all targets, drawn from many; their levels count.
        case twoWayRandom
        /// These raters only; their levels do not count.
        case twoWayFixed
    }

    public let targets: Int
    public let raters: Int
    /// BMS, WMS, JMS and EMS.
    public let betweenTargets: Double
    public let withinTargets: Double
    public let betweenRaters: Double
    public let residual: Double

    /// - Parameter ratings: a row for each target, a column for each rater, nothing missing.
    /// - Returns: nothing for fewer than two targets or raters, rows of unlike length or values that are not finite.
    public init?(ratings: [[Double]]) {
        let targets = ratings.count
        guard targets >= 2, let raters = ratings.first?.count, raters >= 2,
            ratings.allSatisfy({ $0.count == raters && $0.allSatisfy(\.isFinite) })
        else { return nil }
        let mean = ratings.joined().reduce(0, +) / Double(targets * raters)
        let targetMeans = ratings.map { $0.reduce(0, +) / Double(raters) }
        let raterMeans = (0..<raters).map { rater in
            ratings.reduce(0) { $0 + $1[rater] } / Double(targets)
        }
        var within = 0.0
        var rest = 0.0
        for (row, targetMean) in zip(ratings, targetMeans) {
            for (rating, raterMean) in zip(row, raterMeans) {
                within += (rating - targetMean) * (rating - targetMean)
                let residual = rating - targetMean - raterMean + mean
                rest += residual * residual
            }
        }
        func squares(_ means: [Double]) -> Double { means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } }
        self.targets = targets
        self.raters = raters
        betweenTargets = Double(raters) * squares(targetMeans) / Double(targets - 1)
        withinTargets = within / Double(targets * (raters - 1))
        betweenRaters = Double(targets) * squares(raterMeans) / Double(raters - 1)
        residual = rest / Double((targets - 1) * (raters - 1))
    }

    /// A coefficient; at most 1. Nothing where its denominator is not above 0, as when all ratings are the same.
    public func coefficient(_ model: Model, _ unit: Unit) -> Double? {
        let error = model == .oneWay ? withinTargets : residual
        // How much raters of unlike levels add to the variance of one rating.
        let levels = model == .twoWayRandom ? (betweenRaters - residual) / Double(targets) : 0
        let denominator =
            switch unit {
            case .single: betweenTargets + Double(raters - 1) * error + Double(raters) * levels
            case .mean: betweenTargets + levels
            }
        return denominator > 0 ? (betweenTargets - error) / denominator : nil
    }
}
