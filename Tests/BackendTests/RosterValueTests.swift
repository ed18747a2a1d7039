import Domain
import Testing
import XMPPAddresses
import XMPPSessions

@testable import Backend

/// Values about contacts: filters, wishes, counts, standing.
struct RosterValueTests {
    private static func contact(
        _ subscription: Subscription, asked: Bool = false, groups: [String] = []
    ) throws -> Contact {
        Contact(
            jid: try BareJID("c@example.org"), name: nil, groups: groups, subscription: subscription, isAsked: asked,
            isApproved: false)
    }

    @Test(
        "Whom a purge concerns",
        arguments: [
            (PurgeWish(withoutFrom: false, withoutTo: false, group: nil), [true, false, false, false, false]),
            (PurgeWish(withoutFrom: true, withoutTo: false, group: nil), [true, true, true, false, false]),
            (PurgeWish(withoutFrom: false, withoutTo: true, group: nil), [true, true, false, true, false]),
            (PurgeWish(withoutFrom: true, withoutTo: true, group: nil), [true, true, false, false, false]),
        ])
    func purge(wish: PurgeWish, expected: [Bool]) throws {
        let contacts = [
            try Self.contact(.none), try Self.contact(.none, asked: true), try Self.contact(.to),
            try Self.contact(.from), try Self.contact(.both),
        ]
        #expect(contacts.map(wish.concerns) == expected)
        var inGroup = wish
        inGroup.group = "g"
        #expect(contacts.map(inGroup.concerns) == Array(repeating: false, count: 5))
        #expect(inGroup.concerns(try Self.contact(.none, groups: ["g"])))
    }

    @Test("A filter takes what fits all of it")
    func filter() throws {
        let contact = try Self.contact(.to, groups: ["a", "b"])
        var filter = RosterFilter()
        #expect(filter.matches(contact, isOnline: false))
        filter.group = "b"
        filter.subscription = .to
        filter.onlineOnly = true
        #expect(filter.matches(contact, isOnline: true))
        #expect(!filter.matches(contact, isOnline: false))
        filter.group = "c"
        #expect(!filter.matches(contact, isOnline: true))
        filter.group = nil
        filter.subscription = .both
        #expect(!filter.matches(contact, isOnline: true))
    }

    @Test("Counts name every state, and groups in order")
    func statistics() throws {
        let sums = RosterStatistics(
            [
                try Self.contact(.to, groups: ["z", "a"]), try Self.contact(.both, groups: ["a"]),
                try Self.contact(.none, asked: true),
            ], online: 2)
        #expect(sums.counts.map(\.name) == ["total", "none", "to", "from", "both", "asked", "without-group", "online"])
        #expect(sums.counts.map(\.count) == [3, 1, 1, 0, 1, 1, 1, 2])
        #expect(sums.groups.map(\.name) == ["a", "z"])
        #expect(sums.groups.map(\.count) == [2, 1])
    }

    @Test(
        "What the roster says of somebody's rights",
        arguments: [
            (Subscription.none, false, ContactStanding.listed), (.none, true, [.listed, .asked]),
            (.to, false, [.listed, .seen]), (.from, false, [.listed, .sees]), (.both, false, [.listed, .seen, .sees]),
        ] as [(Subscription, Bool, ContactStanding)])
    func standing(subscription: Subscription, asked: Bool, expected: ContactStanding) throws {
        let contact = try Self.contact(subscription, asked: asked)
        let book = RosterBook([contact])
        #expect(book.standing(contact.jid) == expected)
        #expect(book.standing(try BareJID("x@example.org")) == [])
        book.remove(contact.jid)
        #expect(book.count == 0)
    }

    @Test("A list of resources keeps order and bound")
    func resources() {
        var list = ResourceList()
        let one = ResourcePresence(resource: "a", show: .available, priority: 1, statuses: LanguageMap())
        var high = one
        high.resource = "b"
        high.priority = 9
        var news = [list.set(one), list.set(one), list.set(high)]
        #expect(news == [true, false, true])
        #expect(list.items.map(\.resource) == ["b", "a"])
        high.priority = -1
        news = [list.set(high)]
        #expect(list.items.map(\.resource) == ["a", "b"])
        news += [list.remove("c"), list.remove("a"), list.removeAll(), list.removeAll()]
        #expect(news == [true, false, true, true, false])
        news = (0...ResourceList.limit).map { number in
            list.set(ResourcePresence(resource: "\(number)", show: .chat, priority: 0, statuses: LanguageMap()))
        }
        #expect(news == Array(repeating: true, count: ResourceList.limit) + [false])
    }

    @Test(
        "Long remote texts are cut between characters",
        arguments: [
            ("short", 5), (String(repeating: "x", count: 2000), 1024), (String(repeating: "👩‍👩‍👧", count: 99), 1008),
        ])
    func clipped(text: String, bytes: Int) {
        #expect(text.clipped.utf8.count == bytes)
        #expect(text.hasPrefix(text.clipped))
    }
}
