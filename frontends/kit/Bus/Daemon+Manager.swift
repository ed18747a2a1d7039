public import DBusWire
public import JSONText

/// Manager1: accounts, the log, and the daemon itself.
extension Daemon {
    private var manager: BusObject { BusObject(daemon: self, path: Self.root, interface: "org.saluton.Manager1") }

    /// The account of an address or an id; of an empty name the default one.
    public func account(_ name: String) async throws(DaemonError) -> AccountHandle {
        AccountHandle(daemon: self, path: try await manager.call("FindAccount", [.string(name)]).path(0))
    }

    /// Adds an account; returns when everything is stored.
    /// - Parameter settings: as in Account1.Settings, and the password or its command.
    public func addAccount(
        _ jid: String, settings: [Value.Field], isEnabled: Bool
    ) async throws(DaemonError) -> AccountHandle {
        let options: Value = .fields([Value.Field("enabled", .bool(isEnabled))])
        let answer = try await manager.call("AddAccount", [.string(jid), .fields(settings), options])
        return AccountHandle(daemon: self, path: try answer.path(0))
    }

    /// Deletes an account with its history and its secrets.
    public func removeAccount(_ account: AccountHandle) async throws(DaemonError) {
        _ = try await manager.call("RemoveAccount", [.path(account.path), .fields([])])
    }

    /// Every account that waits for its next try tries at once.
    public func networkChanged() async throws(DaemonError) { _ = try await manager.call("NetworkChanged") }

    /// Lines of the log kept in memory, and the number to go on from.
    public func log(after: UInt64, limit: UInt32, level: String?, label: String?) async throws(DaemonError)
        -> (lines: [LogLine], next: UInt64)
    {
        var options: [Value.Field] = []
        if let level { options.append(Value.Field("level", .string(level))) }
        if let label { options.append(Value.Field("label", .string(label))) }
        let answer = try await manager.call("ReadLog", [.uint64(after), .uint32(limit), .fields(options)])
        return (try answer.rows(1).compactMap(LogLine.init), try answer.unsigned(0))
    }

    /// Changes what is logged.
    public func setLogFilter(_ filter: String) async throws(DaemonError) {
        try await manager.set("LogFilter", to: .string(filter))
    }

    /// What was refused since the start: code, section, and how often.
    public func refusals() async throws(DaemonError) -> [(code: String, section: String, count: UInt64)] {
        try await manager.call("Refusals").rows(0).compactMap { row in
            guard row.count == 3, case .string(let code) = row[0], case .string(let section) = row[1],
                case .uint64(let count) = row[2]
            else { return nil }
            return (code, section, count)
        }
    }

    /// Sends a text there and back.
    public func echo(_ text: String) async throws(DaemonError) -> String {
        try await manager.call("Echo", [.string(text)]).string(0)
    }

    /// The daemon's own properties, named in lower case with hyphens.
    public func facts() async throws(DaemonError) -> JSON { JSON(properties: try await manager.properties()) }

    /// All objects, as the object manager tells them: paths, and the properties of their interfaces.
    public func objects() async throws(DaemonError) -> [(path: ObjectPath, interfaces: [(name: String, properties: JSON)])] {
        let manager = BusObject(daemon: self, path: Self.root, interface: "org.freedesktop.DBus.ObjectManager")
        return try await manager.call("GetManagedObjects").dictionary(0).compactMap { entry in
            guard case .path(let path) = entry.key, case .dictionary(let interfaces, key: _, value: _) = entry.value
            else { return nil }
            return (path, interfaces.compactMap(Self.interface))
        }
    }

    /// All accounts, by their ids.
    public func accounts() async throws(DaemonError) -> [AccountShape] {
        try await objects()
            .compactMap { object in object.interfaces.first { $0.name == "org.saluton.Account1" } }
            .map { AccountShape($0.properties) }
            .sorted { ($0.id.utf8.count, $0.id) < ($1.id.utf8.count, $1.id) }
    }

    private static func interface(_ entry: Value.Entry) -> (name: String, properties: JSON)? {
        guard case .string(let name) = entry.key, case .fields(let properties) = entry.value else { return nil }
        return (name, JSON(properties: properties))
    }
}
