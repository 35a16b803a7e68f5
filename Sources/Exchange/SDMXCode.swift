/// The columns of SDMX data about an assessment, after those that SDMX-CSV 2.0 itself demands.
public enum SDMXColumn: String, Sendable, CaseIterable {
    case organisation = "ORG"
    case period = "TIME_PERIOD"
    case domain = "DOMAIN"
    case side = "SIDE"
    case item = "ITEM"
    case measure = "MEASURE"
    case value = "OBS_VALUE"
    case status = "OBS_STATUS"
    case low = "CONF_LOW"
    case high = "CONF_HIGH"
    case coverage = "COVERAGE"

    /// What a column is in the structure of the data.
    var role: String {
        switch self {
        case .organisation, .period, .domain, .side, .item, .measure: "dimension"
        case .value: "measure"
        case .status, .low, .high, .coverage: "attribute"
        }
    }
}

/// How far an observation may be used, in the codes of the SDMX code list for it.
public enum SDMXStatus: String, Sendable, CaseIterable {
    case normal = "A"
    /// It cannot be compared with the wave before, which answered another version of the questionnaire.
    case seriesBreak = "B"
    case notApplicable = "M"
    case missing = "O"
    /// Of low reliability: many answers are missing.
    case provisional = "U"
    /// There is a figure, but it is not shown.
    case withheld = "Q"
}

/// Which side a figure speaks of.
public enum SDMXSide: String, Sendable, CaseIterable {
    case facilitator = "FACILITATOR"
    case blocker = "BLOCKER"
    case total = "_T"
}

/// What the code lists say of codes that are the same for every questionnaire.
public struct SDMXWords: Sendable {
    public let columns: [SDMXColumn: String]
    public let statuses: [SDMXStatus: String]
    public let sides: [SDMXSide: String]
    /// All domains together, or no single item.
    public let total: String
    /// The measure of a row about an item.
    public let itemValue: String

    public init(
        columns: [SDMXColumn: String], statuses: [SDMXStatus: String], sides: [SDMXSide: String], total: String,
        itemValue: String
    ) {
        self.columns = columns
        self.statuses = statuses
        self.sides = sides
        self.total = total
        self.itemValue = itemValue
    }
}

/// A dataflow, as SDMX refers to it: `AGENCY:ID(VERSION)`.
public struct SDMXReference: Sendable, Hashable {
    public let text: String

    /// - Returns: nothing where the text has another form.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), let open = bytes.firstIndex(of: UInt8(ascii: "(")),
            bytes.last == UInt8(ascii: ")"), colon < open
        else { return nil }
        func isValid(_ part: ArraySlice<UInt8>, _ further: String) -> Bool {
            !part.isEmpty
                && part.allSatisfy { byte in
                    Identifier.isAlphanumeric(byte) || further.utf8.contains(byte)
                }
        }
        guard isValid(bytes[..<colon], "_.-"), isValid(bytes[(colon + 1)..<open], "_-@$"),
            isValid(bytes[(open + 1)..<(bytes.count - 1)], ".+-")
        else { return nil }
        self.text = text
    }

    private enum Identifier {
        static func isAlphanumeric(_ byte: UInt8) -> Bool {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
    }
}
