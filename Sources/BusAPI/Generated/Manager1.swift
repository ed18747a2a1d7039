// swift-format-ignore-file
// Generated from dbus/ by `swift run bindings`; do not edit.
public import DBusWire

/// the daemon itself, at /org/saluton/Saluton1. Accounts and conversations are found through
/// org.freedesktop.DBus.ObjectManager at the same path.
public enum Manager1 {
    public typealias Outlet = BusAPI.Outlet<Properties>

    public static let interface = InterfaceDescription(
        "org.saluton.Manager1",
        methods: [
            .init(
                "AddAccount",
                [.init("jid", "s"), .init("settings", "a{sv}"), .init("options", "a{sv}")],
                [.init("account", "o")]),
            .init("RemoveAccount", [.init("account", "o"), .init("options", "a{sv}")], []),
            .init("FindAccount", [.init("name", "s")], [.init("account", "o")]),
            .init(
                "Search",
                [.init("query", "s"), .init("limit", "u"), .init("options", "a{sv}")],
                [.init("entries", "aa{sv}"), .init("next", "s")]),
            .init("SetRetention", [.init("seconds", "u")], []),
            .init(
                "ReadLog",
                [.init("after", "t"), .init("limit", "u"), .init("options", "a{sv}")],
                [.init("next", "t"), .init("lines", "a(txsss)")]),
            .init("Refusals", [], [.init("refusals", "a(sst)")]),
            .init("NetworkChanged", [], []),
            .init("Echo", [.init("text", "s")], [.init("answer", "s")]),
        ],
        properties: [
            .init("Version", "s", isWritable: false, change: .constant),
            .init("StartedAt", "x", isWritable: false, change: .constant),
            .init("SecretStorage", "s", isWritable: false, change: .value),
            .init("Retention", "u", isWritable: false, change: .value),
            .init("Notifications", "a{sv}", isWritable: true, change: .value),
            .init("LogFilter", "s", isWritable: true, change: .value),
        ],
        signals: [],
        xml: #"""
          <interface name="org.saluton.Manager1">
            <method name="AddAccount">
              <annotation name="org.saluton.Errors" value="InvalidAddress InvalidArguments AccountExists SecretStorageFailed StorageFailed StorageFull"/>
              <annotation name="org.saluton.Command" value="saluton account add juliet@example.org --password-stdin"/>
              <arg name="jid" type="s" direction="in"/>
              <arg name="settings" type="a{sv}" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
              <arg name="account" type="o" direction="out"/>
            </method>
            <method name="RemoveAccount">
              <annotation name="org.saluton.Errors" value="InvalidArguments NoSuchAccount StorageFailed StorageFull"/>
              <annotation name="org.saluton.Command" value="saluton account remove juliet@example.org"/>
              <arg name="account" type="o" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
            </method>
            <method name="FindAccount">
              <annotation name="org.saluton.Errors" value="NoSuchAccount InvalidAddress"/>
              <annotation name="org.saluton.Command" value="saluton account show juliet@example.org"/>
              <arg name="name" type="s" direction="in"/>
              <arg name="account" type="o" direction="out"/>
            </method>
            <method name="Search">
              <annotation name="org.saluton.Errors" value="InvalidArguments NoSuchAccount InvalidAddress NotConnected NotSupported RemoteError Timeout StorageFailed"/>
              <annotation name="org.saluton.Command" value="saluton search 'rose name' --in romeo@example.org"/>
              <arg name="query" type="s" direction="in"/>
              <arg name="limit" type="u" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
              <arg name="entries" type="aa{sv}" direction="out"/>
              <arg name="next" type="s" direction="out"/>
            </method>
            <method name="SetRetention">
              <annotation name="org.saluton.Errors" value="InvalidArguments StorageFailed StorageFull"/>
              <annotation name="org.saluton.Command" value="saluton retention set 365d"/>
              <arg name="seconds" type="u" direction="in"/>
            </method>
            <method name="ReadLog">
              <annotation name="org.saluton.Errors" value="InvalidArguments"/>
              <annotation name="org.saluton.Command" value="saluton debug log"/>
              <arg name="after" type="t" direction="in"/>
              <arg name="limit" type="u" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
              <arg name="next" type="t" direction="out"/>
              <arg name="lines" type="a(txsss)" direction="out"/>
            </method>
            <method name="Refusals">
              <annotation name="org.saluton.Errors" value=""/>
              <annotation name="org.saluton.Command" value="saluton debug refusals"/>
              <arg name="refusals" type="a(sst)" direction="out"/>
            </method>
            <method name="NetworkChanged">
              <annotation name="org.saluton.Errors" value=""/>
              <annotation name="org.saluton.Command" value="saluton account connect --all"/>
            </method>
            <method name="Echo">
              <annotation name="org.saluton.Errors" value="LimitExceeded"/>
              <annotation name="org.saluton.Command" value="saluton debug bus"/>
              <annotation name="org.saluton.Inline" value="true"/>
              <arg name="text" type="s" direction="in"/>
              <arg name="answer" type="s" direction="out"/>
            </method>
            <property name="Version" type="s" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="const"/>
            </property>
            <property name="StartedAt" type="x" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="const"/>
            </property>
            <property name="SecretStorage" type="s" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="true"/>
            </property>
            <property name="Retention" type="u" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="true"/>
            </property>
            <property name="Notifications" type="a{sv}" access="readwrite">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="true"/>
            </property>
            <property name="LogFilter" type="s" access="readwrite">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="true"/>
            </property>
          </interface>
        """#)

    /// The state of an object, as far as this interface shows it.
    public struct Properties: InterfaceProperties, Equatable {
        /// of the daemon, `0.1.0`.
        public var version: String = ""
        /// µs since 1970, UTC.
        public var startedAt: Int64 = 0
        /// where passwords are kept: `secret-service` or `sealed-file`.
        public var secretStorage: String = ""
        /// seconds until entries are deleted; 0: never.
        public var retention: UInt32 = 0
        /// what the desktop is told of (docs/notifications.md). Keys: level (s: all, calls, none); text (b):
        /// whether texts are shown. Setting it changes the keys that are given; unknown keys fail.
        public var notifications: Fields = [:]
        /// what is logged: a level, or `label=level` pairs separated by commas, as `notice,saluton.session=debug`.
        public var logFilter: String = ""

        public static var interface: InterfaceDescription { Manager1.interface }

        public init() {}

        public init(
            version: String = "", startedAt: Int64 = 0, secretStorage: String = "", retention: UInt32 = 0,
            notifications: Fields = [:], logFilter: String = ""
        ) {
            self.version = version
            self.startedAt = startedAt
            self.secretStorage = secretStorage
            self.retention = retention
            self.notifications = notifications
            self.logFilter = logFilter
        }

        public var values: [Value?] {
            [
                version.busValue, startedAt.busValue, secretStorage.busValue, retention.busValue,
                notifications.busValue, logFilter.busValue
            ]
        }

        public mutating func apply(_ fields: Fields) throws(BusError) {
            if let version = try fields.get("Version", as: String.self) { self.version = version }
            if let startedAt = try fields.get("StartedAt", as: Int64.self) { self.startedAt = startedAt }
            if let secretStorage = try fields.get("SecretStorage", as: String.self) { self.secretStorage = secretStorage }
            if let retention = try fields.get("Retention", as: UInt32.self) { self.retention = retention }
            if let notifications = try fields.get("Notifications", as: Fields.self) { self.notifications = notifications }
            if let logFilter = try fields.get("LogFilter", as: String.self) { self.logFilter = logFilter }
        }
    }
}

/// The server's side of `org.saluton.Manager1`.
public protocol Manager1Service: Sendable {
    /// adds an account, stores its password, and connects it unless told otherwise. Returns when everything is
    /// stored; whether the login works shows in Account1.State.
    /// - Parameters:
    ///   - jid: bare JID of the account.
    ///   - settings: as Account1.Settings, and on top of them one of: password (s); password-command (s): a command
    ///   line whose first line of output is the password, run at each login, nothing is stored then.
    ///   - options: enabled (b, default true). Unknown keys fail.
    /// - Returns: `account`: path of the new account.
    /// - Throws: InvalidAddress, InvalidArguments, AccountExists, SecretStorageFailed, StorageFailed, StorageFull
    /// Source: RFC 6120 §2.1.
    func addAccount(
        _ call: BusCall, jid: String, settings: Fields, options: Fields
    ) async throws(BusError) -> ObjectPath

    /// disconnects an account and deletes it with its history, its secrets and its state.
    /// - Parameters:
    ///   - account: its path.
    ///   - options: no keys yet; unknown keys fail.
    /// - Throws: InvalidArguments, NoSuchAccount, StorageFailed, StorageFull
    func removeAccount(_ call: BusCall, account: ObjectPath, options: Fields) async throws(BusError)

    /// the path of an account by its address or id.
    /// - Parameters:
    ///   - name: a bare JID or an account's Id; empty means the default account: the only one, or else the enabled
    ///   one that was added first.
    /// - Returns: `account`: its path.
    /// - Throws: NoSuchAccount, InvalidAddress
    func findAccount(_ call: BusCall, name: String) async throws(BusError) -> ObjectPath

    /// entries whose text has all words of a query; the last word may be the beginning of one.
    /// - Parameters:
    ///   - query: words; empty for all entries that the options let through.
    ///   - limit: at most this many, 1-500.
    ///   - options: account (s, JID or id); conversation (s, bare JID of the other side; where several accounts
    ///   have one with it, account says which); author (s, JID); before (x), after (x): µs since 1970 UTC; language
    ///   (s); kind (s, as in entries); has (as: file, link); order (s: newest, the default, or best); server (b):
    ///   before that, the server of the account, or of all accounts where it can, searches its archive for the
    ///   words, and what it finds is kept here; cursor (s): go on there. Unknown keys fail.
    /// - Returns: `entries`: as Conversation1 describes them, and: account (s), conversation (s), peer (s), matches
    /// (a(uu): where the words stand in the first text, begin and length in Unicode scalars).
    /// - Returns: `next`: cursor to go on; empty when there is no more.
    /// - Throws: InvalidArguments, NoSuchAccount, InvalidAddress, NotConnected, NotSupported, RemoteError, Timeout,
    /// StorageFailed
    func search(
        _ call: BusCall, query: String, limit: UInt32, options: Fields
    ) async throws(BusError) -> (entries: [Fields], next: String)

    /// after which time entries are deleted here, where neither the account nor the conversation says otherwise. It
    /// takes effect at once.
    /// - Parameters:
    ///   - seconds: at least 60; 0: never.
    /// - Throws: InvalidArguments, StorageFailed, StorageFull
    func setRetention(_ call: BusCall, seconds: UInt32) async throws(BusError)

    /// lines from the log kept in memory, oldest first. They never hold message texts or secrets.
    /// - Parameters:
    ///   - after: number of the last line already known; 0 for all that is there.
    ///   - limit: at most this many lines, 1-500.
    ///   - options: level (s: trace, debug, info, notice, warning, error): this level and above; label (s): only
    ///   lines whose label begins so. Unknown keys fail.
    /// - Returns: `next`: number to pass as `after` next time.
    /// - Returns: `lines`: number, µs since 1970 UTC, level, label, text.
    /// - Throws: InvalidArguments
    func readLog(
        _ call: BusCall, after: UInt64, limit: UInt32, options: Fields
    ) async throws(BusError) -> (next: UInt64, lines: [Row<UInt64, Int64, String, String, String>])

    /// what was refused since the start, by reason.
    /// - Returns: `refusals`: stable code of the reason, the section that demands it, and how often.
    func refusals(_ call: BusCall) async throws(BusError) -> [Row<String, String, UInt64>]

    /// says that the network is up again or that the machine has woken: every account that waits for its next try
    /// tries at once. The daemon listens to NetworkManager and logind by itself; this is for machines without them.
    func networkChanged(_ call: BusCall) async throws(BusError)

    /// returns its argument, for measuring and for asking whether the daemon answers.
    /// - Parameters:
    ///   - text: at most 1 MiB.
    /// - Returns: `answer`: the same text.
    /// - Throws: LimitExceeded
    func echo(_ call: BusCall, text: String) throws(BusError) -> String

    /// Sets: what the desktop is told of (docs/notifications.md). Keys: level (s: all, calls, none); text (b):
    /// whether texts are shown. Setting it changes the keys that are given; unknown keys fail.
    func setNotifications(_ call: BusCall, to value: Fields) async throws(BusError)

    /// Sets: what is logged: a level, or `label=level` pairs separated by commas, as
    /// `notice,saluton.session=debug`.
    func setLogFilter(_ call: BusCall, to value: String) async throws(BusError)
}

extension Manager1 {
    /// Puts a service and its outlet together, for the object tree.
    public static func serve(_ service: some Manager1Service, _ outlet: Outlet) -> ServedInterface {
        ServedInterface(
            outlet,
            dispatch: { dispatch(service, $0, $1, $2) },
            set: { call, property, value in
                switch property {
                case 4:  // Notifications
                    .later { () async throws(BusError) in
                        var input = Arguments([value])
                        try await service.setNotifications(call, to: input.next())
                        return []
                    }
                case 5:  // LogFilter
                    .later { () async throws(BusError) in
                        var input = Arguments([value])
                        try await service.setLogFilter(call, to: input.next())
                        return []
                    }
                default: .unknownMember
                }
            })
    }

    private static func dispatch(
        _ service: some Manager1Service, _ call: BusCall, _ method: Int, _ arguments: [Value]
    ) -> CallAnswer {
        switch method {
        case 0:  // AddAccount
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.addAccount(
                    call, jid: input.next(), settings: input.next(), options: input.next())
                return [output.busValue]
            }
        case 1:  // RemoveAccount
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                try await service.removeAccount(call, account: input.next(), options: input.next())
                return []
            }
        case 2:  // FindAccount
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.findAccount(call, name: input.next())
                return [output.busValue]
            }
        case 3:  // Search
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.search(
                    call, query: input.next(), limit: input.next(), options: input.next())
                return [output.entries.busValue, output.next.busValue]
            }
        case 4:  // SetRetention
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                try await service.setRetention(call, seconds: input.next())
                return []
            }
        case 5:  // ReadLog
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.readLog(
                    call, after: input.next(), limit: input.next(), options: input.next())
                return [output.next.busValue, output.lines.busValue]
            }
        case 6:  // Refusals
            .later { () async throws(BusError) in
                let output = try await service.refusals(call)
                return [output.busValue]
            }
        case 7:  // NetworkChanged
            .later { () async throws(BusError) in
                try await service.networkChanged(call)
                return []
            }
        case 8:  // Echo
            .now { () throws(BusError) in
                var input = Arguments(arguments)
                let output = try service.echo(call, text: input.next())
                return [output.busValue]
            }
        default: .unknownMember
        }
    }
}

/// The client's side of `org.saluton.Manager1`, for one object.
public struct Manager1Proxy: Sendable {
    public let client: any BusClient
    public let path: ObjectPath
    /// Time for each answer; nil for the usual one.
    public var timeout: Duration?

    public init(_ client: any BusClient, _ path: ObjectPath, timeout: Duration? = nil) {
        self.client = client
        self.path = path
        self.timeout = timeout
    }

    /// adds an account, stores its password, and connects it unless told otherwise. Returns when everything is
    /// stored; whether the login works shows in Account1.State.
    /// - Parameters:
    ///   - jid: bare JID of the account.
    ///   - settings: as Account1.Settings, and on top of them one of: password (s); password-command (s): a command
    ///   line whose first line of output is the password, run at each login, nothing is stored then.
    ///   - options: enabled (b, default true). Unknown keys fail.
    /// - Returns: `account`: path of the new account.
    /// - Throws: InvalidAddress, InvalidArguments, AccountExists, SecretStorageFailed, StorageFailed, StorageFull
    /// Source: RFC 6120 §2.1.
    public func addAccount(jid: String, settings: Fields, options: Fields) async throws(BusError) -> ObjectPath {
        let reply = try await client.call(
            path, Manager1.interface.name, "AddAccount", [jid.busValue, settings.busValue, options.busValue],
            timeout: timeout)
        var output = Arguments(reply)
        return try output.next()
    }

    /// disconnects an account and deletes it with its history, its secrets and its state.
    /// - Parameters:
    ///   - account: its path.
    ///   - options: no keys yet; unknown keys fail.
    /// - Throws: InvalidArguments, NoSuchAccount, StorageFailed, StorageFull
    public func removeAccount(account: ObjectPath, options: Fields) async throws(BusError) {
        _ = try await client.call(
            path, Manager1.interface.name, "RemoveAccount", [account.busValue, options.busValue], timeout:
            timeout)
    }

    /// the path of an account by its address or id.
    /// - Parameters:
    ///   - name: a bare JID or an account's Id; empty means the default account: the only one, or else the enabled
    ///   one that was added first.
    /// - Returns: `account`: its path.
    /// - Throws: NoSuchAccount, InvalidAddress
    public func findAccount(name: String) async throws(BusError) -> ObjectPath {
        let reply = try await client.call(
            path, Manager1.interface.name, "FindAccount", [name.busValue], timeout: timeout)
        var output = Arguments(reply)
        return try output.next()
    }

    /// entries whose text has all words of a query; the last word may be the beginning of one.
    /// - Parameters:
    ///   - query: words; empty for all entries that the options let through.
    ///   - limit: at most this many, 1-500.
    ///   - options: account (s, JID or id); conversation (s, bare JID of the other side; where several accounts
    ///   have one with it, account says which); author (s, JID); before (x), after (x): µs since 1970 UTC; language
    ///   (s); kind (s, as in entries); has (as: file, link); order (s: newest, the default, or best); server (b):
    ///   before that, the server of the account, or of all accounts where it can, searches its archive for the
    ///   words, and what it finds is kept here; cursor (s): go on there. Unknown keys fail.
    /// - Returns: `entries`: as Conversation1 describes them, and: account (s), conversation (s), peer (s), matches
    /// (a(uu): where the words stand in the first text, begin and length in Unicode scalars).
    /// - Returns: `next`: cursor to go on; empty when there is no more.
    /// - Throws: InvalidArguments, NoSuchAccount, InvalidAddress, NotConnected, NotSupported, RemoteError, Timeout,
    /// StorageFailed
    public func search(
        query: String, limit: UInt32, options: Fields
    ) async throws(BusError) -> (entries: [Fields], next: String) {
        let reply = try await client.call(
            path, Manager1.interface.name, "Search", [query.busValue, limit.busValue, options.busValue],
            timeout: timeout)
        var output = Arguments(reply)
        return (entries: try output.next(), next: try output.next())
    }

    /// after which time entries are deleted here, where neither the account nor the conversation says otherwise. It
    /// takes effect at once.
    /// - Parameters:
    ///   - seconds: at least 60; 0: never.
    /// - Throws: InvalidArguments, StorageFailed, StorageFull
    public func setRetention(seconds: UInt32) async throws(BusError) {
        _ = try await client.call(
            path, Manager1.interface.name, "SetRetention", [seconds.busValue], timeout: timeout)
    }

    /// lines from the log kept in memory, oldest first. They never hold message texts or secrets.
    /// - Parameters:
    ///   - after: number of the last line already known; 0 for all that is there.
    ///   - limit: at most this many lines, 1-500.
    ///   - options: level (s: trace, debug, info, notice, warning, error): this level and above; label (s): only
    ///   lines whose label begins so. Unknown keys fail.
    /// - Returns: `next`: number to pass as `after` next time.
    /// - Returns: `lines`: number, µs since 1970 UTC, level, label, text.
    /// - Throws: InvalidArguments
    public func readLog(
        after: UInt64, limit: UInt32, options: Fields
    ) async throws(BusError) -> (next: UInt64, lines: [Row<UInt64, Int64, String, String, String>]) {
        let reply = try await client.call(
            path, Manager1.interface.name, "ReadLog", [after.busValue, limit.busValue, options.busValue],
            timeout: timeout)
        var output = Arguments(reply)
        return (next: try output.next(), lines: try output.next())
    }

    /// what was refused since the start, by reason.
    /// - Returns: `refusals`: stable code of the reason, the section that demands it, and how often.
    public func refusals() async throws(BusError) -> [Row<String, String, UInt64>] {
        let reply = try await client.call(
            path, Manager1.interface.name, "Refusals", [], timeout: timeout)
        var output = Arguments(reply)
        return try output.next()
    }

    /// says that the network is up again or that the machine has woken: every account that waits for its next try
    /// tries at once. The daemon listens to NetworkManager and logind by itself; this is for machines without them.
    public func networkChanged() async throws(BusError) {
        _ = try await client.call(
            path, Manager1.interface.name, "NetworkChanged", [], timeout: timeout)
    }

    /// returns its argument, for measuring and for asking whether the daemon answers.
    /// - Parameters:
    ///   - text: at most 1 MiB.
    /// - Returns: `answer`: the same text.
    /// - Throws: LimitExceeded
    public func echo(text: String) async throws(BusError) -> String {
        let reply = try await client.call(
            path, Manager1.interface.name, "Echo", [text.busValue], timeout: timeout)
        var output = Arguments(reply)
        return try output.next()
    }

    /// Reads: of the daemon, `0.1.0`.
    public func getVersion() async throws(BusError) -> String {
        try await client.property(path, Manager1.interface.name, "Version")
    }

    /// Reads: µs since 1970, UTC.
    public func getStartedAt() async throws(BusError) -> Int64 {
        try await client.property(path, Manager1.interface.name, "StartedAt")
    }

    /// Reads: where passwords are kept: `secret-service` or `sealed-file`.
    public func getSecretStorage() async throws(BusError) -> String {
        try await client.property(path, Manager1.interface.name, "SecretStorage")
    }

    /// Reads: seconds until entries are deleted; 0: never.
    public func getRetention() async throws(BusError) -> UInt32 {
        try await client.property(path, Manager1.interface.name, "Retention")
    }

    /// Reads: what the desktop is told of (docs/notifications.md). Keys: level (s: all, calls, none); text (b):
    /// whether texts are shown. Setting it changes the keys that are given; unknown keys fail.
    public func getNotifications() async throws(BusError) -> Fields {
        try await client.property(path, Manager1.interface.name, "Notifications")
    }

    /// Sets: what the desktop is told of (docs/notifications.md). Keys: level (s: all, calls, none); text (b):
    /// whether texts are shown. Setting it changes the keys that are given; unknown keys fail.
    public func setNotifications(to value: Fields) async throws(BusError) {
        try await client.setProperty(
            path, Manager1.interface.name, "Notifications", to: value.busValue)
    }

    /// Reads: what is logged: a level, or `label=level` pairs separated by commas, as
    /// `notice,saluton.session=debug`.
    public func getLogFilter() async throws(BusError) -> String {
        try await client.property(path, Manager1.interface.name, "LogFilter")
    }

    /// Sets: what is logged: a level, or `label=level` pairs separated by commas, as
    /// `notice,saluton.session=debug`.
    public func setLogFilter(to value: String) async throws(BusError) {
        try await client.setProperty(
            path, Manager1.interface.name, "LogFilter", to: value.busValue)
    }

    /// Reads all properties at once.
    public func properties() async throws(BusError) -> Manager1.Properties {
        try await client.properties(path)
    }

    /// Follows the properties: subscribe first, then read.
    public func changes() async throws(BusError) -> BusUpdates<PropertiesChanged> {
        try await client.changes(of: Manager1.Properties.self, at: path)
    }
}
