import Projects
import Testing

/// What a pair says, case by case.
@Suite struct SimilarPairTests {
    private let rule: SimilarityRule

    init() throws { rule = try ShippedRule.rule() }

    private func found(_ projects: ComparableProject..., by rule: SimilarityRule? = nil) -> [SimilarPair] {
        SimilarProjects(among: projects, rule: rule ?? self.rule).pairs
    }

    private func likeness(_ first: ComparableProject, _ second: ComparableProject) -> SimilarPair? {
        found(first, second, by: rule.reportingEverything).first
    }

    @Test func noProjectAndOneProjectHaveNoPair() {
        #expect(SimilarProjects(among: [], rule: rule) == SimilarProjects(among: [], rule: rule.reportingEverything))
        #expect(found(ComparableProject("a", title: "Coding of occupations")).isEmpty)
    }

    @Test func emptyTextsAreLikeNothing() {
        let nothing = ComparableProject("a")
        #expect(found(nothing, nothing.named("b"), by: rule.reportingEverything).isEmpty)
        #expect(found(nothing, ComparableProject("b", title: "Coding"), by: rule.reportingEverything).isEmpty)
        let stopWords = ComparableProject("a", title: "The data of the", purpose: "123 !", sources: ["Data"])
        #expect(found(stopWords, stopWords.named("b"), by: rule.reportingEverything).isEmpty)
    }

    @Test func theSameSourcesAloneAreNoPair() {
        let first = ComparableProject("a", sources: ["Labour force survey"], classification: "ISCO-08")
        #expect(found(first, first.named("b"), by: rule.reportingEverything).isEmpty)
    }

    @Test func oneSharedWordIsNotEnough() {
        let first = ComparableProject("a", title: "Crops")
        #expect(found(first, first.named("b")).isEmpty)
        let longer = ComparableProject("a", title: "Crops from satellites")
        #expect(found(longer, longer.named("b")).count == 1)
    }

