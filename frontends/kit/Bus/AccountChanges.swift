public import BusAPI
internal import DBusWire
internal import JSONText

/// An account as it is, and as it is after each change, for one reader.
public struct AccountChanges {
    private let account: AccountHandle
    private var updates: BusUpdates<PropertiesChanged>.Iterator
    private var current: AccountShape?

    init(account: AccountHandle, updates: BusUpdates<PropertiesChanged>) {
        self.account = account
        self.updates = updates.makeAsyncIterator()
    }

    /// The account now, the first time; later, once something has changed.
    public mutating func next() async throws(BusError) -> AccountShape {
        guard let before = current else { return try await read() }
        while let update = await updates.next() {
            guard case .event(let change, path: _) = update, let after = Self.apply(change, to: before) else {
                return try await read()
            }
            if after == before { continue }
            current = after
            return after
        }
        throw .disconnected
    }

    private mutating func read() async throws(BusError) -> AccountShape {
        let shape = try await account.facts()
        current = shape
        return shape
    }

    /// The account after a change; nil when it does not say all, so that everything must be read again.
    static func apply(_ change: PropertiesChanged, to shape: AccountShape) -> AccountShape? {
        guard change.owner == Account1.interface.name.rawValue else { return shape }
        guard change.invalidated.isEmpty, var members = shape.json.members else { return nil }
        for member in JSON(properties: change.changed.entries).members ?? [] {
            if let place = members.firstIndex(where: { $0.name == member.name }) {
                members[place] = member
            } else {
                members.append(member)
            }
        }
        return AccountShape(.object(members))
    }
}
