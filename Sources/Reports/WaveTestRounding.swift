/// How finely the results of tests are told.
///
/// They rest on how the answers of each person go together, unlike all other figures, which rest on those of groups. Who
/// knows some answers of a colleague could try out which others would give just these digits. So there are no more of
/// them than are of use.
enum WaveTestRounding {
    /// To three decimals, and never nothing.
    static func probability(_ number: Double) -> Double { max(0.001, (number * 1000).rounded() / 1000) }

    /// In whole points, rounded up: what is said to be detected usually is.
    static func smallest(_ change: Double?) -> Double? { change.map { (($0 * 100) - 1e-9).rounded(.up) / 100 } }
}
