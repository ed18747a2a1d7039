public import BusAPI
public import DBusWire
internal import JSONText

/// One account of the daemon, and the proxies of its interfaces.
public struct AccountHandle: Sendable {
    public let daemon: Daemon
    public let path: ObjectPath

    /// Methods that ask a server wait for it at most half a minute by themselves; this only guards against a daemon that
    /// hangs.
    private static let patience = Duration.seconds(60)

    init(daemon: Daemon, path: ObjectPath) {
        self.daemon = daemon
        self.path = path
    }

    public var account: Account1Proxy { Account1Proxy(daemon.client, path) }
    public var roster: Roster1Proxy { Roster1Proxy(daemon.client, path, timeout: Self.patience) }

    /// Questions with a time limit of their own.
    /// - Parameter seconds: the limit that goes with the question.
    public func discovery(seconds: UInt32) -> Discovery1Proxy {
        // Ours ends a little later, so that the daemon's error is the one that is shown.
        Discovery1Proxy(daemon.client, path, timeout: .seconds(Int64(seconds) + 5))
    }

    /// Everything about it, as it is now.
    public func facts() async throws(BusError) -> AccountShape {
        AccountShape(try await daemon.client.facts(path, Account1.interface.name))
    }

    /// What the account is, now and after each change; subscribed before it is read, so no change is missed.
    public func changes() async throws(BusError) -> AccountChanges {
        AccountChanges(account: self, updates: try await account.changes())
    }

    /// The conversation with an address.
    public func conversation(with jid: String) async throws(BusError) -> Conversation1Proxy {
        Conversation1Proxy(daemon.client, try await account.openConversation(jid: jid, options: [:]))
    }

    /// A page of contacts, and the cursor of the next one; nil after the last.
    public func contacts(
        from cursor: String, options: Fields
    ) async throws(BusError) -> (contacts: [ContactShape], next: String?) {
        let page = try await roster.list(cursor: cursor, limit: 500, options: options)
        return (page.contacts.map { ContactShape(JSON($0)) }, page.next.isEmpty ? nil : page.next)
    }
}
