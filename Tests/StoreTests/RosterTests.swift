import Domain
import Testing

@testable import Store

@Suite("Roster and requests")
struct RosterTests {
    private func contacts(_ count: Int) throws -> [Contact] {
        try (0..<count).map {
            Contact(
                jid: try address("contact\(10_000 + $0)@example.org"), name: "Name \($0)",
                groups: ["Friends", "Group \($0 % 7)"], subscription: Subscription.allCases[$0 % 4],
                isAsked: $0 % 2 == 0, isApproved: $0 % 3 == 0)
        }
    }

    @Test("A whole roster comes back as it went in", arguments: [0, 1, 20_000])
    func roundTrip(count: Int) async throws {
        let store = try await Store.withAccount()
        let contacts = try contacts(count)
        let committed = try await store.commit(.replaceRoster(juliet, contacts, version: "v1"))
        #expect(committed.events.map(\.payload) == (count == 0 ? [] : [#"{"action":"replaced","count":\#(count)}"#]))
        let roster = try await store.roster(of: juliet)
        #expect(roster.contacts == contacts)
        #expect(roster.version == "v1")
        let again = try await store.commit(.replaceRoster(juliet, contacts, version: "v2"))
        #expect(again.outcomes == [.unchanged] && again.events.isEmpty)
        #expect(try await store.roster(of: juliet).version == "v2")
    }

    @Test("Replacing changes, adds and removes what differs")
    func replace() async throws {
        let store = try await Store.withAccount()
        var wanted = try contacts(10)
        _ = try await store.commit(.replaceRoster(juliet, wanted, version: nil))
        wanted.removeFirst(2)
        wanted[0].name = nil
        wanted[1].groups = []
        wanted.append(Contact(jid: try address("z@example.org")))
        _ = try await store.commit(.replaceRoster(juliet, wanted, version: nil))
        let roster = try await store.roster(of: juliet)
        #expect(roster.contacts == wanted && roster.version == nil)
    }

    @Test("A push is announced when it changes something, and keeps the version it names")
    func pushes() async throws {
        let store = try await Store.withAccount()
        var contact = Contact(jid: try address("romeo@montague.example"), name: "R\"", groups: ["a\nb", ""])
        let first = try await store.commit(.setContact(juliet, contact, version: "v1"))
        #expect(
            first.events.first?.payload
                == #"{"action":"set","jid":"romeo@montague.example","name":"R\"","groups":["a\nb",""],"#
                + #""subscription":"none","ask":false,"approved":false}"#
        )
        #expect(try await store.commit(.setContact(juliet, contact, version: nil)).outcomes == [.unchanged])
        contact.subscription = .both
        #expect(try await store.commit(.setContact(juliet, contact, version: nil)).events.count == 1)
        #expect(try await store.roster(of: juliet) == StoredRoster(contacts: [contact], version: "v1"))
        let removed = try await store.commit(.removeContact(juliet, contact.jid, version: "v3"))
        #expect(removed.events.first?.payload == #"{"action":"removed","jid":"romeo@montague.example"}"#)
        let gone = try await store.commit(.removeContact(juliet, contact.jid, version: "v4"))
        #expect(gone.outcomes == [.unchanged])
        #expect(try await store.roster(of: juliet) == StoredRoster(contacts: [], version: "v4"))
    }

    @Test("A request waits until it is answered, in all its languages")
    func requests() async throws {
        let store = try await Store.withAccount()
        let statuses = LanguageMap([.init(language: "", text: "hi"), .init(language: "de", text: "hallo")])
        var request = SubscriptionRequest(
            jid: try address("romeo@montague.example"), receivedAt: Timestamp(microseconds: 5), statuses: statuses,
            nickname: "R")
        let later = SubscriptionRequest(jid: try address("a@b"), receivedAt: Timestamp(microseconds: 6))
        #expect(try await store.commit(.addRequest(juliet, request), .addRequest(juliet, later)).events.count == 2)
        #expect(try await store.commit(.addRequest(juliet, request)).outcomes == [.unchanged])
        #expect(try await store.requests(of: juliet) == [request, later])
        request.nickname = nil
        request.receivedAt = Timestamp(microseconds: 99)
        #expect(try await store.commit(.addRequest(juliet, request)).events.count == 1)
        request.receivedAt = Timestamp(microseconds: 5)
        #expect(try await store.requests(of: juliet) == [request, later])
        #expect(try await store.commit(.removeRequest(juliet, request.jid)).events.count == 1)
        #expect(try await store.commit(.removeRequest(juliet, request.jid)).outcomes == [.unchanged])
        #expect(try await store.requests(of: juliet) == [later])
    }

    @Test(
        "Lists in one column survive whatever they hold",
        arguments: [[], [""], ["", ""], ["a"], ["a\nb", "é\u{301}", "\u{1F600}"]])
    func packing(list: [String]) {
        #expect(PackedText.unpack(PackedText.pack(list)) == list)
        let map = LanguageMap(list.enumerated().map { .init(language: "l\($0)", text: $1) })
        #expect(PackedText.unpackMap(PackedText.pack(map)) == map)
    }

    @Test("What separates the items is left out of them")
    func separators() {
        #expect(PackedText.unpack(PackedText.pack(["a\u{1F}b\u{1E}c"])) == ["abc"])
    }
}
