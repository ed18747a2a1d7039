import Backend
import DBusWire
import Domain
import JSONText
import Logging
import TestSupport
import Testing
import XMPPSessions

@testable import Desktop

/// Notifications on a bus, with a server that a test speaks for.
struct NotifierTests {
    private let bus: PrivateBus
    private let connection: BusConnection
    private let host = FakeHost()
    private let clock = TestClock()
    private let notifier: Notifier

    init() async throws {
        bus = try PrivateBus()
        connection = try await BusConnection.open(.address(bus.address))
        var server = NotificationServer(connection: connection)
        server.patience = .seconds(100)
        notifier = Notifier(server, host, clock, Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        for number in 1...9 { facts(Int64(number)) }
    }

    private func facts(_ conversation: Int64, _ change: (inout ConversationFacts) -> Void = { _ in }) {
        var facts = ConversationFacts(account: Events.account, name: "Romeo \(conversation)")
        change(&facts)
        host.set { [facts] in $0.facts[Events.conversation(conversation)] = facts }
    }

    private func running(_ body: @Sendable () async throws -> Void) async throws {
        try await withThrowingTaskGroup { group in
            await notifier.prepare()
            group.addTask { [notifier] in await notifier.run() }
            try await body()
            group.cancelAll()
        }
        connection.close()
    }

    /// Returns once the notifier has seen a server come or go.
    private func noticed(_ isShowing: Bool) async throws {
        while notifier.isShowing != isShowing { _ = try await connection.owner(of: NotificationServer.name) }
    }

    @Test("A message is shown, escaped; more of the conversation take its place")
    func grouped() async throws {
        let server = try await FakeNotificationServer(bus.address)
        try await running {
            notifier.recorded([Events.message("<b>&")])
            let first = await server.shown(1)
            #expect(
                first
                    == .init(
                        number: 1, replaces: 0, title: "Romeo 1", body: "&lt;b&gt;&amp;",
                        actions: ["default", "mark-read", "inline-reply"], urgency: 1, isSilent: false))
            facts(1) { $0.unread = 3 }
            notifier.recorded([Events.message("two", entry: 2), Events.message("three", entry: 3)])
            await clock.alarm(at: .seconds(1))
            clock.advance(by: .seconds(1))
            let second = await server.shown(2)
            #expect(second.replaces == 1)
            #expect(second.title == "Romeo 1 (3)")
            #expect(second.body == "&lt;b&gt;&amp;\ntwo\nthree")
            notifier.recorded([Events.message("other", in: 2)])
            #expect(await server.shown(3).replaces == 0)
        }
    }

    @Test("A server that can do little is asked for little")
    func plain() async throws {
        let server = try await FakeNotificationServer(bus.address, ["body"])
        try await running {
            notifier.recorded([Events.message("<b>", ["attention": true])])
            let shown = await server.shown(1)
            #expect(shown.body == "<b>")
            #expect(shown.actions == [])
            #expect(shown.urgency == 2)
        }
    }

    @Test("What is read elsewhere, or answered, is closed")
    func read() async throws {
        let server = try await FakeNotificationServer(bus.address)
        try await running {
            notifier.recorded([Events.message("one")])
            notifier.recorded([Events.message("one", in: 2)])
            _ = await server.shown(2)
            notifier.recorded([Events.read(1)])
            await server.closed(1)
            notifier.recorded([Events.message("answer", in: 2, direction: "out")])
            await server.closed(2)
        }
    }

    @Test("What is retracted goes from the screen")
    func retracted() async throws {
        let server = try await FakeNotificationServer(bus.address)
        try await running {
            notifier.recorded([Events.message("one", entry: 1), Events.message("two", entry: 2)])
            _ = await server.shown(1)
            notifier.recorded([
                Events.message("", entry: 1, kind: .messageChanged, ["retracted": ["time": 1]])
            ])
            await clock.alarm(at: .seconds(1))
            clock.advance(by: .seconds(1))
            let second = await server.shown(2)
            #expect(second.body == "two" && second.isSilent)
            notifier.recorded([Events.event(.messagesRemoved, 1, nil, ["entries": ["e2"]])])
            await clock.alarm(at: .seconds(2))
            clock.advance(by: .seconds(1))
            await server.closed(1)
        }
    }

