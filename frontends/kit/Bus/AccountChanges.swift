internal import DBusWire
internal import JSONText

/// An account as it is, and as it is after each change, for one reader.
public struct AccountChanges {
    private let account: AccountHandle
    private var deliveries: AsyncStream<Delivery>.Iterator
    private var current: AccountShape?

    init(account: AccountHandle, deliveries: AsyncStream<Delivery>) {
        self.account = account
        self.deliveries = deliveries.makeAsyncIterator()
    }

    /// The account now, the first time; later, once something has changed.
    public mutating func next() async throws(DaemonError) -> AccountShape {
        guard let before = current else { return try await read() }
        while let delivery = await deliveries.next() {
            guard case .signal(let signal) = delivery, let after = Self.apply(signal, to: before) else {
                return try await read()
            }
            if after == before { continue }
            current = after
            return after
        }
        throw .gone
    }

    private mutating func read() async throws(DaemonError) -> AccountShape {
        let shape = try await account.facts()
        current = shape
        return shape
    }

    /// The account after a `PropertiesChanged`; nil when it does not say all, so that everything must be read again.
    static func apply(_ signal: Signal, to shape: AccountShape) -> AccountShape? {
        guard signal.arguments.count == 3, case .string(let interface) = signal.arguments[0],
            case .fields(let changed) = signal.arguments[1], case .array(let invalidated, of: _) = signal.arguments[2]
        else { return nil }
        guard interface == "org.saluton.Account1" else { return shape }
        guard invalidated.isEmpty, var members = shape.json.members else { return nil }
        for member in JSON(properties: changed).members ?? [] {
            if let place = members.firstIndex(where: { $0.name == member.name }) {
                members[place] = member
            } else {
                members.append(member)
            }
        }
        return AccountShape(.object(members))
    }
}
