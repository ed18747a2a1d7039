import Domain
import Testing

@Suite("Identifiers")
struct IdentifierTests {
    @Test("Account ids hold what may stand in an object path", arguments: ["a", "abcd0123", "0123456789abcdef"])
    func accepted(text: String) {
        #expect(AccountID(text)?.description == text)
    }

    @Test("Other account ids are refused", arguments: ["", "A", "a-b", "a/b", "é", "0123456789abcdefg"])
    func refused(text: String) {
        #expect(AccountID(text) == nil)
    }

    @Test("A random account id has eight characters", arguments: [0, 1, 0xDEAD_BEEF, UInt64.max])
    func random(bits: UInt64) {
        let id = AccountID(random: bits)
        #expect(id.description.count == 8)
        #expect(AccountID(id.description) == id)
    }

    @Test("Entry and conversation ids survive their text", arguments: [1, 35, 36, 123_456, Int64.max])
    func roundTrip(number: Int64) {
        #expect(EntryID(EntryID(number: number).description)?.number == number)
        #expect(ConversationID(ConversationID(number: number).description)?.number == number)
    }

    @Test(
        "What is no entry id is refused",
        arguments: ["", "e", "e0", "e-1", "e01", "e+1", "x1", "e1 ", "e9223372036854775808"])
    func refusedEntry(text: String) {
        #expect(EntryID(text) == nil)
    }

    @Test("What is no conversation id is refused", arguments: ["", "c", "c0", "c-1", "c01", "C1", "cA", "e1"])
    func refusedConversation(text: String) {
        #expect(ConversationID(text) == nil)
    }
}