    @Test("Clicks, read marks and replies do what they say, once")
    func actions() async throws {
        let server = try await FakeNotificationServer(bus.address)
        let one = Events.conversation(1)
        try await running {
            notifier.recorded([Events.message("one", entry: 4)])
            _ = await server.shown(1)
            try server.emit("ActionInvoked", [.uint32(1), .string("nonsense")])
            try server.emit("ActionInvoked", [.uint32(77), .string("default")])
            try server.emit("ActivationToken", [.uint32(1), .string("token-1")])
            try server.emit("ActionInvoked", [.uint32(1), .string("default")])
            try server.emit("ActionInvoked", [.uint32(1), .string("default")])
            #expect(await host.wished(1) == [.open(one, token: "token-1")])
            notifier.recorded([Events.message("two", entry: 5)])
            let second = await server.shown(2)
            #expect(second.replaces == 0)
            try server.emit("NotificationReplied", [.uint32(second.number), .string(" \n")])
            try server.emit(
                "NotificationReplied", [.uint32(second.number), .string("yes\u{0}!".filter { $0 != "\0" })])
            try server.emit("NotificationReplied", [.uint32(second.number), .string("again")])
            #expect(
                await host.wished(3).dropFirst() == [.reply(one, "yes!"), .markRead(one, EntryID(number: 5))])
            notifier.recorded([Events.message("three", entry: 6)])
            let third = await server.shown(3)
            try server.emit("ActionInvoked", [.uint32(third.number), .string("mark-read")])
            #expect(await host.wished(4).last == .markRead(one, EntryID(number: 6)))
        }
    }

    @Test("A click that comes before the number of what was clicked is not lost")
    func early() async throws {
        let server = try await FakeNotificationServer(bus.address)
        server.clickAtOnce()
        try await running {
            notifier.recorded([Events.message("one")])
            #expect(await host.wished(1) == [.open(Events.conversation(1), token: "")])
        }
    }

    @Test("What comes while a click is dealt with is shown anew, and stays")
    func meanwhile() async throws {
        let server = try await FakeNotificationServer(bus.address)
        try await running {
            notifier.recorded([Events.message("one")])
            _ = await server.shown(1)
            host.hold()
            try server.emit("ActionInvoked", [.uint32(1), .string("default")])
            _ = await host.wished(1)
            notifier.recorded([Events.message("two", entry: 2)])
            let second = await server.shown(2)
            #expect(second.number == 2 && second.body == "two")
            host.release()
            try server.emit("ActionInvoked", [.uint32(2), .string("mark-read")])
            #expect(await host.wished(2).last == .markRead(Events.conversation(1), EntryID(number: 2)))
        }
    }

    @Test("Nobody else can speak for the server")
    func forged() async throws {
        let server = try await FakeNotificationServer(bus.address)
        let thief = try await BusConnection.open(.address(bus.address))
        defer { thief.close() }
        try await running {
            notifier.recorded([Events.message("one")])
            _ = await server.shown(1)
            try server.emit("NotificationReplied", [.uint32(1), .string("forged")], from: thief)
            try server.emit("ActionInvoked", [.uint32(1), .string("mark-read")], from: thief)
            // Behind the forged ones on the same bus: once this is dealt with, so are they.
            _ = try await thief.owner(of: NotificationServer.name)
            try server.emit("ActionInvoked", [.uint32(1), .string("default")])
            #expect(await host.wished(1) == [.open(Events.conversation(1), token: "")])
        }
        #expect(host.wishes.count == 1)
    }

    @Test("Signals of wrong types and in floods do no harm")
    func flood() async throws {
        let server = try await FakeNotificationServer(bus.address)
        try await running {
            notifier.recorded([Events.message("one")])
            _ = await server.shown(1)
            try server.emit("ActionInvoked", [])
            try server.emit("ActionInvoked", [.string("1"), .string("default")])
            try server.emit("NotificationReplied", [.uint32(1), .uint32(2)])
            for number in 0..<2_000 {
                try server.emit("NotificationClosed", [.uint32(5_000 + UInt32(number)), .uint32(1)])
            }
            notifier.recorded([Events.message("other", in: 2)])
            #expect(await server.shown(2).number == 2)
        }
        #expect(host.wishes.isEmpty)
    }

    @Test("Without a server nothing is kept; one that comes later is used, and another one after it")
    func servers() async throws {
        try await running {
            notifier.recorded([Events.message("nobody there")])
            let first = try await FakeNotificationServer(bus.address)
            try await noticed(true)
            notifier.recorded([Events.message("one")])
            #expect(await first.shown(1).body == "one")
            first.connection.close()
            try await noticed(false)
            notifier.recorded([Events.message("nobody there")])
            let second = try await FakeNotificationServer(bus.address, last: 40)
            try await noticed(true)
            notifier.recorded([Events.message("two", entry: 2)])
            let shown = await second.shown(1)
            // The number of the first server means nothing to the second.
            #expect(shown.replaces == 0 && shown.body == "two")
        }
    }

    @Test("A server that hangs is left alone for a while; then what waited is shown together")
    func hanging() async throws {
        let server = try await FakeNotificationServer(bus.address)
        try await running {
            server.hang(true)
            notifier.recorded([Events.message("one")])
            _ = await server.shown(1)
            await clock.alarm(at: NotificationBounds.rest)
            notifier.recorded([Events.message("two", entry: 2)])
            server.hang(false)
            clock.advance(by: NotificationBounds.rest)
            #expect(await server.shown(2).body == "one\ntwo")
        }
    }

    @Test("A request that could not be shown is shown once the server answers again")
    func hangingRequest() async throws {
        let server = try await FakeNotificationServer(bus.address)
        try await running {
            server.hang(true)
            host.set { $0.requests = ["paris@example.com"] }
            notifier.recorded([Events.event(.subscriptionRequest, nil, nil, ["action": "added"])])
            _ = await server.shown(1)
            await clock.alarm(at: NotificationBounds.rest)
            server.hang(false)
            clock.advance(by: NotificationBounds.rest)
            #expect(await server.shown(2).title == "paris@example.com")
        }
    }

    @Test("Requests can be answered, and go when they were")
    func requests() async throws {
        let server = try await FakeNotificationServer(bus.address)
        try await running {
            host.set { $0.requests = ["paris@example.com"] }
            notifier.recorded([Events.event(.subscriptionRequest, nil, nil, ["action": "added"])])
            let first = await server.shown(1)
            #expect(first.title == "paris@example.com" && first.actions == ["accept", "deny"])
            try server.emit("ActionInvoked", [.uint32(1), .string("deny")])
            #expect(await host.wished(1) == [.deny(Events.account, "paris@example.com")])
            host.set { $0.requests = ["paris@example.com", "tybalt@example.com"] }
            notifier.recorded([Events.event(.subscriptionRequest, nil, nil, ["action": "added"])])
            let second = await server.shown(2)
            #expect(second.title == "2 contact requests" && second.actions == [])
            host.set { $0.requests = [] }
            notifier.recorded([Events.event(.subscriptionRequest, nil, nil, ["action": "removed"])])
            await clock.alarm(at: .seconds(1))
            clock.advance(by: .seconds(1))
            await server.closed(second.number)
        }
    }

    @Test("Many conversations that come late are one notification")
    func backlog() async throws {
        let server = try await FakeNotificationServer(bus.address)
        try await running {
            notifier.recorded((1...6).map { Events.message("x", in: $0, ["delayed": true]) })
            await clock.alarm(at: .seconds(2))
            clock.advance(by: .seconds(2))
            let shown = await server.shown(1)
            #expect(shown.title == "6 new messages")
            #expect(shown.urgency == 0)
            notifier.recorded([Events.message("now", in: 9)])
            #expect(await server.shown(2).body == "now")
        }
    }
}
