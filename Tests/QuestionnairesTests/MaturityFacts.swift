/// What the built-in questionnaire must say of an item, from the inventory of its sources: facts only, no texts.
struct MaturityFact {
    let id: String
    let dimension: String
    let direction: String
    let mirror: String?
    let gate: String?
    /// The aspects, the principal one first.
    let togaf: [String]

    init(_ id: String, _ dimension: String, _ direction: String, mirror: String?, gate: String?, togaf: [String]) {
        self.id = id
        self.dimension = dimension
        self.direction = direction
        self.mirror = mirror
        self.gate = gate
        self.togaf = togaf
    }
}

/// What the built-in questionnaire must say of a recommendation.
struct MaturityRecommendation {
    let id: String
    let dimension: String
    let removes: [String]
    let builds: [String]
    let togaf: [String]
    /// Whether it stands in a source, rather than being added by Waymark's authors.
    let isFromSource: Bool

    init(
        _ id: String, _ dimension: String, removes: [String], builds: [String], togaf: [String], isFromSource: Bool
    ) {
        self.id = id
        self.dimension = dimension
        self.removes = removes
        self.builds = builds
        self.togaf = togaf
        self.isFromSource = isFromSource
    }
}

let maturityFacts = [
    MaturityFact("OF1", "organisation", "facilitator", mirror: "OB2", gate: nil, togaf: ["process", "people"]),
    MaturityFact("OF2", "organisation", "facilitator", mirror: "OB1", gate: nil, togaf: ["people"]),
    MaturityFact("OF3", "organisation", "facilitator", mirror: "OB3", gate: nil, togaf: ["process", "information"]),
    MaturityFact("OF4", "organisation", "facilitator", mirror: nil, gate: nil, togaf: ["process", "information"]),
    MaturityFact("OF5", "organisation", "facilitator", mirror: "OB4", gate: nil, togaf: ["people"]),
    MaturityFact("OB1", "organisation", "blocker", mirror: "OF2", gate: "critical", togaf: ["people"]),
    MaturityFact("OB2", "organisation", "blocker", mirror: "OF1", gate: "limiting", togaf: ["information", "process"]),
    MaturityFact("OB3", "organisation", "blocker", mirror: "OF3", gate: "limiting", togaf: ["process"]),
    MaturityFact("OB4", "organisation", "blocker", mirror: "OF5", gate: "limiting", togaf: ["people"]),
    MaturityFact("CF1", "culture", "facilitator", mirror: "CB1", gate: nil, togaf: ["people", "information"]),
    MaturityFact("CF2", "culture", "facilitator", mirror: "CB1", gate: nil, togaf: ["people"]),
    MaturityFact("CF3", "culture", "facilitator", mirror: "CB2", gate: nil, togaf: ["process"]),
    MaturityFact("CF4", "culture", "facilitator", mirror: "CB3", gate: nil, togaf: ["people", "information"]),
    MaturityFact("CB1", "culture", "blocker", mirror: "CF1", gate: "limiting", togaf: ["people"]),
    MaturityFact("CB2", "culture", "blocker", mirror: "CF3", gate: "limiting", togaf: ["process"]),
    MaturityFact("CB3", "culture", "blocker", mirror: "CF4", gate: "limiting", togaf: ["people"]),
    MaturityFact("EF1", "expertise", "facilitator", mirror: "EB1", gate: nil, togaf: ["people"]),
    MaturityFact("EF2", "expertise", "facilitator", mirror: "EB3", gate: nil, togaf: ["people"]),
    MaturityFact("EF3", "expertise", "facilitator", mirror: "EB2", gate: nil, togaf: ["people", "resources"]),
    MaturityFact("EF4", "expertise", "facilitator", mirror: nil, gate: nil, togaf: ["people", "information"]),
    MaturityFact("EB1", "expertise", "blocker", mirror: "EF1", gate: "limiting", togaf: ["people", "process"]),
    MaturityFact("EB2", "expertise", "blocker", mirror: "EF3", gate: "limiting", togaf: ["people", "resources"]),
    MaturityFact("EB3", "expertise", "blocker", mirror: "EF2", gate: "limiting", togaf: ["people"]),
    MaturityFact("EB4", "expertise", "blocker", mirror: nil, gate: "drag", togaf: ["people", "resources"]),
    MaturityFact("TF1", "technology", "facilitator", mirror: "TB1", gate: nil, togaf: ["resources"]),
    MaturityFact("TF2", "technology", "facilitator", mirror: "TB2", gate: nil, togaf: ["resources"]),
    MaturityFact("TF3", "technology", "facilitator", mirror: nil, gate: nil, togaf: ["resources"]),
    MaturityFact("TF4", "technology", "facilitator", mirror: "TB2", gate: nil, togaf: ["process", "resources"]),
    MaturityFact("TF5", "technology", "facilitator", mirror: "TB3", gate: nil, togaf: ["process", "resources"]),
    MaturityFact("TB1", "technology", "blocker", mirror: "TF1", gate: "critical", togaf: ["resources"]),
    MaturityFact("TB2", "technology", "blocker", mirror: "TF2", gate: "critical", togaf: ["resources", "process"]),
    MaturityFact("TB3", "technology", "blocker", mirror: "TF5", gate: "critical", togaf: ["process", "people"]),
    MaturityFact("IF1", "information", "facilitator", mirror: "IB1", gate: nil, togaf: ["information"]),
    MaturityFact("IF2", "information", "facilitator", mirror: nil, gate: nil, togaf: ["information"]),
    MaturityFact("IF3", "information", "facilitator", mirror: "IB1", gate: nil, togaf: ["resources", "information"]),
    MaturityFact("IB1", "information", "blocker", mirror: "IF1", gate: "critical", togaf: ["information"]),
    MaturityFact("IB2", "information", "blocker", mirror: nil, gate: "limiting", togaf: ["information", "process"]),
]

