import Testing

@testable import Exchange

@Suite struct FieldNamesTests {
    private func names(_ ids: [String], _ style: FieldNames.Style) -> [String] {
        var names = FieldNames(style)
        return ids.map { names.name($0) }
    }

    @Test func namesOfXLSForm() {
        #expect(
            names(["J2.05", "J2_05", "j2-05", "2a", "OF1"], .xlsForm) == ["J2_05", "J2_05_2", "j2_05_3", "q2a", "OF1"])
    }

    @Test func namesOfLimeSurvey() {
        let long = String(repeating: "a", count: 30)
        #expect(
            names(["J2.05", "J20.5", "j205", "2a", long, long], .limeSurvey)
                == [
                    "J205", "J205x2", "j205x3", "q2a", String(repeating: "a", count: 20),
                    String(repeating: "a", count: 18) + "x2",
                ])
    }
}
