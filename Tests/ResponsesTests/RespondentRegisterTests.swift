import Testing

@testable import Responses

@Suite struct RespondentRegisterTests {
    @Test func whoAnswersTwiceIsKnownByTheFirstPlace() {
        var register = RespondentRegister()
        for number in 0..<50_000 { #expect(register.note(Array("person-\(number)".utf8), at: UInt32(number)) == nil) }
        for number in stride(from: 0, to: 50_000, by: 997) {
            #expect(register.note(Array("person-\(number)".utf8), at: 7) == UInt32(number))
        }
        #expect(register.note([], at: 1) == nil)
        #expect(register.note([], at: 2) == 1)
    }

    @Test func namesWhoseHashesMeetInOneSlotStayApart() {
        var register = RespondentRegister()
        for step in 0..<100 { #expect(register.note(hash: UInt64(step) << 20 | 5, at: UInt32(step)) == nil) }
        for step in 0..<100 { #expect(register.note(hash: UInt64(step) << 20 | 5, at: 0) == UInt32(step)) }
        // The mark of a free slot is a hash like any other.
        #expect(register.note(hash: 0, at: 3) == nil)
        #expect(register.note(hash: 0, at: 4) == 3)
    }
}
