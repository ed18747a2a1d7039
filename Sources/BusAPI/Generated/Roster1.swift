// swift-format-ignore-file
// Generated from dbus/ by `swift run bindings`; do not edit.
public import DBusWire

/// the contacts of an account, and who asks to become one; on the account's object. Changes are events of the kinds
/// `roster`, `presence`, `subscription-request` (docs/events.md). A contact is a dictionary: jid (s), name (s,
/// absent when none), groups (as), subscription (s: none, to, from, both), ask (b: our request is pending),
/// approved (b: pre-approved), resources (aa{sv}: resource (s), show (s), priority (n), statuses (a{ss})).
public enum Roster1 {
    public typealias Outlet = BusAPI.Outlet<Properties>

    public static let interface = InterfaceDescription(
        "org.saluton.Roster1",
        methods: [
            .init(
                "List",
                [.init("cursor", "s"), .init("limit", "u"), .init("options", "a{sv}")],
                [.init("contacts", "aa{sv}"), .init("next", "s")]),
            .init("Get", [.init("jid", "s")], [.init("contact", "a{sv}")]),
            .init("Add", [.init("jid", "s"), .init("options", "a{sv}")], []),
            .init("Set", [.init("jid", "s"), .init("options", "a{sv}")], []),
            .init("Remove", [.init("jid", "s"), .init("options", "a{sv}")], []),
            .init("Approve", [.init("jid", "s"), .init("options", "a{sv}")], []),
            .init("Deny", [.init("jid", "s"), .init("options", "a{sv}")], []),
            .init("Requests", [], [.init("requests", "aa{sv}")]),
            .init("Statistics", [], [.init("statistics", "a{sv}")]),
            .init("Purge", [.init("options", "a{sv}")], [.init("jids", "as")]),
        ],
        properties: [
            .init("Size", "u", isWritable: false, change: .value),
            .init("Version", "s", isWritable: false, change: .value),
        ],
        signals: [],
        xml: #"""
          <interface name="org.saluton.Roster1">
            <method name="List">
              <annotation name="org.saluton.Errors" value="InvalidArguments StorageFailed"/>
              <annotation name="org.saluton.Command" value="saluton roster get"/>
              <arg name="cursor" type="s" direction="in"/>
              <arg name="limit" type="u" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
              <arg name="contacts" type="aa{sv}" direction="out"/>
              <arg name="next" type="s" direction="out"/>
            </method>
            <method name="Get">
              <annotation name="org.saluton.Errors" value="InvalidAddress NoSuchContact"/>
              <annotation name="org.saluton.Command" value="saluton roster get romeo@example.org"/>
              <arg name="jid" type="s" direction="in"/>
              <arg name="contact" type="a{sv}" direction="out"/>
            </method>
            <method name="Add">
              <annotation name="org.saluton.Errors" value="InvalidAddress InvalidArguments NotConnected RemoteError Timeout"/>
              <annotation name="org.saluton.Command" value="saluton roster add romeo@example.org --name Romeo --group Friends"/>
              <arg name="jid" type="s" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
            </method>
            <method name="Set">
              <annotation name="org.saluton.Errors" value="InvalidAddress InvalidArguments NoSuchContact NotConnected RemoteError Timeout"/>
              <annotation name="org.saluton.Command" value="saluton roster set romeo@example.org --name 'Romeo M.'"/>
              <arg name="jid" type="s" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
            </method>
            <method name="Remove">
              <annotation name="org.saluton.Errors" value="InvalidAddress InvalidArguments NoSuchContact NotConnected RemoteError Timeout"/>
              <annotation name="org.saluton.Command" value="saluton roster remove romeo@example.org"/>
              <arg name="jid" type="s" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
            </method>
            <method name="Approve">
              <annotation name="org.saluton.Errors" value="InvalidAddress InvalidArguments NoSuchRequest NotConnected NotSupported"/>
              <annotation name="org.saluton.Command" value="saluton roster approve romeo@example.org"/>
              <arg name="jid" type="s" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
            </method>
            <method name="Deny">
              <annotation name="org.saluton.Errors" value="InvalidAddress InvalidArguments NoSuchRequest NotConnected"/>
              <annotation name="org.saluton.Command" value="saluton roster deny romeo@example.org"/>
              <arg name="jid" type="s" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
            </method>
            <method name="Requests">
              <annotation name="org.saluton.Errors" value="StorageFailed"/>
              <annotation name="org.saluton.Command" value="saluton roster requests"/>
              <arg name="requests" type="aa{sv}" direction="out"/>
            </method>
            <method name="Statistics">
              <annotation name="org.saluton.Errors" value="StorageFailed"/>
              <annotation name="org.saluton.Command" value="saluton roster stats"/>
              <arg name="statistics" type="a{sv}" direction="out"/>
            </method>
            <method name="Purge">
              <annotation name="org.saluton.Errors" value="InvalidArguments NotConnected RemoteError Timeout"/>
              <annotation name="org.saluton.Command" value="saluton roster purge --dry-run"/>
              <arg name="options" type="a{sv}" direction="in"/>
              <arg name="jids" type="as" direction="out"/>
            </method>
            <property name="Size" type="u" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="true"/>
            </property>
            <property name="Version" type="s" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="true"/>
            </property>
          </interface>
        """#)

    /// The state of an object, as far as this interface shows it.
    public struct Properties: InterfaceProperties, Equatable {
        /// number of contacts.
        public var size: UInt32 = 0
        /// the server's version of the roster that is stored; empty when it has none.
        public var version: String = ""

        public static var interface: InterfaceDescription { Roster1.interface }

        public init() {}

        public init(size: UInt32 = 0, version: String = "") {
            self.size = size
            self.version = version
        }

        public var values: [Value?] {
            [
                size.busValue, version.busValue
            ]
        }

        public mutating func apply(_ fields: Fields) throws(BusError) {
            if let size = try fields.get("Size", as: UInt32.self) { self.size = size }
            if let version = try fields.get("Version", as: String.self) { self.version = version }
        }
    }
}

/// The server's side of `org.saluton.Roster1`.
public protocol Roster1Service: Sendable {
    /// a page of the roster, ordered by JID.
    /// - Parameters:
    ///   - cursor: empty for the first page, else `next` of the page before.
    ///   - limit: at most this many contacts, 1-500.
    ///   - options: group (s): only contacts of this group; subscription (s): only in this state; offline (b,
    ///   default true): also those who are not online. Unknown keys fail.
    /// - Returns: `contacts`: as described above.
    /// - Returns: `next`: empty on the last page.
    /// - Throws: InvalidArguments, StorageFailed
    func list(
        _ call: BusCall, cursor: String, limit: UInt32, options: Fields
    ) async throws(BusError) -> (contacts: [Fields], next: String)

    /// one contact.
    /// - Parameters:
    ///   - jid: bare JID.
    /// - Returns: `contact`: as described above.
    /// - Throws: InvalidAddress, NoSuchContact
    func get(_ call: BusCall, jid: String) async throws(BusError) -> Fields

    /// puts a contact into the roster and asks for its presence. Returns when the server has taken it.
    /// - Parameters:
    ///   - jid: bare JID.
    ///   - options: name (s), groups (as), subscribe (b, default true), message (s): a text for the request;
    ///   approve (b, default true where the server can): the contact may see us without asking (RFC 6121 §3.4).
    ///   Unknown keys fail.
    /// - Throws: InvalidAddress, InvalidArguments, NotConnected, RemoteError, Timeout
    /// Source: RFC 6121 §2.3, §3.1.
    func add(_ call: BusCall, jid: String, options: Fields) async throws(BusError)

    /// changes name or groups of a contact.
    /// - Parameters:
    ///   - jid: bare JID.
    ///   - options: name (s, empty removes it), groups (as, the whole new set). Unknown keys fail.
    /// - Throws: InvalidAddress, InvalidArguments, NoSuchContact, NotConnected, RemoteError, Timeout
    /// Source: RFC 6121 §2.4.
    func set(_ call: BusCall, jid: String, options: Fields) async throws(BusError)

    /// takes a contact out of the roster and ends both subscriptions.
    /// - Parameters:
    ///   - jid: bare JID.
    ///   - options: no keys yet; unknown keys fail.
    /// - Throws: InvalidAddress, InvalidArguments, NoSuchContact, NotConnected, RemoteError, Timeout
    /// Source: RFC 6121 §2.5.
    func remove(_ call: BusCall, jid: String, options: Fields) async throws(BusError)

    /// lets somebody see our presence: answers a pending request, or approves beforehand where the server can.
    /// - Parameters:
    ///   - jid: bare JID.
    ///   - options: subscribe (b, default false): ask for theirs as well. Unknown keys fail.
    /// - Throws: InvalidAddress, InvalidArguments, NoSuchRequest, NotConnected, NotSupported
    /// Source: RFC 6121 §3.1.4, §3.4.
    func approve(_ call: BusCall, jid: String, options: Fields) async throws(BusError)

    /// refuses a pending request, or takes back what Approve gave.
    /// - Parameters:
    ///   - jid: bare JID.
    ///   - options: no keys yet; unknown keys fail.
    /// - Throws: InvalidAddress, InvalidArguments, NoSuchRequest, NotConnected
    /// Source: RFC 6121 §3.1.4, §3.2.
    func deny(_ call: BusCall, jid: String, options: Fields) async throws(BusError)

    /// who waits to be approved; kept until answered, also over restarts.
    /// - Returns: `requests`: dictionaries: jid (s), received (x, µs since 1970 UTC), text (s, absent when none),
    /// nick (s, absent when none; chosen by the sender).
    /// - Throws: StorageFailed
    /// Source: RFC 6121 §3.1.3.
    func requests(_ call: BusCall) async throws(BusError) -> [Fields]

    /// counts over the roster.
    /// - Returns: `statistics`: total, none, to, from, both, asked, without-group, online (all u), groups (a{su}).
    /// - Throws: StorageFailed
    func statistics(_ call: BusCall) async throws(BusError) -> Fields

    /// removes contacts in bulk.
    /// - Parameters:
    ///   - options: dry-run (b, default true): only tell; no-from (b): those who may not see us; no-to (b): those
    ///   we may not see; group (s): only in this group. Without no-from and no-to: those with no subscription at
    ///   all. Unknown keys fail.
    /// - Returns: `jids`: the contacts that were removed, or would be.
    /// - Throws: InvalidArguments, NotConnected, RemoteError, Timeout
    func purge(_ call: BusCall, options: Fields) async throws(BusError) -> [String]
}

extension Roster1 {
    /// Puts a service and its outlet together, for the object tree.
    public static func serve(_ service: some Roster1Service, _ outlet: Outlet) -> ServedInterface {
        ServedInterface(
            outlet,
            dispatch: { dispatch(service, $0, $1, $2) },
            set: { _, _, _ in .unknownMember })
    }

    private static func dispatch(
        _ service: some Roster1Service, _ call: BusCall, _ method: Int, _ arguments: [Value]
    ) -> CallAnswer {
        switch method {
        case 0:  // List
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.list(
                    call, cursor: input.next(), limit: input.next(), options: input.next())
                return [output.contacts.busValue, output.next.busValue]
            }
        case 1:  // Get
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.get(call, jid: input.next())
                return [output.busValue]
            }
        case 2:  // Add
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                try await service.add(call, jid: input.next(), options: input.next())
                return []
            }
        case 3:  // Set
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                try await service.set(call, jid: input.next(), options: input.next())
                return []
            }
        case 4:  // Remove
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                try await service.remove(call, jid: input.next(), options: input.next())
                return []
            }
        case 5:  // Approve
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                try await service.approve(call, jid: input.next(), options: input.next())
                return []
            }
        case 6:  // Deny
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                try await service.deny(call, jid: input.next(), options: input.next())
                return []
            }
        case 7:  // Requests
            .later { () async throws(BusError) in
                let output = try await service.requests(call)
                return [output.busValue]
            }
        case 8:  // Statistics
            .later { () async throws(BusError) in
                let output = try await service.statistics(call)
                return [output.busValue]
            }
        case 9:  // Purge
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.purge(call, options: input.next())
                return [output.busValue]
            }
        default: .unknownMember
        }
    }
}

/// The client's side of `org.saluton.Roster1`, for one object.
public struct Roster1Proxy: Sendable {
    public let client: any BusClient
    public let path: ObjectPath
    /// Time for each answer; nil for the usual one.
    public var timeout: Duration?

    public init(_ client: any BusClient, _ path: ObjectPath, timeout: Duration? = nil) {
        self.client = client
        self.path = path
        self.timeout = timeout
    }

    /// a page of the roster, ordered by JID.
    /// - Parameters:
    ///   - cursor: empty for the first page, else `next` of the page before.
    ///   - limit: at most this many contacts, 1-500.
    ///   - options: group (s): only contacts of this group; subscription (s): only in this state; offline (b,
    ///   default true): also those who are not online. Unknown keys fail.
    /// - Returns: `contacts`: as described above.
    /// - Returns: `next`: empty on the last page.
    /// - Throws: InvalidArguments, StorageFailed
    public func list(
        cursor: String, limit: UInt32, options: Fields
    ) async throws(BusError) -> (contacts: [Fields], next: String) {
        let reply = try await client.call(
            path, Roster1.interface.name, "List", [cursor.busValue, limit.busValue, options.busValue], timeout:
            timeout)
        var output = Arguments(reply)
        return (contacts: try output.next(), next: try output.next())
    }

    /// one contact.
    /// - Parameters:
    ///   - jid: bare JID.
    /// - Returns: `contact`: as described above.
    /// - Throws: InvalidAddress, NoSuchContact
    public func get(jid: String) async throws(BusError) -> Fields {
        let reply = try await client.call(
            path, Roster1.interface.name, "Get", [jid.busValue], timeout: timeout)
        var output = Arguments(reply)
        return try output.next()
    }

    /// puts a contact into the roster and asks for its presence. Returns when the server has taken it.
    /// - Parameters:
    ///   - jid: bare JID.
    ///   - options: name (s), groups (as), subscribe (b, default true), message (s): a text for the request;
    ///   approve (b, default true where the server can): the contact may see us without asking (RFC 6121 §3.4).
    ///   Unknown keys fail.
    /// - Throws: InvalidAddress, InvalidArguments, NotConnected, RemoteError, Timeout
    /// Source: RFC 6121 §2.3, §3.1.
    public func add(jid: String, options: Fields) async throws(BusError) {
        _ = try await client.call(
            path, Roster1.interface.name, "Add", [jid.busValue, options.busValue], timeout: timeout)
    }

    /// changes name or groups of a contact.
    /// - Parameters:
    ///   - jid: bare JID.
    ///   - options: name (s, empty removes it), groups (as, the whole new set). Unknown keys fail.
    /// - Throws: InvalidAddress, InvalidArguments, NoSuchContact, NotConnected, RemoteError, Timeout
    /// Source: RFC 6121 §2.4.
    public func set(jid: String, options: Fields) async throws(BusError) {
        _ = try await client.call(
            path, Roster1.interface.name, "Set", [jid.busValue, options.busValue], timeout: timeout)
    }

    /// takes a contact out of the roster and ends both subscriptions.
    /// - Parameters:
    ///   - jid: bare JID.
    ///   - options: no keys yet; unknown keys fail.
    /// - Throws: InvalidAddress, InvalidArguments, NoSuchContact, NotConnected, RemoteError, Timeout
    /// Source: RFC 6121 §2.5.
    public func remove(jid: String, options: Fields) async throws(BusError) {
        _ = try await client.call(
            path, Roster1.interface.name, "Remove", [jid.busValue, options.busValue], timeout: timeout)
    }

    /// lets somebody see our presence: answers a pending request, or approves beforehand where the server can.
    /// - Parameters:
    ///   - jid: bare JID.
    ///   - options: subscribe (b, default false): ask for theirs as well. Unknown keys fail.
    /// - Throws: InvalidAddress, InvalidArguments, NoSuchRequest, NotConnected, NotSupported
    /// Source: RFC 6121 §3.1.4, §3.4.
    public func approve(jid: String, options: Fields) async throws(BusError) {
        _ = try await client.call(
            path, Roster1.interface.name, "Approve", [jid.busValue, options.busValue], timeout: timeout)
    }

    /// refuses a pending request, or takes back what Approve gave.
    /// - Parameters:
    ///   - jid: bare JID.
    ///   - options: no keys yet; unknown keys fail.
    /// - Throws: InvalidAddress, InvalidArguments, NoSuchRequest, NotConnected
    /// Source: RFC 6121 §3.1.4, §3.2.
    public func deny(jid: String, options: Fields) async throws(BusError) {
        _ = try await client.call(
            path, Roster1.interface.name, "Deny", [jid.busValue, options.busValue], timeout: timeout)
    }

    /// who waits to be approved; kept until answered, also over restarts.
    /// - Returns: `requests`: dictionaries: jid (s), received (x, µs since 1970 UTC), text (s, absent when none),
    /// nick (s, absent when none; chosen by the sender).
    /// - Throws: StorageFailed
    /// Source: RFC 6121 §3.1.3.
    public func requests() async throws(BusError) -> [Fields] {
        let reply = try await client.call(
            path, Roster1.interface.name, "Requests", [], timeout: timeout)
        var output = Arguments(reply)
        return try output.next()
    }

    /// counts over the roster.
    /// - Returns: `statistics`: total, none, to, from, both, asked, without-group, online (all u), groups (a{su}).
    /// - Throws: StorageFailed
    public func statistics() async throws(BusError) -> Fields {
        let reply = try await client.call(
            path, Roster1.interface.name, "Statistics", [], timeout: timeout)
        var output = Arguments(reply)
        return try output.next()
    }

    /// removes contacts in bulk.
    /// - Parameters:
    ///   - options: dry-run (b, default true): only tell; no-from (b): those who may not see us; no-to (b): those
    ///   we may not see; group (s): only in this group. Without no-from and no-to: those with no subscription at
    ///   all. Unknown keys fail.
    /// - Returns: `jids`: the contacts that were removed, or would be.
    /// - Throws: InvalidArguments, NotConnected, RemoteError, Timeout
    public func purge(options: Fields) async throws(BusError) -> [String] {
        let reply = try await client.call(
            path, Roster1.interface.name, "Purge", [options.busValue], timeout: timeout)
        var output = Arguments(reply)
        return try output.next()
    }

    /// Reads: number of contacts.
    public func getSize() async throws(BusError) -> UInt32 {
        try await client.property(path, Roster1.interface.name, "Size")
    }

    /// Reads: the server's version of the roster that is stored; empty when it has none.
    public func getVersion() async throws(BusError) -> String {
        try await client.property(path, Roster1.interface.name, "Version")
    }

    /// Reads all properties at once.
    public func properties() async throws(BusError) -> Roster1.Properties {
        try await client.properties(path)
    }

    /// Follows the properties: subscribe first, then read.
    public func changes() async throws(BusError) -> BusUpdates<PropertiesChanged> {
        try await client.changes(of: Roster1.Properties.self, at: path)
    }
}