    @Test func identicalProjectsAreFullyAlike() throws {
        let project = ComparableProject(
            id: "b", title: "Coding of occupations", purpose: "Assign codes to job titles.",
            statisticsDomain: "labour market", dataSources: ["Labour force survey"], method: "linear classifier",
            classification: "ISCO-08")
        let pair = try #require(found(project, project.named("a")).first)
        #expect((pair.first, pair.second) == ("a", "b"))
        #expect(pair.similarity > 1 - 1e-9)
        for part in SimilarityPart.allCases { #expect(try #require(pair.similarity(in: part)) > 1 - 1e-9) }
        #expect(pair.sharedDataSources.map(\.inFirst) == ["Labour force survey"])
    }

    @Test func equalPairsStandInTheOrderOfTheirNames() {
        let project = ComparableProject("d", title: "Crops from satellites")
        let pairs = found(project, project.named("b"), project.named("c"), project.named("a"))
        #expect(pairs.map { $0.first + $0.second } == ["ab", "ac", "ad", "bc", "bd", "cd"])
    }

    @Test func projectsOfOneNameDoNotDependOnTheirOrder() {
        let first = ComparableProject("a", title: "Crops from satellites")
        let second = ComparableProject("a", title: "Satellites for crops", purpose: "Wheat")
        #expect(found(first, second) == found(second, first))
        #expect(found(first, second).count == 1)
    }

    @Test func wordsAreShownAsWritten() throws {
        let pair = try #require(
            likeness(
                ComparableProject("a", title: "Coding OCCUPATIONS", purpose: "crops"),
                ComparableProject("b", title: "Classify Jobs", purpose: "Turnover")))
        #expect(
            Set(pair.sharedWords.map { "\($0.inFirst) \($0.inSecond)" }) == ["OCCUPATIONS Jobs", "Coding Classify"])
    }

    @Test func noMoreWordsAreShownThanTheRuleSays() {
        let project = ComparableProject("a", title: "Crops fields wheat maize farms parcels satellites seasons")
        for shown in [-1, 0, 1, 3] {
            let pair = found(project, project.named("b"), by: rule.with(shownWords: shown)).first
            #expect(pair?.sharedWords.count == max(shown, 0))
        }
    }

    @Test func whatOneProjectLeavesOpenCountsNeitherWay() throws {
        let first = ComparableProject(
            "a", title: "Coding of occupations", purpose: "Free answers", classification: "ISCO")
        let second = ComparableProject("b", title: "Coding of occupations", purpose: "Free answers")
        let pair = try #require(likeness(first, second))
        #expect(pair.similarity(in: .classification) == nil)
        #expect(pair.similarity > 1 - 1e-9)
        let other = ComparableProject("b", title: second.title, purpose: second.purpose, classification: "COICOP")
        #expect(try #require(likeness(first, other)).similarity < 0.9)
    }

    @Test func anotherTaskOnTheSameThingIsLessAlike() throws {
        let coding = ComparableProject("a", title: "Coding of turnover", purpose: "Enterprises in retail")
        let same = ComparableProject("b", title: "Classifying turnover", purpose: "Retail enterprises")
        let other = ComparableProject("b", title: "Imputation of turnover", purpose: "Retail enterprises")
        let none = ComparableProject("b", title: "On turnover", purpose: "Retail enterprises")
        #expect(try #require(likeness(coding, same)).taskAgreement > 0.99)
        #expect(try #require(likeness(coding, none)).taskAgreement == 1)
        let pair = try #require(likeness(coding, other))
        #expect(abs(pair.taskAgreement - rule.otherTaskFactor) < 1e-9)
        #expect(pair.similarity < 0.3)
    }

    @Test func sourcesAreSharedByTheirNames() throws {
        let first = ComparableProject(
            "a", title: "Crops",
            sources: ["Labour force survey", "VAT declarations", "Data", "Retail survey", "Labour force survey"])
        let second = ComparableProject(
            "b", title: "Crops", sources: ["Household survey", "The Labour Force Survey 2024"])
        let pair = try #require(likeness(first, second))
        #expect(
            pair.sharedDataSources.map { [$0.inFirst, $0.inSecond] } == [
                ["Labour force survey", "The Labour Force Survey 2024"]
            ])
    }

    @Test(arguments: [
        ("職業分類の自動コーディング", "労働力調査の自由記述から職業分類を付与する", "農作物の衛星画像"),
        ("Кодирование занятий", "Присвоение кодов занятий в обследовании", "Посевы на снимках"),
        ("ترميز المهن", "ترميز المهن في مسح القوى العاملة", "صور المحاصيل"),
        ("व्यवसाय कूट", "व्यवसाय कूट श्रम सर्वेक्षण", "फसल चित्र"),
        ("การให้รหัสอาชีพ", "ให้รหัสอาชีพจากแบบสำรวจแรงงาน", "ภาพถ่ายดาวเทียมพืชผล"),
    ])
    func otherScriptsAreCompared(title: String, purpose: String, other: String) throws {
        let found = found(
            ComparableProject("a", title: title, purpose: purpose), ComparableProject("b", title: title),
            ComparableProject("c", title: other))
        #expect(found.map { [$0.first, $0.second] } == [["a", "b"]])
    }

    @Test func hugeTextsAreCompared() throws {
        let long = String(repeating: "satellite images of crops ", count: 5_000)
        let oneWord = String(repeating: "es", count: 40_000) + String(repeating: "職業", count: 20_000)
        let pair = try #require(
            likeness(
                ComparableProject("a", title: "Crops", purpose: long + oneWord),
                ComparableProject("b", title: "Crops", purpose: "Satellite images")))
        #expect(pair.similarity > 0.5 && pair.similarity < 1)
    }

    @Test func weightsOfNothingGiveNothing() {
        let project = ComparableProject("a", title: "Crops from satellites")
        #expect(found(project, project.named("b"), by: rule.with(weights: [:])).isEmpty)
        #expect(found(project, project.named("b"), by: rule.with(weights: [.purpose: -1])).isEmpty)
        #expect(found(project, project.named("b"), by: rule.with(titleFactor: 0)).isEmpty)
    }
}
