public import BusAPI
public import DBusWire
public import JSONText

/// The daemon's objects, and the ways to find them.
extension Daemon {
    /// An object and what its interfaces say.
    public struct Found: Sendable {
        public var path: ObjectPath
        /// By interface; names of properties in lower case with hyphens.
        public var interfaces: [(name: String, properties: JSON)]
    }

    /// The account of an address or an id; of an empty name the default one.
    public func account(_ name: String) async throws(BusError) -> AccountHandle {
        AccountHandle(daemon: self, path: try await manager.findAccount(name: name))
    }

    /// The account at a path, as an object manager or a signal told it.
    public func account(at path: ObjectPath) -> AccountHandle { AccountHandle(daemon: self, path: path) }

    /// Adds an account; returns when everything is stored.
    /// - Parameter settings: as in Account1.Settings, and the password or its command.
    public func addAccount(_ jid: String, settings: Fields, isEnabled: Bool) async throws(BusError) -> AccountHandle {
        let path = try await manager.addAccount(jid: jid, settings: settings, options: ["enabled": .bool(isEnabled)])
        return AccountHandle(daemon: self, path: path)
    }

    /// The daemon's own properties.
    public func facts() async throws(BusError) -> JSON { try await client.facts(Self.root, Manager1.interface.name) }

    /// All objects, as the object manager tells them.
    public func objects() async throws(BusError) -> [Found] {
        let reply = try await client.call(
            Self.root, "org.freedesktop.DBus.ObjectManager", "GetManagedObjects", [], timeout: nil)
        guard case .dictionary(let entries, key: _, value: _)? = reply.first else { return [] }
        return entries.compactMap { entry in
            guard case .path(let path) = entry.key, case .dictionary(let interfaces, key: _, value: _) = entry.value
            else { return nil }
            return Found(path: path, interfaces: interfaces.compactMap(Self.interface))
        }
    }

    /// All accounts, by their addresses.
    public func accounts() async throws(BusError) -> [AccountShape] {
        try await objects()
            .compactMap { object in object.interfaces.first { $0.name == Account1.interface.name.rawValue } }
            .map { AccountShape($0.properties) }
            .sorted { ($0.address, $0.id) < ($1.address, $1.id) }
    }

    /// The changes of all accounts' properties; subscribe first, then read.
    public func accountChanges() async throws(BusError) -> BusUpdates<PropertiesChanged> {
        try await client.changes(of: Account1.Properties.self)
    }

    private static func interface(_ entry: Value.Entry) -> (name: String, properties: JSON)? {
        guard case .string(let name) = entry.key, case .fields(let properties) = entry.value else { return nil }
        return (name, JSON(properties: properties))
    }
}

extension PinnedClient {
    /// All properties of an interface as the daemon tells them, those of later versions included.
    func facts(_ path: ObjectPath, _ interface: InterfaceName) async throws(BusError) -> JSON {
        let reply = try await call(
            path, "org.freedesktop.DBus.Properties", "GetAll", [.string(interface.rawValue)], timeout: nil)
        guard case .fields(let properties)? = reply.first else { return .object([]) }
        return JSON(properties: properties)
    }
}
