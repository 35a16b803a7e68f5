public import Mustache
public import Projects

/// The report on a project: where it stands in each stage, what stops it, what it inherits.
public struct ProjectReport: Sendable {
    public let assessment: ProjectAssessment
    public let provenance: Provenance
    let typesetter: Typesetter

    /// - Parameter library: the templates, by their path below `templates/` without `.mustache`.
    public init(
        _ assessment: ProjectAssessment, provenance: Provenance, strings: Strings, library: MustacheLibrary
    ) {
        self.assessment = assessment
        self.provenance = provenance
        typesetter = Typesetter(strings: strings, library: library)
    }
}
