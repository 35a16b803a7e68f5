public import Questionnaires

/// How the answers of a role go together: numbers, sums and cross products of each pair of items, from which follow the
/// variances and covariances of item means, whatever the number of people.
///
/// The sums are of doubles. Where values are multiples of a power of two, as quarters are, they are exact; otherwise
/// their last bits depend on the order of the responses.
public struct CohortMoments: Sendable {
    /// The number of items.
    public let items: Int
    /// The roles of the questionnaire, in its order, each with its sums; roles that it does not define have none.
    private var sums: [Sums]
    private let places: [String: Int]

    /// The sums of one role; the place of a pair is first × items + second.
    fileprivate struct Sums: Sendable {
        /// How many people answered both.
        var pairs: [Double]
        /// The sum of the first over those who answered both.
        var firsts: [Double]
        /// The sum of the products.
        var products: [Double]
    }

    public init(_ questionnaire: Questionnaire) {
        items = questionnaire.items.count
        let zeros = [Double](repeating: 0, count: items * items)
        sums = [Sums](
            repeating: Sums(pairs: zeros, firsts: zeros, products: zeros), count: questionnaire.roles.count)
        places = Dictionary(
            questionnaire.roles.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Takes in the answers of one person.
    ///
    /// - Parameters:
    ///   - role: the place of the role in the questionnaire.
    ///   - values: what each answer stands for, in the order of the items; 0 where there is none.
    ///   - given: 1 for each item that has an answer, and 0 for the others.
    mutating func add(role: Int, values: [Double], given: [Double]) {
        sums[role].add(values: values, given: given)
    }

    /// How many people of a role answered both items; of the same item twice, how many answered it.
    public func count(_ first: Int, _ second: Int, role: String) -> Int {
        places[role].map { Int(sums[$0].pairs[first * items + second]) } ?? 0
    }

    /// The mean of the first item over the people of a role who answered both; of the same item twice, its mean.
    public func mean(_ first: Int, with second: Int, role: String) -> Double? {
        guard let place = places[role] else { return nil }
        let count = sums[place].pairs[first * items + second]
        return count > 0 ? sums[place].firsts[first * items + second] / count : nil
    }

    /// The sample covariance of two items over the people of a role who answered both; of the same item twice, its
    /// variance. Nothing where fewer than two did.
    public func covariance(_ first: Int, _ second: Int, role: String) -> Double? {
        guard let place = places[role] else { return nil }
        let sums = sums[place]
        let count = sums.pairs[first * items + second]
        guard count > 1 else { return nil }
        let product = sums.firsts[first * items + second] * sums.firsts[second * items + first] / count
        return (sums.products[first * items + second] - product) / (count - 1)
    }

    /// The covariance of the means of two items in a role, each mean being over those who answered the item: the
    /// covariance of answers × the number who answered both ÷ the product of the numbers who answered each.
    public func covarianceOfMeans(_ first: Int, _ second: Int, role: String) -> Double? {
        guard let covariance = covariance(first, second, role: role) else { return nil }
        let both = Double(count(first, second, role: role))
        let each = Double(count(first, first, role: role)) * Double(count(second, second, role: role))
        return covariance * both / each
    }
}

extension CohortMoments.Sums {
    fileprivate mutating func add(values: [Double], given: [Double]) {
        let items = values.count
        values.withUnsafeBufferPointer { values in
            given.withUnsafeBufferPointer { given in
                pairs.withUnsafeMutableBufferPointer { pairs in
                    firsts.withUnsafeMutableBufferPointer { firsts in
                        products.withUnsafeMutableBufferPointer { products in
                            for first in 0..<items where given[first] > 0 {
                                let value = values[first]
                                let row = first * items
                                for second in 0..<items {
                                    pairs[row + second] += given[second]
                                    firsts[row + second] += given[second] * value
                                    products[row + second] += values[second] * value
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
