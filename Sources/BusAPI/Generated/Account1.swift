// swift-format-ignore-file
// Generated from dbus/ by `swift run bindings`; do not edit.
public import DBusWire

/// one XMPP account, at /org/saluton/Saluton1/accounts/<id>.
public enum Account1 {
    public typealias Outlet = BusAPI.Outlet<Properties>

    public static let interface = InterfaceDescription(
        "org.saluton.Account1",
        methods: [
            .init("Connect", [], []),
            .init("Disconnect", [], []),
            .init("Set", [.init("settings", "a{sv}"), .init("options", "a{sv}")], [.init("reconnect", "as")]),
            .init(
                "SetPresence",
                [.init("show", "s"), .init("statuses", "a{ss}"), .init("options", "a{sv}")],
                []),
            .init(
                "OpenConversation",
                [.init("jid", "s"), .init("options", "a{sv}")],
                [.init("conversation", "o")]),
            .init("Queue", [.init("limit", "u"), .init("options", "a{sv}")], [.init("entries", "aa{sv}")]),
            .init(
                "Import",
                [.init("entries", "aa{sv}"), .init("options", "a{sv}")],
                [.init("outcome", "a{sv}")]),
            .init("SetRetention", [.init("seconds", "x")], []),
            .init("TraceXML", [.init("output", "h"), .init("seconds", "u"), .init("options", "a{sv}")], []),
            .init("ArchivePreferences", [], [.init("preferences", "a{sv}")]),
            .init("SetArchivePreferences", [.init("preferences", "a{sv}")], [.init("applied", "a{sv}")]),
        ],
        properties: [
            .init("Id", "s", isWritable: false, change: .constant),
            .init("JID", "s", isWritable: false, change: .constant),
            .init("Enabled", "b", isWritable: false, change: .value),
            .init("State", "s", isWritable: false, change: .value),
            .init("Problem", "a{sv}", isWritable: false, change: .value),
            .init("NextTry", "x", isWritable: false, change: .value),
            .init("BoundJID", "s", isWritable: false, change: .value),
            .init("Security", "a{sv}", isWritable: false, change: .value),
            .init("Settings", "a{sv}", isWritable: false, change: .value),
            .init("Presence", "a{sv}", isWritable: false, change: .value),
            .init("Retention", "x", isWritable: false, change: .value),
            .init("Archive", "a{sv}", isWritable: false, change: .value),
            .init("Queued", "u", isWritable: false, change: .value),
        ],
        signals: [],
        xml: #"""
          <interface name="org.saluton.Account1">
            <method name="Connect">
              <annotation name="org.saluton.Errors" value="InvalidArguments"/>
              <annotation name="org.saluton.Command" value="saluton account connect juliet@example.org"/>
            </method>
            <method name="Disconnect">
              <annotation name="org.saluton.Errors" value=""/>
              <annotation name="org.saluton.Command" value="saluton account disconnect juliet@example.org"/>
            </method>
            <method name="Set">
              <annotation name="org.saluton.Errors" value="InvalidArguments SecretStorageFailed StorageFailed StorageFull"/>
              <annotation name="org.saluton.Command" value="saluton account set juliet@example.org --host xmpp.example.org"/>
              <arg name="settings" type="a{sv}" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
              <arg name="reconnect" type="as" direction="out"/>
            </method>
            <method name="SetPresence">
              <annotation name="org.saluton.Errors" value="InvalidArguments InvalidAddress NotConnected StorageFailed StorageFull"/>
              <annotation name="org.saluton.Command" value="saluton presence set away --status 'Back at five'"/>
              <arg name="show" type="s" direction="in"/>
              <arg name="statuses" type="a{ss}" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
            </method>
            <method name="OpenConversation">
              <annotation name="org.saluton.Errors" value="InvalidAddress InvalidArguments StorageFailed StorageFull"/>
              <annotation name="org.saluton.Command" value="saluton history romeo@example.org"/>
              <arg name="jid" type="s" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
              <arg name="conversation" type="o" direction="out"/>
            </method>
            <method name="Queue">
              <annotation name="org.saluton.Errors" value="InvalidArguments NoSuchEntry StorageFailed"/>
              <annotation name="org.saluton.Command" value="saluton message queue"/>
              <arg name="limit" type="u" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
              <arg name="entries" type="aa{sv}" direction="out"/>
            </method>
            <method name="Import">
              <annotation name="org.saluton.Errors" value="InvalidArguments StorageFailed StorageFull"/>
              <annotation name="org.saluton.Command" value="saluton history import chats.jsonl --dry-run"/>
              <arg name="entries" type="aa{sv}" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
              <arg name="outcome" type="a{sv}" direction="out"/>
            </method>
            <method name="SetRetention">
              <annotation name="org.saluton.Errors" value="InvalidArguments StorageFailed StorageFull"/>
              <annotation name="org.saluton.Command" value="saluton retention set 30d --account juliet@example.org"/>
              <arg name="seconds" type="x" direction="in"/>
            </method>
            <method name="TraceXML">
              <annotation name="org.saluton.Errors" value="InvalidArguments LimitExceeded"/>
              <annotation name="org.saluton.Command" value="saluton debug xml --account juliet@example.org"/>
              <arg name="output" type="h" direction="in"/>
              <arg name="seconds" type="u" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
            </method>
            <method name="ArchivePreferences">
              <annotation name="org.saluton.Errors" value="LimitExceeded NotConnected RemoteError ShuttingDown Timeout"/>
              <annotation name="org.saluton.Command" value="saluton account archive juliet@example.org"/>
              <arg name="preferences" type="a{sv}" direction="out"/>
            </method>
            <method name="SetArchivePreferences">
              <annotation name="org.saluton.Errors" value="InvalidAddress InvalidArguments LimitExceeded NotConnected RemoteError ShuttingDown Timeout"/>
              <annotation name="org.saluton.Command" value="saluton account archive juliet@example.org --keep roster"/>
              <arg name="preferences" type="a{sv}" direction="in"/>
              <arg name="applied" type="a{sv}" direction="out"/>
            </method>
            <property name="Id" type="s" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="const"/>
            </property>
            <property name="JID" type="s" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="const"/>
            </property>
            <property name="Enabled" type="b" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="true"/>
            </property>
            <property name="State" type="s" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="true"/>
            </property>
            <property name="Problem" type="a{sv}" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="true"/>
            </property>
            <property name="NextTry" type="x" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="true"/>
            </property>
            <property name="BoundJID" type="s" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="true"/>
            </property>
            <property name="Security" type="a{sv}" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="true"/>
            </property>
            <property name="Settings" type="a{sv}" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="true"/>
            </property>
            <property name="Presence" type="a{sv}" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="true"/>
            </property>
            <property name="Retention" type="x" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="true"/>
            </property>
            <property name="Archive" type="a{sv}" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="true"/>
            </property>
            <property name="Queued" type="u" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="true"/>
            </property>
          </interface>
        """#)

    /// The state of an object, as far as this interface shows it.
    public struct Properties: InterfaceProperties, Equatable {
        /// short and stable, as in the path and in events.
        public var id: String = ""
        /// the account's bare JID.
        public var jid: String = ""
        /// whether the daemon connects it by itself.
        public var enabled: Bool = false
        /// disabled, offline (by Disconnect), connecting, online, waiting (for the next try, see NextTry), failed
        /// (the user must act, see Problem), or paused (online, but nothing can be stored, see Problem).
        public var state: String = ""
        /// what went wrong last; empty while all is well. Keys: code (s, stable), sentence (s), action (s, what to
        /// do), section (s, the rule), detail (s).
        public var problem: Fields = [:]
        /// µs since 1970, UTC; 0 while no try is planned.
        public var nextTry: Int64 = 0
        /// the full JID of this session; empty while offline.
        public var boundJID: String = ""
        /// how the stream is protected; empty while offline. Keys: tls-version, cipher, tls (direct, starttls),
        /// mechanism, channel-binding, address (all s), resumed (b).
        public var security: Fields = [:]
        /// those that differ from the default, without secrets. Keys: host (s), port (q), tls (s: automatic,
        /// direct, starttls), authority-file (s, PEM), proxy (s, socks5://host:port), proxy-user (s), resource (s),
        /// mechanism (s: password, anonymous, external), certificate (s, PEM with key), nick (s), password-source
        /// (s, read only: secret-service, sealed-file, command), and, true by default: receipts (b: tell those who
        /// see our presence that their messages arrived), markers (b: that they were read), chat-states (b: that
        /// the user is writing), attention (b: others may call for it).
        public var settings: Fields = [:]
        /// what SetPresence stored. Keys: show (s), statuses (a{ss}), priority (n).
        public var presence: Fields = [:]
        /// seconds until entries are deleted; 0: never; -1: as the daemon's Retention says.
        public var retention: Int64 = 0
        /// where the server's archive of this account stands. Keys: state (s: unknown, asking, catching-up,
        /// current: everything new is here; unsupported: the server has none; failed: tried again later); fetched
        /// (t, messages so far, while catching-up); and where something is the matter: code (s, stable), sentence
        /// (s), action (s, what to do), section (s), detail (s). Older messages are fetched when somebody pages
        /// back to them.
        public var archive: Fields = [:]
        /// how many entries wait to be sent or acknowledged.
        public var queued: UInt32 = 0

        public static var interface: InterfaceDescription { Account1.interface }

        public init() {}

        public init(
            id: String = "", jid: String = "", enabled: Bool = false, state: String = "", problem: Fields = [:],
            nextTry: Int64 = 0, boundJID: String = "", security: Fields = [:], settings: Fields = [:], presence: Fields
            = [:], retention: Int64 = 0, archive: Fields = [:], queued: UInt32 = 0
        ) {
            self.id = id
            self.jid = jid
            self.enabled = enabled
            self.state = state
            self.problem = problem
            self.nextTry = nextTry
            self.boundJID = boundJID
            self.security = security
            self.settings = settings
            self.presence = presence
            self.retention = retention
            self.archive = archive
            self.queued = queued
        }

        public var values: [Value?] {
            [
                id.busValue, jid.busValue, enabled.busValue, state.busValue, problem.busValue, nextTry.busValue,
                boundJID.busValue, security.busValue, settings.busValue, presence.busValue, retention.busValue,
                archive.busValue, queued.busValue
            ]
        }

        public mutating func apply(_ fields: Fields) throws(BusError) {
            if let id = try fields.get("Id", as: String.self) { self.id = id }
            if let jid = try fields.get("JID", as: String.self) { self.jid = jid }
            if let enabled = try fields.get("Enabled", as: Bool.self) { self.enabled = enabled }
            if let state = try fields.get("State", as: String.self) { self.state = state }
            if let problem = try fields.get("Problem", as: Fields.self) { self.problem = problem }
            if let nextTry = try fields.get("NextTry", as: Int64.self) { self.nextTry = nextTry }
            if let boundJID = try fields.get("BoundJID", as: String.self) { self.boundJID = boundJID }
            if let security = try fields.get("Security", as: Fields.self) { self.security = security }
            if let settings = try fields.get("Settings", as: Fields.self) { self.settings = settings }
            if let presence = try fields.get("Presence", as: Fields.self) { self.presence = presence }
            if let retention = try fields.get("Retention", as: Int64.self) { self.retention = retention }
            if let archive = try fields.get("Archive", as: Fields.self) { self.archive = archive }
            if let queued = try fields.get("Queued", as: UInt32.self) { self.queued = queued }
        }
    }
}

/// The server's side of `org.saluton.Account1`.
public protocol Account1Service: Sendable {
    /// tries at once, whatever the account waits for. Returns when the try has begun; its outcome shows in State.
    /// Without effect while online.
    /// - Throws: InvalidArguments
    func connect(_ call: BusCall) async throws(BusError)

    /// closes the stream in an orderly way and stays offline until Connect or the next start.
    func disconnect(_ call: BusCall) async throws(BusError)

    /// changes settings, all or none, and stores them.
    /// - Parameters:
    ///   - settings: those to change, as in Settings, and: password (s), password-command (s), enabled (b). An
    ///   empty string, or 0 for a port, removes one.
    ///   - options: no keys yet; unknown keys fail.
    /// - Returns: `reconnect`: names of the changed settings that apply only from the next connection on.
    /// - Throws: InvalidArguments, SecretStorageFailed, StorageFailed, StorageFull
    func set(_ call: BusCall, settings: Fields, options: Fields) async throws(BusError) -> [String]

    /// changes and stores what contacts see of this account, and sends it when connected.
    /// - Parameters:
    ///   - show: available, chat, away, xa, dnd, or unavailable.
    ///   - statuses: text by language tag; the empty tag is the stream's language. At most 16 texts of 1,024 bytes.
    ///   - options: priority (n, -128 to 127, default 0); to (s): only to this JID, not stored (directed presence).
    ///   Unknown keys fail.
    /// - Throws: InvalidArguments, InvalidAddress, NotConnected, StorageFailed, StorageFull
    /// Source: RFC 6121 §4.
    func setPresence(
        _ call: BusCall, show: String, statuses: OrderedEntries<String, String>, options: Fields
    ) async throws(BusError)

    /// the conversation with an address; it is made when there was none.
    /// - Parameters:
    ///   - jid: bare or full JID; a resource is kept for sending only by option `resource` of Send.
    ///   - options: no keys yet; unknown keys fail.
    /// - Returns: `conversation`: its path.
    /// - Throws: InvalidAddress, InvalidArguments, StorageFailed, StorageFull
    func openConversation(_ call: BusCall, jid: String, options: Fields) async throws(BusError) -> ObjectPath

    /// what waits to be sent or acknowledged, oldest first.
    /// - Parameters:
    ///   - limit: at most this many, 1-500.
    ///   - options: after (s): entries after this one. Unknown keys fail.
    /// - Returns: `entries`: messages as Conversation1 describes them; for what is to be said about one act (s:
    /// correct, retract, react), entry (s, which) and an id of its own; and: conversation (s), peer (s), attempts
    /// (u).
    /// - Throws: InvalidArguments, NoSuchEntry, StorageFailed
    func queue(_ call: BusCall, limit: UInt32, options: Fields) async throws(BusError) -> [Fields]

    /// merges entries that were exported before; those that are here already are left as they are. They count as
    /// read, nothing of them is sent, and one event tells of all (docs/events.md).
    /// - Parameters:
    ///   - entries: at most 500, as Conversation1 describes them, with peer (s) and versions (aa{sv}).
    ///   - options: dry-run (b, default false): only says what would happen. Unknown keys fail.
    /// - Returns: `outcome`: added (u), known (u), refused (u), and problem (s): why the first refused one was.
    /// - Throws: InvalidArguments, StorageFailed, StorageFull
    func `import`(_ call: BusCall, entries: [Fields], options: Fields) async throws(BusError) -> Fields

    /// after which time entries of this account are deleted, where their conversation does not say otherwise.
    /// - Parameters:
    ///   - seconds: at least 60; 0: never; -1: as the daemon's Retention says.
    /// - Throws: InvalidArguments, StorageFailed, StorageFull
    func setRetention(_ call: BusCall, seconds: Int64) async throws(BusError)

    /// writes the stanzas of this account as they pass, one a line, into a descriptor, for a limited time. Texts
    /// and secrets are replaced by their lengths; a line in the log says that a trace runs.
    /// - Parameters:
    ///   - output: a pipe or socket to write to; the trace ends when nobody reads it.
    ///   - seconds: 1-3600.
    ///   - options: bodies (b, default false): message texts are shown. Unknown keys fail.
    /// - Throws: InvalidArguments, LimitExceeded
    func traceXML(_ call: BusCall, output: OwnedDescriptor, seconds: UInt32, options: Fields) async throws(BusError)

    /// what the server keeps of this account's messages. Few servers let one choose.
    /// - Returns: `preferences`: default (s): always, never, or roster: those with contacts; always (as), never
    /// (as): JIDs whose messages are kept, or not, whatever the default says.
    /// - Throws: LimitExceeded, NotConnected, RemoteError, ShuttingDown, Timeout
    /// Source: XEP-0441.
    func archivePreferences(_ call: BusCall) async throws(BusError) -> Fields

    /// tells the server what to keep, in place of what it was told before.
    /// - Parameters:
    ///   - preferences: as above; default must be there, lists that are not are empty. At most 1,000 JIDs in each.
    /// - Returns: `applied`: what the server does, which may differ.
    /// - Throws: InvalidAddress, InvalidArguments, LimitExceeded, NotConnected, RemoteError, ShuttingDown, Timeout
    /// Source: XEP-0441.
    func setArchivePreferences(_ call: BusCall, preferences: Fields) async throws(BusError) -> Fields
}

extension Account1 {
    /// Puts a service and its outlet together, for the object tree.
    public static func serve(_ service: some Account1Service, _ outlet: Outlet) -> ServedInterface {
        ServedInterface(
            outlet,
            dispatch: { dispatch(service, $0, $1, $2) },
            set: { _, _, _ in .unknownMember })
    }

    private static func dispatch(
        _ service: some Account1Service, _ call: BusCall, _ method: Int, _ arguments: [Value]
    ) -> CallAnswer {
        switch method {
        case 0:  // Connect
            .later { () async throws(BusError) in
                try await service.connect(call)
                return []
            }
        case 1:  // Disconnect
            .later { () async throws(BusError) in
                try await service.disconnect(call)
                return []
            }
        case 2:  // Set
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.set(call, settings: input.next(), options: input.next())
                return [output.busValue]
            }
        case 3:  // SetPresence
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                try await service.setPresence(
                    call, show: input.next(), statuses: input.next(), options: input.next())
                return []
            }
        case 4:  // OpenConversation
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.openConversation(call, jid: input.next(), options: input.next())
                return [output.busValue]
            }
        case 5:  // Queue
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.queue(call, limit: input.next(), options: input.next())
                return [output.busValue]
            }
        case 6:  // Import
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.`import`(call, entries: input.next(), options: input.next())
                return [output.busValue]
            }
        case 7:  // SetRetention
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                try await service.setRetention(call, seconds: input.next())
                return []
            }
        case 8:  // TraceXML
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                try await service.traceXML(
                    call, output: input.next(), seconds: input.next(), options: input.next())
                return []
            }
        case 9:  // ArchivePreferences
            .later { () async throws(BusError) in
                let output = try await service.archivePreferences(call)
                return [output.busValue]
            }
        case 10:  // SetArchivePreferences
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.setArchivePreferences(call, preferences: input.next())
                return [output.busValue]
            }
        default: .unknownMember
        }
    }
}

/// The client's side of `org.saluton.Account1`, for one object.
public struct Account1Proxy: Sendable {
    public let client: any BusClient
    public let path: ObjectPath
    /// Time for each answer; nil for the usual one.
    public var timeout: Duration?

    public init(_ client: any BusClient, _ path: ObjectPath, timeout: Duration? = nil) {
        self.client = client
        self.path = path
        self.timeout = timeout
    }

    /// tries at once, whatever the account waits for. Returns when the try has begun; its outcome shows in State.
    /// Without effect while online.
    /// - Throws: InvalidArguments
    public func connect() async throws(BusError) {
        _ = try await client.call(
            path, Account1.interface.name, "Connect", [], timeout: timeout)
    }

    /// closes the stream in an orderly way and stays offline until Connect or the next start.
    public func disconnect() async throws(BusError) {
        _ = try await client.call(
            path, Account1.interface.name, "Disconnect", [], timeout: timeout)
    }

    /// changes settings, all or none, and stores them.
    /// - Parameters:
    ///   - settings: those to change, as in Settings, and: password (s), password-command (s), enabled (b). An
    ///   empty string, or 0 for a port, removes one.
    ///   - options: no keys yet; unknown keys fail.
    /// - Returns: `reconnect`: names of the changed settings that apply only from the next connection on.
    /// - Throws: InvalidArguments, SecretStorageFailed, StorageFailed, StorageFull
    public func set(settings: Fields, options: Fields) async throws(BusError) -> [String] {
        let reply = try await client.call(
            path, Account1.interface.name, "Set", [settings.busValue, options.busValue], timeout: timeout)
        var output = Arguments(reply)
        return try output.next()
    }

    /// changes and stores what contacts see of this account, and sends it when connected.
    /// - Parameters:
    ///   - show: available, chat, away, xa, dnd, or unavailable.
    ///   - statuses: text by language tag; the empty tag is the stream's language. At most 16 texts of 1,024 bytes.
    ///   - options: priority (n, -128 to 127, default 0); to (s): only to this JID, not stored (directed presence).
    ///   Unknown keys fail.
    /// - Throws: InvalidArguments, InvalidAddress, NotConnected, StorageFailed, StorageFull
    /// Source: RFC 6121 §4.
    public func setPresence(
        show: String, statuses: OrderedEntries<String, String>, options: Fields
    ) async throws(BusError) {
        _ = try await client.call(
            path, Account1.interface.name, "SetPresence", [show.busValue, statuses.busValue, options.busValue],
            timeout: timeout)
    }

    /// the conversation with an address; it is made when there was none.
    /// - Parameters:
    ///   - jid: bare or full JID; a resource is kept for sending only by option `resource` of Send.
    ///   - options: no keys yet; unknown keys fail.
    /// - Returns: `conversation`: its path.
    /// - Throws: InvalidAddress, InvalidArguments, StorageFailed, StorageFull
    public func openConversation(jid: String, options: Fields) async throws(BusError) -> ObjectPath {
        let reply = try await client.call(
            path, Account1.interface.name, "OpenConversation", [jid.busValue, options.busValue], timeout:
            timeout)
        var output = Arguments(reply)
        return try output.next()
    }

    /// what waits to be sent or acknowledged, oldest first.
    /// - Parameters:
    ///   - limit: at most this many, 1-500.
    ///   - options: after (s): entries after this one. Unknown keys fail.
    /// - Returns: `entries`: messages as Conversation1 describes them; for what is to be said about one act (s:
    /// correct, retract, react), entry (s, which) and an id of its own; and: conversation (s), peer (s), attempts
    /// (u).
    /// - Throws: InvalidArguments, NoSuchEntry, StorageFailed
    public func queue(limit: UInt32, options: Fields) async throws(BusError) -> [Fields] {
        let reply = try await client.call(
            path, Account1.interface.name, "Queue", [limit.busValue, options.busValue], timeout: timeout)
        var output = Arguments(reply)
        return try output.next()
    }

    /// merges entries that were exported before; those that are here already are left as they are. They count as
    /// read, nothing of them is sent, and one event tells of all (docs/events.md).
    /// - Parameters:
    ///   - entries: at most 500, as Conversation1 describes them, with peer (s) and versions (aa{sv}).
    ///   - options: dry-run (b, default false): only says what would happen. Unknown keys fail.
    /// - Returns: `outcome`: added (u), known (u), refused (u), and problem (s): why the first refused one was.
    /// - Throws: InvalidArguments, StorageFailed, StorageFull
    public func `import`(entries: [Fields], options: Fields) async throws(BusError) -> Fields {
        let reply = try await client.call(
            path, Account1.interface.name, "Import", [entries.busValue, options.busValue], timeout: timeout)
        var output = Arguments(reply)
        return try output.next()
    }

    /// after which time entries of this account are deleted, where their conversation does not say otherwise.
    /// - Parameters:
    ///   - seconds: at least 60; 0: never; -1: as the daemon's Retention says.
    /// - Throws: InvalidArguments, StorageFailed, StorageFull
    public func setRetention(seconds: Int64) async throws(BusError) {
        _ = try await client.call(
            path, Account1.interface.name, "SetRetention", [seconds.busValue], timeout: timeout)
    }

    /// writes the stanzas of this account as they pass, one a line, into a descriptor, for a limited time. Texts
    /// and secrets are replaced by their lengths; a line in the log says that a trace runs.
    /// - Parameters:
    ///   - output: a pipe or socket to write to; the trace ends when nobody reads it.
    ///   - seconds: 1-3600.
    ///   - options: bodies (b, default false): message texts are shown. Unknown keys fail.
    /// - Throws: InvalidArguments, LimitExceeded
    public func traceXML(output: OwnedDescriptor, seconds: UInt32, options: Fields) async throws(BusError) {
        _ = try await client.call(
            path, Account1.interface.name, "TraceXML", [output.busValue, seconds.busValue, options.busValue],
            timeout: timeout)
    }

    /// what the server keeps of this account's messages. Few servers let one choose.
    /// - Returns: `preferences`: default (s): always, never, or roster: those with contacts; always (as), never
    /// (as): JIDs whose messages are kept, or not, whatever the default says.
    /// - Throws: LimitExceeded, NotConnected, RemoteError, ShuttingDown, Timeout
    /// Source: XEP-0441.
    public func archivePreferences() async throws(BusError) -> Fields {
        let reply = try await client.call(
            path, Account1.interface.name, "ArchivePreferences", [], timeout: timeout)
        var output = Arguments(reply)
        return try output.next()
    }

    /// tells the server what to keep, in place of what it was told before.
    /// - Parameters:
    ///   - preferences: as above; default must be there, lists that are not are empty. At most 1,000 JIDs in each.
    /// - Returns: `applied`: what the server does, which may differ.
    /// - Throws: InvalidAddress, InvalidArguments, LimitExceeded, NotConnected, RemoteError, ShuttingDown, Timeout
    /// Source: XEP-0441.
    public func setArchivePreferences(preferences: Fields) async throws(BusError) -> Fields {
        let reply = try await client.call(
            path, Account1.interface.name, "SetArchivePreferences", [preferences.busValue], timeout: timeout)
        var output = Arguments(reply)
        return try output.next()
    }

    /// Reads: short and stable, as in the path and in events.
    public func getId() async throws(BusError) -> String {
        try await client.property(path, Account1.interface.name, "Id")
    }

    /// Reads: the account's bare JID.
    public func getJID() async throws(BusError) -> String {
        try await client.property(path, Account1.interface.name, "JID")
    }

    /// Reads: whether the daemon connects it by itself.
    public func getEnabled() async throws(BusError) -> Bool {
        try await client.property(path, Account1.interface.name, "Enabled")
    }

    /// Reads: disabled, offline (by Disconnect), connecting, online, waiting (for the next try, see NextTry),
    /// failed (the user must act, see Problem), or paused (online, but nothing can be stored, see Problem).
    public func getState() async throws(BusError) -> String {
        try await client.property(path, Account1.interface.name, "State")
    }

    /// Reads: what went wrong last; empty while all is well. Keys: code (s, stable), sentence (s), action (s, what
    /// to do), section (s, the rule), detail (s).
    public func getProblem() async throws(BusError) -> Fields {
        try await client.property(path, Account1.interface.name, "Problem")
    }

    /// Reads: µs since 1970, UTC; 0 while no try is planned.
    public func getNextTry() async throws(BusError) -> Int64 {
        try await client.property(path, Account1.interface.name, "NextTry")
    }

    /// Reads: the full JID of this session; empty while offline.
    public func getBoundJID() async throws(BusError) -> String {
        try await client.property(path, Account1.interface.name, "BoundJID")
    }

    /// Reads: how the stream is protected; empty while offline. Keys: tls-version, cipher, tls (direct, starttls),
    /// mechanism, channel-binding, address (all s), resumed (b).
    public func getSecurity() async throws(BusError) -> Fields {
        try await client.property(path, Account1.interface.name, "Security")
    }

    /// Reads: those that differ from the default, without secrets. Keys: host (s), port (q), tls (s: automatic,
    /// direct, starttls), authority-file (s, PEM), proxy (s, socks5://host:port), proxy-user (s), resource (s),
    /// mechanism (s: password, anonymous, external), certificate (s, PEM with key), nick (s), password-source (s,
    /// read only: secret-service, sealed-file, command), and, true by default: receipts (b: tell those who see our
    /// presence that their messages arrived), markers (b: that they were read), chat-states (b: that the user is
    /// writing), attention (b: others may call for it).
    public func getSettings() async throws(BusError) -> Fields {
        try await client.property(path, Account1.interface.name, "Settings")
    }

    /// Reads: what SetPresence stored. Keys: show (s), statuses (a{ss}), priority (n).
    public func getPresence() async throws(BusError) -> Fields {
        try await client.property(path, Account1.interface.name, "Presence")
    }

    /// Reads: seconds until entries are deleted; 0: never; -1: as the daemon's Retention says.
    public func getRetention() async throws(BusError) -> Int64 {
        try await client.property(path, Account1.interface.name, "Retention")
    }

    /// Reads: where the server's archive of this account stands. Keys: state (s: unknown, asking, catching-up,
    /// current: everything new is here; unsupported: the server has none; failed: tried again later); fetched (t,
    /// messages so far, while catching-up); and where something is the matter: code (s, stable), sentence (s),
    /// action (s, what to do), section (s), detail (s). Older messages are fetched when somebody pages back to
    /// them.
    public func getArchive() async throws(BusError) -> Fields {
        try await client.property(path, Account1.interface.name, "Archive")
    }

    /// Reads: how many entries wait to be sent or acknowledged.
    public func getQueued() async throws(BusError) -> UInt32 {
        try await client.property(path, Account1.interface.name, "Queued")
    }

    /// Reads all properties at once.
    public func properties() async throws(BusError) -> Account1.Properties {
        try await client.properties(path)
    }

    /// Follows the properties: subscribe first, then read.
    public func changes() async throws(BusError) -> BusUpdates<PropertiesChanged> {
        try await client.changes(of: Account1.Properties.self, at: path)
    }
}
