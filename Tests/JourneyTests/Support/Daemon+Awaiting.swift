import BusAPI
import FrontendKit
import JSONText
import TestSupport
import Testing

extension Daemon {
    /// The account's facts once they are as wanted.
    @discardableResult
    func account(
        _ name: String, until what: String, within limit: Duration = patience,
        _ isReached: @escaping @Sendable (AccountShape) -> Bool
    ) async throws -> AccountShape {
        let handle = try await account(name)
        return try await awaiting("\(name) \(what)", within: limit) {
            var changes = try await handle.changes()
            while true {
                let facts = try await changes.next()
                if isReached(facts) { return facts }
            }
        }
    }

    @discardableResult
    func account(_ name: String, until state: AccountState) async throws -> AccountShape {
        try await account(name, until: state.name) { $0.state == state }
    }

    /// The first event after a number that is as wanted.
    @discardableResult
    func event(
        _ what: String, after number: UInt64 = 0, where fits: @escaping @Sendable (EventShape) -> Bool
    ) async throws -> EventShape {
        try await events(1, what, after: number, where: fits)[0]
    }

    /// So many events after a number that are as wanted.
    func events(
        _ count: Int, _ what: String, after number: UInt64 = 0, where fits: @escaping @Sendable (EventShape) -> Bool
    ) async throws -> [EventShape] {
        try await awaiting("\(count) events: \(what)") { [self] in
            var feed = try await followEvents(after: number)
            var found: [EventShape] = []
            while let element = try await feed.next() {
                guard case .events(let events) = element else { continue }
                for event in events { #expect(EventSchema.problems(event.json) == []) }
                found += events.filter(fits)
                if found.count >= count { return found }
            }
            return found
        }
    }
}

extension EventShape {
    /// The text of a message, in its first language.
    var text: String? { content["texts"]?.members?.first?.value.string }

    /// Whether it is a message that came in.
    var isReceived: Bool { kind == "message" && content["direction"]?.string == "in" }
}
