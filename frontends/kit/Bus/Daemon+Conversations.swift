public import BusAPI
internal import DBusWire
internal import JSONText

/// Conversations, and the ways to find them.
extension Daemon {
    /// All conversations of an account, or of all accounts, by their addresses.
    public func conversations(of account: AccountHandle? = nil) async throws(BusError) -> [ConversationHandle] {
        try await objects()
            .compactMap { object in
                guard let found = object.interfaces.first(where: { $0.name == Conversation1.interface.name.rawValue })
                else { return nil }
                let facts = ConversationShape(found.properties)
                guard account == nil || facts.account == account?.path.rawValue else { return nil }
                return ConversationHandle(facts: facts, proxy: Conversation1Proxy(client, object.path))
            }
            .sorted { ($0.facts.address, $0.facts.account) < ($1.facts.address, $1.facts.account) }
    }

    /// The conversation that has an entry; asks one after the other, since the bus finds entries by conversation only.
    /// - Parameter account: the only one to look in; nil for all.
    /// - Throws: `noSuchEntry` where none has it.
    public func conversation(
        of entry: String, in account: AccountHandle?
    ) async throws(BusError) -> (conversation: Conversation1Proxy, entry: EntryShape) {
        for conversation in try await conversations(of: account) {
            do throws(BusError) {
                let found = try await conversation.proxy.getEntry(entry: entry)
                return (conversation.proxy, EntryShape(JSON(found)))
            } catch {
                guard error == .noSuchEntry else { throw error }
            }
        }
        throw .noSuchEntry.because("No conversation has an entry \(entry).")
    }
}

/// One conversation: what it said of itself when it was found, and the way to it.
public struct ConversationHandle: Sendable {
    public let facts: ConversationShape
    public let proxy: Conversation1Proxy

    public init(facts: ConversationShape, proxy: Conversation1Proxy) {
        self.facts = facts
        self.proxy = proxy
    }
}

extension Conversation1Proxy {
    /// One of its entries.
    public func entry(_ id: String) async throws(BusError) -> EntryShape {
        EntryShape(JSON(try await getEntry(entry: id)))
    }

    /// Its properties, as they are now.
    public func facts() async throws(BusError) -> ConversationShape {
        let name = Value.string(Conversation1.interface.name.rawValue)
        let reply = try await client.call(path, "org.freedesktop.DBus.Properties", "GetAll", [name], timeout: nil)
        guard case .fields(let properties)? = reply.first else { return ConversationShape(.object([])) }
        return ConversationShape(JSON(properties: properties))
    }

    /// The newest entry that is as asked; nil where none of the newest thousand is.
    public func newest(where isWanted: (EntryShape) -> Bool) async throws(BusError) -> EntryShape? {
        var before: String?
        for limit in [20, 200, 390, 390] as [UInt32] {
            var options: Fields = [:]
            options.set("before", before)
            let page = try await history(limit: limit, options: options)
            if let found = page.entries.reversed().lazy.map({ EntryShape(JSON($0)) }).first(where: isWanted) {
                return found
            }
            guard !page.earlier.isEmpty else { return nil }
            before = page.earlier
        }
        return nil
    }
}
