import Testing

@testable import Exchange

@Suite struct FieldLayoutTests {
    @Test(arguments: [FieldNames.Style.xlsForm, .limeSurvey])
    func namesAreDistinctAndFit(style: FieldNames.Style) throws {
        let layout = FieldLayout(try MixedQuestionnaire.make(), style: style)
        let names = layout.allNames
        #expect(names.count == 5 + 8 * layout.items.count)
        #expect(Set(names.map { $0.lowercased() }).count == names.count)
        for name in names {
            #expect(name.first?.isLetter == true)
            #expect(style == .xlsForm || name.count <= 20 && name.allSatisfy { $0.isLetter || $0.isNumber })
        }
        for fields in layout.items {
            let codes = fields.options + [fields.dontKnow, fields.notApplicable, fields.nothing]
            #expect(Set(codes.map { $0.lowercased() }).count == codes.count)
            #expect(style == .xlsForm || codes.allSatisfy { $0.count <= 5 })
        }
    }

    @Test func codesOfLimeSurvey() throws {
        let layout = FieldLayout(try MixedQuestionnaire.make(), style: .limeSurvey)
        #expect(layout.items[0].main == "J205" && layout.items[1].main == "J205x2" && layout.items[2].main == "J205r")
        // The reason for J2.05 would be called like the third item.
        #expect(layout.items[0].reason == "J205rx2")
        #expect(layout.items[0].options == ["A1", "A2", "A3"] && layout.items[1].options == ["0", "1", "2"])
        #expect(layout.items[2].options == ["dk", "na", "none"])
        #expect(layout.items[2].dontKnow == "dk2" && layout.items[2].notApplicable == "na2")
        #expect(layout.roles == ["A1", "A2", "A3"])
    }
}
