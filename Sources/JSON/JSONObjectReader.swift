import Suggestions

/// The members of an object, each read by name.
public struct JSONObjectReader {
    let members: [JSONMember]
    public let reader: JSONReader

    /// The value of a member; nothing, and no finding, where there is none.
    public subscript(name: String) -> JSONReader? {
        for member in members where member.name == name { return child(member) }
        return nil
    }

    /// The value of a member that must be there.
    public func required(_ name: String) -> JSONReader? {
        if let reader = self[name] { return reader }
        reader.report("the key \"\(name)\" is missing", "add it")
        return nil
    }

    /// All members in the order of the file.
    public var all: [(name: String, value: JSONReader)] {
        members.map { ($0.name, child($0)) }
    }

    /// Reports a problem with the name of a member rather than with its value.
    public func reportName(_ name: String, _ problem: String, _ remedy: String) {
        let offset = members.first { $0.name == name }?.nameOffset ?? reader.node.offset
        reader.findings.report(
            .error, at: JSONLocation(offset: offset, path: .member(reader.path, name)), problem, remedy)
    }

    /// Whether the name of a member is among the names defined; reports it otherwise, with the nearest one.
    public func checkName(_ name: String, among names: [String], kind: String) -> Bool {
        if names.contains(name) { return true }
        reportName(
            name, "there is no \(kind) \"\(name)\"",
            suggestion(for: name, among: names).map { "did you mean \"\($0)\"?" }
                ?? (names.isEmpty ? "none is defined" : "known: \(names.shortList)"))
        return false
    }

    /// Reports a missing or unsupported `formatVersion`.
    ///
    /// - Returns: whether the file is of a version this program reads; a newer one may mean anything.
    func hasFormatVersion(upTo newest: Int) -> Bool {
        guard let version = required("formatVersion") else { return false }
        guard let number = version.integer(in: 1...Int(Int32.max)) else { return false }
        guard number <= newest else {
            version.report(
                "the file has format version \(number); this Waymark reads versions up to \(newest)",
                "use a newer Waymark")
            return false
        }
        return true
    }

    private func child(_ member: JSONMember) -> JSONReader {
        JSONReader(member.value, path: .member(reader.path, member.name), findings: reader.findings)
    }
}
