/// Why a report could not be made: a template or a file of strings has a fault.
public struct ReportFailure: Error, Sendable, CustomStringConvertible {
    public let description: String
}
