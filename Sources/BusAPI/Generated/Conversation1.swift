// swift-format-ignore-file
// Generated from dbus/ by `swift run bindings`; do not edit.
public import DBusWire

/// everything exchanged with one address, at …/accounts/<id>/conversations/<id>. An entry is a dictionary: id (s,
/// opaque), direction (s: in, out), kind (s: chat, normal, headline, groupchat, error), texts (a{ss}, by language
/// tag, the empty one where none was declared), subjects (a{ss}), author (s, JID as authenticated), time (x, µs
/// since 1970 UTC, when it was written), received (x, when it reached us), delayed (b, absent when not), thread
/// (s), thread-parent (s), message-id (s), origin-id (s), stanza-ids (a{ss}, by the JID that gave it), state (s,
/// only where direction is out: queued, held, sent, on-server, delivered, displayed, failed), reason (s, why held
/// or failed, for people), reason-code (s, for programs), encryption (s: none). What is unknown is absent. Further
/// keys may come.
public enum Conversation1 {
    public typealias Outlet = BusAPI.Outlet<Properties>

    public static let interface = InterfaceDescription(
        "org.saluton.Conversation1",
        methods: [
            .init("Send", [.init("texts", "a{ss}"), .init("options", "a{sv}")], [.init("entry", "s")]),
            .init(
                "History",
                [.init("limit", "u"), .init("options", "a{sv}")],
                [.init("entries", "aa{sv}"), .init("earlier", "s"), .init("later", "s")]),
            .init("GetEntry", [.init("entry", "s")], [.init("content", "a{sv}")]),
        ],
        properties: [
            .init("Id", "s", isWritable: false, change: .constant),
            .init("Account", "o", isWritable: false, change: .constant),
            .init("JID", "s", isWritable: false, change: .constant),
            .init("Kind", "s", isWritable: false, change: .constant),
        ],
        signals: [],
        xml: #"""
          <interface name="org.saluton.Conversation1">
            <method name="Send">
              <annotation name="org.saluton.Errors" value="InvalidArguments StorageFailed StorageFull"/>
              <annotation name="org.saluton.Command" value="saluton message send romeo@example.org 'Wherefore art thou?'"/>
              <arg name="texts" type="a{ss}" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
              <arg name="entry" type="s" direction="out"/>
            </method>
            <method name="History">
              <annotation name="org.saluton.Errors" value="InvalidArguments StorageFailed"/>
              <annotation name="org.saluton.Command" value="saluton history romeo@example.org --last 20"/>
              <arg name="limit" type="u" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
              <arg name="entries" type="aa{sv}" direction="out"/>
              <arg name="earlier" type="s" direction="out"/>
              <arg name="later" type="s" direction="out"/>
            </method>
            <method name="GetEntry">
              <annotation name="org.saluton.Errors" value="NoSuchEntry StorageFailed"/>
              <annotation name="org.saluton.Command" value="saluton history romeo@example.org --last 1 --json"/>
              <arg name="entry" type="s" direction="in"/>
              <arg name="content" type="a{sv}" direction="out"/>
            </method>
            <property name="Id" type="s" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="const"/>
            </property>
            <property name="Account" type="o" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="const"/>
            </property>
            <property name="JID" type="s" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="const"/>
            </property>
            <property name="Kind" type="s" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="const"/>
            </property>
          </interface>
        """#)

    /// The state of an object, as far as this interface shows it.
    public struct Properties: InterfaceProperties, Equatable {
        /// short and stable, as in the path and in events.
        public var id: String = ""
        /// path of the account it belongs to.
        public var account: ObjectPath = "/"
        /// bare JID of the other side.
        public var jid: String = ""
        /// chat or room.
        public var kind: String = ""

        public static var interface: InterfaceDescription { Conversation1.interface }

        public init() {}

        public init(id: String = "", account: ObjectPath = "/", jid: String = "", kind: String = "") {
            self.id = id
            self.account = account
            self.jid = jid
            self.kind = kind
        }

        public var values: [Value?] {
            [
                id.busValue, account.busValue, jid.busValue, kind.busValue
            ]
        }

        public mutating func apply(_ fields: Fields) throws(BusError) {
            if let id = try fields.get("Id", as: String.self) { self.id = id }
            if let account = try fields.get("Account", as: ObjectPath.self) { self.account = account }
            if let jid = try fields.get("JID", as: String.self) { self.jid = jid }
            if let kind = try fields.get("Kind", as: String.self) { self.kind = kind }
        }
    }
}

/// The server's side of `org.saluton.Conversation1`.
public protocol Conversation1Service: Sendable {
    /// queues a message and returns its entry, stored; what becomes of it comes as events of the kind
    /// `message-state`. It waits while the account is offline.
    /// - Parameters:
    ///   - texts: text by language tag; the empty tag for none. At most 16 texts, 256 KiB in all.
    ///   - options: subjects (a{ss}); type (s: chat, normal, headline, groupchat; default chat); thread (s, at most
    ///   256 bytes); thread-parent (s); resource (s): only to this resource; token (s, at most 128 bytes): a second
    ///   call with the same token returns the first entry. Unknown keys fail.
    /// - Returns: `entry`: its id.
    /// - Throws: InvalidArguments, StorageFailed, StorageFull
    /// Source: RFC 6121 §5.
    func send(_ call: BusCall, texts: OrderedEntries<String, String>, options: Fields) async throws(BusError) -> String

    /// a page of entries, oldest first.
    /// - Parameters:
    ///   - limit: at most this many, 1-500.
    ///   - options: before (s): entries before this cursor; after (s): entries after it; neither: the newest.
    ///   Unknown keys fail.
    /// - Returns: `entries`: as described above.
    /// - Returns: `earlier`: cursor for the page before; empty when there is none.
    /// - Returns: `later`: cursor for the page after; entries yet to come will be there.
    /// - Throws: InvalidArguments, StorageFailed
    func history(
        _ call: BusCall, limit: UInt32, options: Fields
    ) async throws(BusError) -> (entries: [Fields], earlier: String, later: String)

    /// one entry.
    /// - Parameters:
    ///   - entry: its id.
    /// - Returns: `content`: as described above.
    /// - Throws: NoSuchEntry, StorageFailed
    func getEntry(_ call: BusCall, entry: String) async throws(BusError) -> Fields
}

extension Conversation1 {
    /// Puts a service and its outlet together, for the object tree.
    public static func serve(_ service: some Conversation1Service, _ outlet: Outlet) -> ServedInterface {
        ServedInterface(
            outlet,
            dispatch: { dispatch(service, $0, $1, $2) },
            set: { _, _, _ in .unknownMember })
    }

    private static func dispatch(
        _ service: some Conversation1Service, _ call: BusCall, _ method: Int, _ arguments: [Value]
    ) -> CallAnswer {
        switch method {
        case 0:  // Send
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.send(call, texts: input.next(), options: input.next())
                return [output.busValue]
            }
        case 1:  // History
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.history(call, limit: input.next(), options: input.next())
                return [output.entries.busValue, output.earlier.busValue, output.later.busValue]
            }
        case 2:  // GetEntry
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.getEntry(call, entry: input.next())
                return [output.busValue]
            }
        default: .unknownMember
        }
    }
}

/// The client's side of `org.saluton.Conversation1`, for one object.
public struct Conversation1Proxy: Sendable {
    public let client: any BusClient
    public let path: ObjectPath
    /// Time for each answer; nil for the usual one.
    public var timeout: Duration?

    public init(_ client: any BusClient, _ path: ObjectPath, timeout: Duration? = nil) {
        self.client = client
        self.path = path
        self.timeout = timeout
    }

    /// queues a message and returns its entry, stored; what becomes of it comes as events of the kind
    /// `message-state`. It waits while the account is offline.
    /// - Parameters:
    ///   - texts: text by language tag; the empty tag for none. At most 16 texts, 256 KiB in all.
    ///   - options: subjects (a{ss}); type (s: chat, normal, headline, groupchat; default chat); thread (s, at most
    ///   256 bytes); thread-parent (s); resource (s): only to this resource; token (s, at most 128 bytes): a second
    ///   call with the same token returns the first entry. Unknown keys fail.
    /// - Returns: `entry`: its id.
    /// - Throws: InvalidArguments, StorageFailed, StorageFull
    /// Source: RFC 6121 §5.
    public func send(texts: OrderedEntries<String, String>, options: Fields) async throws(BusError) -> String {
        let reply = try await client.call(
            path, Conversation1.interface.name, "Send", [texts.busValue, options.busValue], timeout: timeout)
        var output = Arguments(reply)
        return try output.next()
    }

    /// a page of entries, oldest first.
    /// - Parameters:
    ///   - limit: at most this many, 1-500.
    ///   - options: before (s): entries before this cursor; after (s): entries after it; neither: the newest.
    ///   Unknown keys fail.
    /// - Returns: `entries`: as described above.
    /// - Returns: `earlier`: cursor for the page before; empty when there is none.
    /// - Returns: `later`: cursor for the page after; entries yet to come will be there.
    /// - Throws: InvalidArguments, StorageFailed
    public func history(
        limit: UInt32, options: Fields
    ) async throws(BusError) -> (entries: [Fields], earlier: String, later: String) {
        let reply = try await client.call(
            path, Conversation1.interface.name, "History", [limit.busValue, options.busValue], timeout: timeout)
        var output = Arguments(reply)
        return (entries: try output.next(), earlier: try output.next(), later: try output.next())
    }

    /// one entry.
    /// - Parameters:
    ///   - entry: its id.
    /// - Returns: `content`: as described above.
    /// - Throws: NoSuchEntry, StorageFailed
    public func getEntry(entry: String) async throws(BusError) -> Fields {
        let reply = try await client.call(
            path, Conversation1.interface.name, "GetEntry", [entry.busValue], timeout: timeout)
        var output = Arguments(reply)
        return try output.next()
    }

    /// Reads: short and stable, as in the path and in events.
    public func getId() async throws(BusError) -> String {
        try await client.property(path, Conversation1.interface.name, "Id")
    }

    /// Reads: path of the account it belongs to.
    public func getAccount() async throws(BusError) -> ObjectPath {
        try await client.property(path, Conversation1.interface.name, "Account")
    }

    /// Reads: bare JID of the other side.
    public func getJID() async throws(BusError) -> String {
        try await client.property(path, Conversation1.interface.name, "JID")
    }

    /// Reads: chat or room.
    public func getKind() async throws(BusError) -> String {
        try await client.property(path, Conversation1.interface.name, "Kind")
    }

    /// Reads all properties at once.
    public func properties() async throws(BusError) -> Conversation1.Properties {
        try await client.properties(path)
    }

    /// Follows the properties: subscribe first, then read.
    public func changes() async throws(BusError) -> BusUpdates<PropertiesChanged> {
        try await client.changes(of: Conversation1.Properties.self, at: path)
    }
}
