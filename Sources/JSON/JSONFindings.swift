/// The findings of one file, gathered while it is read.
public final class JSONFindings {
    public let file: String
    public private(set) var list: [Finding] = []
    private let document: JSONDocument
    private lazy var positions = TextPositionIndex(document.bytes)

    init(document: JSONDocument, file: String) {
        self.document = document
        self.file = file
    }

    public var hasErrors: Bool { list.contains { $0.severity == .error } }

    /// Notes a problem at a place of the file.
    public func report(
        _ severity: Finding.Severity, at location: JSONLocation, _ problem: String, _ remedy: String
    ) {
        list.append(finding(severity, at: location, problem, remedy))
    }

    /// A finding at a place of the file, for whoever gathers findings elsewhere.
    public func finding(
        _ severity: Finding.Severity, at location: JSONLocation, _ problem: String, _ remedy: String,
        rule: String? = nil
    ) -> Finding {
        let position = positions.position(of: location.offset).moved(down: document.firstLine - 1)
        return Finding(
            severity, file: file, position: position, path: location.path.text, problem: problem, remedy: remedy,
            rule: rule)
    }
}
