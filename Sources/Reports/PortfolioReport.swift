public import Mustache
public import Projects

/// The report on all projects of an organisation.
public struct PortfolioReport: Sendable {
    public let portfolio: Portfolio
    public let organisation: String
    public let provenance: Provenance
    let typesetter: Typesetter

    /// - Parameter library: the templates, by their path below `templates/` without `.mustache`.
    public init(
        _ portfolio: Portfolio, organisation: String, provenance: Provenance, strings: Strings,
        library: MustacheLibrary
    ) {
        self.portfolio = portfolio
        self.organisation = organisation
        self.provenance = provenance
        typesetter = Typesetter(strings: strings, library: library)
    }
}
