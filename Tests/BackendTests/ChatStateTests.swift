import Domain
import Testing
import XMPPAddresses
import XMPPExtensions

@testable import Backend

/// What others do in conversations, and who wants to hear the same of us.
struct ChatStateTests {
    private let romeo: BareJID
    private let nurse: BareJID

    init() throws {
        romeo = try BareJID("romeo@example.net")
        nurse = try BareJID("nurse@example.com")
    }

    @Test("A state is shown until another comes, or it is too old")
    func book() {
        var book = ChatStateBook()
        #expect(book.note(.composing, of: "a", in: romeo, at: .seconds(0)) == true)
        #expect(book.note(.composing, of: "a", in: romeo, at: .seconds(1)) == false)
        #expect(book.nextEnd == .seconds(301))
        #expect(book.expire(at: .seconds(300)) == [])
        #expect(book[romeo] == ["a": .composing])
        #expect(book.expire(at: .seconds(301)) == [romeo])
        #expect(book[romeo].isEmpty && book.isEmpty && book.nextEnd == nil)
        #expect(book.note(.active, of: "a", in: romeo, at: .seconds(400)) == true)
        #expect(book.note(.gone, of: "a", in: romeo, at: .seconds(400)) == true)
        #expect(book.forget("a", in: romeo) == true)
        #expect(book.forget("a", in: romeo) == false)
        #expect(book.forget(romeo) == false)
    }

    @Test("So many conversations and people are followed, and no more")
    func bounds() throws {
        var book = ChatStateBook()
        for number in 0..<ChatStateBook.peopleLimit {
            #expect(book.note(.active, of: "\(number)", in: romeo, at: .zero) == true)
        }
        #expect(book.note(.active, of: "one more", in: romeo, at: .zero) == false)
        #expect(book.note(.gone, of: "0", in: romeo, at: .zero) == true)
        for number in 1..<ChatStateBook.conversationLimit {
            #expect(book.note(.active, of: "a", in: try BareJID("p\(number)@example.net"), at: .zero) == true)
        }
        #expect(book.note(.active, of: "a", in: nurse, at: .zero) == false)
    }

    @Test("Until somebody answers, messages say that we are active, and nothing else does")
    func unknown() {
        var partners = ChatStatePartners()
        #expect(partners.tells(.composing, romeo) == false)
        #expect(partners.tellsActive(romeo) == true)
        #expect(partners.tells(.composing, romeo) == false)
    }

    @Test("Who answers without a state hears none any more")
    func unwilling() {
        var partners = ChatStatePartners()
        partners.heard(from: romeo, hasState: false, isContent: false)
        #expect(partners.tellsActive(romeo) == true)
        partners.heard(from: romeo, hasState: false, isContent: true)
        #expect(partners.tellsActive(romeo) == false)
        #expect(partners.tells(.composing, romeo) == false)
        partners.heard(from: romeo, hasState: true, isContent: false)
        #expect(partners.tells(.composing, romeo) == true)
        #expect(partners.tellsActive(romeo) == true)
    }

    @Test("The same state is not told twice in a row")
    func repetition() {
        var partners = ChatStatePartners()
        partners.heard(from: romeo, hasState: true, isContent: true)
        #expect(partners.tells(.composing, romeo) == true)
        #expect(partners.tells(.composing, romeo) == false)
        #expect(partners.tells(.paused, romeo) == true)
        #expect(partners.tells(.composing, romeo) == true)
        #expect(partners.tellsActive(romeo) == true)
        #expect(partners.tells(.active, romeo) == false)
        #expect(partners.tells(.composing, nurse) == false)
        partners.forgetTold()
        #expect(partners.tells(.active, romeo) == true)
    }

    @Test("Partners beyond the bound are found out again")
    func forgotten() throws {
        var partners = ChatStatePartners()
        partners.heard(from: romeo, hasState: true, isContent: true)
        for number in 0..<ChatStatePartners.limit {
            partners.heard(from: try BareJID("p\(number)@example.net"), hasState: true, isContent: true)
        }
        #expect(partners.tells(.composing, romeo) == false)
        #expect(partners.tellsActive(romeo) == true)
    }

    @Test("Manners come back from their text; what is no such text gives none")
    func manners() {
        var manners = Manners()
        manners.sendsMarkers = false
        manners.takesAttention = false
        #expect(MannersText.manners(MannersText.text(manners)) == manners)
        #expect(MannersText.manners("{}") == Manners())
        #expect(MannersText.manners("[]") == nil && MannersText.manners("") == nil)
    }
}
