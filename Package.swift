// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// Modules that draw samples or read large files. Unoptimised, tests would take four times as long; to optimise the
/// others too would take longer to build than it saves. A release is built as ever.
let optimised: Set = [
    "Assessments", "Classification", "Digests", "JSON", "Mustache", "Questionnaires", "Responses", "Scoring",
    "Statistics",
]

/// A library module and what it may import; the table stands in the README and a test holds the sources to it.
func module(_ name: String, _ imports: [Target.Dependency] = []) -> Target {
    .target(
        name: name, dependencies: imports,
        swiftSettings: optimised.contains(name)
            ? settings + [.unsafeFlags(["-O"], .when(configuration: .debug))] : settings)
}

/// The tests of a module.
func tests(_ name: String, _ imports: [Target.Dependency] = []) -> Target {
    .testTarget(name: "\(name)Tests", dependencies: [.init(stringLiteral: name)] + imports, swiftSettings: settings)
}

/// The folders beside that of Assets, whose target reaches up to the package so that the plug-in sees what it embeds.
let otherFolders = [
    "Arguments", "Assessments", "Charts", "Classification", "Commands", "Digests", "EmbedAssets", "EmbedTool",
    "Exchange", "Feasibility", "Forms", "JSON", "Mustache", "Projects", "Questionnaires", "Reports", "Responses",
    "Rules",
    "Scoring",
    "Statistics", "Suggestions", "waymark",
]

let package = Package(
    name: "waymark",
    products: [.executable(name: "waymark", targets: ["waymark"])],
    targets: [
        module("Suggestions"),
        module("Digests"),
        module("Mustache", ["Suggestions"]),
        module("JSON", ["Suggestions"]),
        module("Arguments", ["Suggestions"]),
        module("Statistics"),
        module("Questionnaires", ["JSON", "Statistics"]),
        module("Responses", ["JSON", "Questionnaires"]),
        module("Scoring", ["Questionnaires", "Responses", "Statistics"]),
        module("Assessments", ["Questionnaires", "Responses", "Scoring", "Statistics"]),
        module("Projects", ["JSON", "Questionnaires", "Responses", "Scoring", "Statistics"]),
        module("Rules", ["JSON", "Questionnaires", "Responses", "Scoring"]),
        module(
            "Exchange",
            ["Assessments", "JSON", "Questionnaires", "Responses", "Scoring", "Suggestions"]),
        module("Charts"),
        module("Classification"),
        module("Feasibility", ["JSON", "Statistics"]),
        module(
            "Reports",
            [
                "Assessments", "Charts", "Exchange", "Feasibility", "JSON", "Mustache", "Projects", "Questionnaires",
                "Responses", "Scoring", "Statistics",
            ]),
        module("Forms", ["Digests", "JSON", "Mustache", "Questionnaires", "Reports", "Responses"]),
        .target(
            name: "Assets", path: ".",
            exclude: ["README.md", "LICENSE", "CHANGELOG.md", "Tests", "questionnaires", "templates", "reports"]
                + otherFolders.map { "Sources/\($0)" },
            sources: ["Sources/Assets"], swiftSettings: settings, plugins: ["EmbedAssets"]),
        module(
            "Commands",
            [
                "Arguments", "Assessments", "Assets", "Classification", "Digests", "Exchange", "Feasibility", "Forms",
                "JSON",
                "Mustache",
                "Projects", "Questionnaires",
                "Reports", "Responses", "Rules", "Scoring", "Statistics", "Suggestions",
            ]),
        .executableTarget(name: "waymark", dependencies: ["Commands"], swiftSettings: settings),
        .executableTarget(name: "EmbedTool", swiftSettings: settings),
        .plugin(
            name: "EmbedAssets", capability: .buildTool(), dependencies: ["EmbedTool"], path: "Sources/EmbedAssets"),
        .testTarget(name: "ArchitectureTests", swiftSettings: settings),
        // What several test targets share: random numbers that repeat, and responses written as tables.
        .target(name: "SeededRandomness", path: "Tests/SeededRandomness", swiftSettings: settings),
        .target(
            name: "ResponseTables", dependencies: ["Questionnaires", "Responses"], path: "Tests/ResponseTables",
            swiftSettings: settings),
        tests("Suggestions"),
        tests("Digests"),
        tests("Mustache"),
        tests("JSON", ["SeededRandomness"]),
        tests("Arguments", ["SeededRandomness"]),
        tests("Forms", ["Assets", "JSON", "Mustache", "Questionnaires", "Reports", "Responses", "SeededRandomness"]),
        tests("Charts", ["SeededRandomness"]),
        tests("Statistics"),
        tests("Classification"),
        tests("Feasibility", ["JSON", "Statistics", "SeededRandomness"]),
        tests("Questionnaires", ["JSON", "SeededRandomness"]),
        tests("Responses", ["Questionnaires", "JSON", "SeededRandomness"]),
        tests(
            "Assessments",
            ["Scoring", "Responses", "Questionnaires", "JSON", "SeededRandomness", "ResponseTables", "Statistics"]),
        .testTarget(
            name: "ProjectsTests",
            dependencies: [
                "Projects", "Feasibility", "JSON", "Questionnaires", "Responses", "Scoring", "SeededRandomness",
            ],
            exclude: ["Fixtures"], swiftSettings: settings),
        .testTarget(
            name: "ExchangeTests",
            dependencies: [
                "Exchange", "Assessments", "JSON", "Questionnaires", "Responses", "Scoring", "SeededRandomness",
            ],
            exclude: ["Fixtures"], swiftSettings: settings),
        tests("Rules", ["JSON", "Questionnaires", "Responses", "Scoring", "SeededRandomness"]),
        tests(
            "Reports",
            [
                "Assessments", "Charts", "Exchange", "Feasibility", "Forms", "JSON", "Mustache", "Projects",
                "Questionnaires",
                "Responses", "Scoring", "Statistics",
            ]),
        tests(
            "Commands",
            ["waymark", "Arguments", "Digests", "Feasibility", "JSON", "Questionnaires", "Reports", "Rules"]),
        .testTarget(
            name: "SchemaTests",
            dependencies: [
                "Assets", "Feasibility", "JSON", "Projects", "Questionnaires", "Reports", "Responses",
                "SeededRandomness",
            ],
            exclude: ["Fixtures"], swiftSettings: settings),
        .testTarget(
            name: "ScoringTests",
            dependencies: [
                "Scoring", "Responses", "Questionnaires", "JSON", "Statistics", "SeededRandomness", "ResponseTables",
            ],
            exclude: ["Fixtures"], swiftSettings: settings),
    ]
)
