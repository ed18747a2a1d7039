public import DBusWire
internal import JSONText

/// One account of the daemon: Account1.
public struct AccountHandle: Sendable {
    public let daemon: Daemon
    public let path: ObjectPath

    init(daemon: Daemon, path: ObjectPath) {
        self.daemon = daemon
        self.path = path
    }

    func object(_ interface: InterfaceName) -> BusObject { BusObject(daemon: daemon, path: path, interface: interface) }

    private var account: BusObject { object("org.saluton.Account1") }

    /// Everything about it, as it is now.
    public func facts() async throws(DaemonError) -> AccountShape {
        AccountShape(JSON(properties: try await account.properties()))
    }

    /// Tries to connect at once.
    public func connect() async throws(DaemonError) { _ = try await account.call("Connect") }

    /// Closes the stream and stays offline.
    public func disconnect() async throws(DaemonError) { _ = try await account.call("Disconnect") }

    /// Changes settings; returns the names of those that apply only from the next connection on.
    public func set(_ settings: [Value.Field]) async throws(DaemonError) -> [String] {
        try await account.call("Set", [.fields(settings), .fields([])]).strings(0)
    }

    /// Changes what contacts see.
    /// - Parameter recipient: only this one sees it, and it is not stored; nil for everybody.
    public func setPresence(
        show: String, statuses: [(language: String, text: String)], priority: Int16?, to recipient: String?
    ) async throws(DaemonError) {
        var options: [Value.Field] = []
        if let priority { options.append(Value.Field("priority", .int16(priority))) }
        if let recipient { options.append(Value.Field("to", .string(recipient))) }
        _ = try await account.call("SetPresence", [.string(show), Value(texts: statuses), .fields(options)])
    }

    /// The conversation with an address.
    public func conversation(with jid: String) async throws(DaemonError) -> ConversationHandle {
        let answer = try await account.call("OpenConversation", [.string(jid), .fields([])])
        return ConversationHandle(daemon: daemon, path: try answer.path(0))
    }

    /// Lets the daemon write this account's stanzas into a descriptor.
    public func traceXML(to output: OwnedDescriptor, seconds: UInt32, showsBodies: Bool) async throws(DaemonError) {
        let options: [Value.Field] = showsBodies ? [Value.Field("bodies", .bool(true))] : []
        _ = try await account.call("TraceXML", [.descriptor(output), .uint32(seconds), .fields(options)])
    }

    /// What the account is, now and after each change; subscribed before it is read, so no change is missed.
    public func changes() async throws(DaemonError) -> AccountChanges {
        let rule = MatchRule(
            sender: Daemon.name, path: path, interface: "org.freedesktop.DBus.Properties", member: "PropertiesChanged")
        do { return AccountChanges(account: self, deliveries: try await daemon.bus.subscribe(rule)) } catch {
            throw DaemonError(error)
        }
    }
}

extension Value {
    /// Texts by language, `a{ss}`.
    init(texts: [(language: String, text: String)]) {
        self = .dictionary(
            texts.map { Value.Entry(.string($0.language), .string($0.text)) }, key: .string, value: .string)
    }
}
