import Assessments
import Questionnaires
import Responses
import Scoring
import Testing

@Suite struct ParticipationTests {
    private let office = SmallOffice(items: ["L1 left facilitator", "R1 right facilitator"])

    private func participation(_ table: String, invited: [String: Int]) throws -> Participation {
        try office.assess(table, collection: .survey, invited: invited).participation
    }

    @Test func whoWasAskedAndWhoAnswered() throws {
        let found = try participation("2*c 4 4\n3*a 4 4", invited: ["a": 4, "b": 5, "c": 2])
        #expect(found.rows.map(\.role.id) == ["a", "b", "c"])
        #expect(found.rows.map(\.answered) == [3, 0, 2])
        #expect(found.rows.map(\.invited) == [4, 5, 2])
        #expect(found.rows.map(\.rate) == [0.75, 0, 1])
        #expect(found.answered == 5)
        #expect(found.invited == 11)
        #expect(isClose(found.rate, 5.0 / 11))
    }

    /// Where somebody answered whose invitation is not recorded, there is no total to relate the answers to.
    @Test func withoutARecordThereIsNoRate() throws {
        let found = try participation("2*c 4 4\n3*a 4 4", invited: ["a": 4])
        #expect(found.rows.map(\.rate) == [0.75, nil])
        #expect(found.answered == 5)
        #expect(found.invited == nil)
        #expect(found.rate == nil)
        #expect(try participation("3*a 4 4", invited: [:]).invited == nil)
    }

    @Test func rolesThatNeitherWereAskedNorAnsweredAreLeftOut() throws {
        let found = try participation("3*a 4 4", invited: ["a": 3, "b": 0])
        #expect(found.rows.map(\.role.id) == ["a"])
        #expect(found.invited == 3)
        #expect(found.rate == 1)
    }

    @Test func nobodyAskedIsNoRecordWhereSomebodyAnswered() throws {
        let found = try participation("3*a 4 4", invited: ["a": 0])
        #expect(found.rows.map(\.invited) == [nil])
        #expect(found.invited == nil)
        #expect(found.rate == nil)
    }

    /// More answers than invitations: the record is wrong, and a rate above one would be.
    @Test func moreAnswersThanInvitationsMakeNoRate() throws {
        let found = try participation("3*a 4 4\n3*b 4 4", invited: ["a": 2, "b": 9])
        #expect(found.rows.map(\.rate) == [nil, 3.0 / 9])
        #expect(found.invited == 11)
        #expect(isClose(found.rate, 6.0 / 11))
        #expect(try participation("3*a 4 4", invited: ["a": 2]).rate == nil)
    }

    /// A questionnaire need not define roles.
    @Test func withoutRolesTheAnswersCount() throws {
        let bare = SmallOffice(items: ["L1 left facilitator", "R1 right facilitator"], roles: [])
        let found = try bare.assess("4*respondent 4 4", collection: .survey).participation
        #expect(found.rows.isEmpty)
        #expect(found.answered == 4)
        #expect(found.invited == nil)
        #expect(found.rate == nil)
    }
}