let maturityRecommendations = [
    MaturityRecommendation(
        "RO1", "organisation", removes: ["OB1"], builds: ["OF2"], togaf: ["people"],
        isFromSource: true),
    MaturityRecommendation(
        "RO2", "organisation", removes: ["OB2", "OB3"], builds: ["OF1", "OF3"], togaf: ["process", "information"],
        isFromSource: true),
    MaturityRecommendation(
        "RO3", "organisation", removes: ["CB3"], builds: ["CF4", "EF4"], togaf: ["people", "process"],
        isFromSource: true),
    MaturityRecommendation(
        "RO4", "organisation", removes: ["CB3"], builds: ["OF1", "EF4"], togaf: ["process"],
        isFromSource: true),
    MaturityRecommendation(
        "RC1", "culture", removes: ["CB1", "OB4"], builds: ["CF1", "CF2"], togaf: ["people"],
        isFromSource: true),
    MaturityRecommendation(
        "RC2", "culture", removes: ["OB2", "CB1"], builds: ["CF4", "OF4"], togaf: ["information"],
        isFromSource: true),
    MaturityRecommendation(
        "RC3", "culture", removes: ["CB2"], builds: ["CF3"], togaf: ["process", "people"],
        isFromSource: true),
    MaturityRecommendation(
        "RE1", "expertise", removes: ["EB3"], builds: ["EF2"], togaf: ["people"],
        isFromSource: true),
    MaturityRecommendation(
        "RE2", "expertise", removes: ["CB1"], builds: ["EF1", "EF2", "EF4"], togaf: ["people", "process"],
        isFromSource: true),
    MaturityRecommendation(
        "RE3", "expertise", removes: ["EB2"], builds: ["EF3", "EF1"], togaf: ["people", "resources"],
        isFromSource: true),
    MaturityRecommendation(
        "RT1", "technology", removes: ["TB2"], builds: ["TF2"], togaf: ["resources"],
        isFromSource: true),
    MaturityRecommendation(
        "RT2", "technology", removes: ["TB1"], builds: ["TF1"], togaf: ["resources"],
        isFromSource: true),
    MaturityRecommendation(
        "RT3", "technology", removes: ["TB2"], builds: ["TF4"], togaf: ["process", "resources"],
        isFromSource: true),
    MaturityRecommendation(
        "RT4", "technology", removes: ["TB3"], builds: ["TF5"], togaf: ["process", "resources"],
        isFromSource: true),
    MaturityRecommendation(
        "RI1", "information", removes: ["IB1", "IB2"], builds: ["IF1"], togaf: ["information", "process"],
        isFromSource: true),
    MaturityRecommendation(
        "RI2", "information", removes: ["IB1", "TB1"], builds: ["IF3", "TF1"], togaf: ["resources"],
        isFromSource: true),
    MaturityRecommendation(
        "XO5", "organisation", removes: ["OB4"], builds: ["OF5"], togaf: ["people"],
        isFromSource: false),
    MaturityRecommendation(
        "XE5", "expertise", removes: ["EB1"], builds: ["EF1"], togaf: ["people", "process"],
        isFromSource: false),
    MaturityRecommendation(
        "XE6", "expertise", removes: ["EB4"], builds: ["EF2"], togaf: ["people", "resources"],
        isFromSource: false),
    MaturityRecommendation(
        "XT5", "technology", removes: [], builds: ["TF3"], togaf: ["resources"],
        isFromSource: false),
    MaturityRecommendation(
        "XI3", "information", removes: [], builds: ["IF2"], togaf: ["information"],
        isFromSource: false),
]
