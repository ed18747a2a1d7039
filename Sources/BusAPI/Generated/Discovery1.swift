// swift-format-ignore-file
// Generated from dbus/ by `swift run bindings`; do not edit.
public import DBusWire

/// questions to servers and other clients; on the account's object. Each waits for the answer at most 30 seconds,
/// or as long as option `timeout` (u, 1-300 seconds) says; other unknown keys fail.
public enum Discovery1 {
    public typealias Outlet = BusAPI.Outlet<Properties>

    public static let interface = InterfaceDescription(
        "org.saluton.Discovery1",
        methods: [
            .init(
                "Info",
                [.init("jid", "s"), .init("node", "s"), .init("options", "a{sv}")],
                [.init("info", "a{sv}")]),
            .init(
                "Items",
                [.init("jid", "s"), .init("node", "s"), .init("options", "a{sv}")],
                [.init("items", "a(sss)")]),
            .init("Version", [.init("jid", "s"), .init("options", "a{sv}")], [.init("version", "a{sv}")]),
            .init(
                "Time",
                [.init("jid", "s"), .init("options", "a{sv}")],
                [.init("utc", "x"), .init("offset", "i")]),
            .init(
                "LastActivity",
                [.init("jid", "s"), .init("options", "a{sv}")],
                [.init("seconds", "t"), .init("status", "s")]),
            .init("Ping", [.init("jid", "s"), .init("options", "a{sv}")], [.init("elapsed", "x")]),
        ],
        properties: [],
        signals: [],
        xml: #"""
          <interface name="org.saluton.Discovery1">
            <method name="Info">
              <annotation name="org.saluton.Errors" value="InvalidAddress InvalidArguments NotConnected RemoteError Timeout"/>
              <annotation name="org.saluton.Command" value="saluton info disco example.org"/>
              <arg name="jid" type="s" direction="in"/>
              <arg name="node" type="s" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
              <arg name="info" type="a{sv}" direction="out"/>
            </method>
            <method name="Items">
              <annotation name="org.saluton.Errors" value="InvalidAddress InvalidArguments NotConnected RemoteError Timeout"/>
              <annotation name="org.saluton.Command" value="saluton info disco example.org --items"/>
              <arg name="jid" type="s" direction="in"/>
              <arg name="node" type="s" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
              <arg name="items" type="a(sss)" direction="out"/>
            </method>
            <method name="Version">
              <annotation name="org.saluton.Errors" value="InvalidAddress InvalidArguments NotConnected RemoteError Timeout"/>
              <annotation name="org.saluton.Command" value="saluton info version example.org"/>
              <arg name="jid" type="s" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
              <arg name="version" type="a{sv}" direction="out"/>
            </method>
            <method name="Time">
              <annotation name="org.saluton.Errors" value="InvalidAddress InvalidArguments NotConnected RemoteError Timeout"/>
              <annotation name="org.saluton.Command" value="saluton info time example.org"/>
              <arg name="jid" type="s" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
              <arg name="utc" type="x" direction="out"/>
              <arg name="offset" type="i" direction="out"/>
            </method>
            <method name="LastActivity">
              <annotation name="org.saluton.Errors" value="InvalidAddress InvalidArguments NotConnected RemoteError Timeout"/>
              <annotation name="org.saluton.Command" value="saluton info last romeo@example.org"/>
              <arg name="jid" type="s" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
              <arg name="seconds" type="t" direction="out"/>
              <arg name="status" type="s" direction="out"/>
            </method>
            <method name="Ping">
              <annotation name="org.saluton.Errors" value="InvalidAddress InvalidArguments NotConnected RemoteError Timeout"/>
              <annotation name="org.saluton.Command" value="saluton info ping example.org"/>
              <arg name="jid" type="s" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
              <arg name="elapsed" type="x" direction="out"/>
            </method>
          </interface>
        """#)

    /// The state of an object, as far as this interface shows it.
    public struct Properties: InterfaceProperties, Equatable {
        public static var interface: InterfaceDescription { Discovery1.interface }

        public init() {}

        public var values: [Value?] { [] }

        public mutating func apply(_ fields: Fields) throws(BusError) {}
    }
}

/// The server's side of `org.saluton.Discovery1`.
public protocol Discovery1Service: Sendable {
    /// who an address is and what it can do.
    /// - Parameters:
    ///   - jid: bare or full JID, or a domain; empty for the account's server.
    ///   - node: empty for none.
    ///   - options: timeout (u); fresh (b): do not answer from what is known.
    /// - Returns: `info`: identities (a(ssss): category, type, language, name), features (as), forms (aa{sv}: each
    /// field a list of texts, as).
    /// - Throws: InvalidAddress, InvalidArguments, NotConnected, RemoteError, Timeout
    /// Source: XEP-0030 §3, XEP-0128.
    func info(_ call: BusCall, jid: String, node: String, options: Fields) async throws(BusError) -> Fields

    /// what belongs to an address.
    /// - Parameters:
    ///   - jid: as in Info.
    ///   - node: as in Info.
    ///   - options: as in Info.
    /// - Returns: `items`: JID, node, name.
    /// - Throws: InvalidAddress, InvalidArguments, NotConnected, RemoteError, Timeout
    /// Source: XEP-0030 §4.
    func items(
        _ call: BusCall, jid: String, node: String, options: Fields
    ) async throws(BusError) -> [Row<String, String, String>]

    /// the other side's software.
    /// - Parameters:
    ///   - jid: as in Info.
    ///   - options: timeout (u).
    /// - Returns: `version`: name (s), version (s), os (s, absent when not told).
    /// - Throws: InvalidAddress, InvalidArguments, NotConnected, RemoteError, Timeout
    /// Source: XEP-0092.
    func version(_ call: BusCall, jid: String, options: Fields) async throws(BusError) -> Fields

    /// the other side's clock.
    /// - Parameters:
    ///   - jid: as in Info.
    ///   - options: timeout (u).
    /// - Returns: `utc`: µs since 1970.
    /// - Returns: `offset`: minutes east of UTC.
    /// - Throws: InvalidAddress, InvalidArguments, NotConnected, RemoteError, Timeout
    /// Source: XEP-0202.
    func time(_ call: BusCall, jid: String, options: Fields) async throws(BusError) -> (utc: Int64, offset: Int32)

    /// of a contact: since when it is offline; of a client: since when it is idle; of a server: since when it runs.
    /// - Parameters:
    ///   - jid: as in Info.
    ///   - options: timeout (u).
    /// - Returns: `seconds`: since then.
    /// - Returns: `status`: the last status text; empty when none.
    /// - Throws: InvalidAddress, InvalidArguments, NotConnected, RemoteError, Timeout
    /// Source: XEP-0012.
    func lastActivity(
        _ call: BusCall, jid: String, options: Fields
    ) async throws(BusError) -> (seconds: UInt64, status: String)

    /// how long an answer takes.
    /// - Parameters:
    ///   - jid: as in Info.
    ///   - options: timeout (u).
    /// - Returns: `elapsed`: µs.
    /// - Throws: InvalidAddress, InvalidArguments, NotConnected, RemoteError, Timeout
    /// Source: XEP-0199 §4.
    func ping(_ call: BusCall, jid: String, options: Fields) async throws(BusError) -> Int64
}

extension Discovery1 {
    /// Puts a service and its outlet together, for the object tree.
    public static func serve(_ service: some Discovery1Service, _ outlet: Outlet) -> ServedInterface {
        ServedInterface(
            outlet,
            dispatch: { dispatch(service, $0, $1, $2) },
            set: { _, _, _ in .unknownMember })
    }

    private static func dispatch(
        _ service: some Discovery1Service, _ call: BusCall, _ method: Int, _ arguments: [Value]
    ) -> CallAnswer {
        switch method {
        case 0:  // Info
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.info(
                    call, jid: input.next(), node: input.next(), options: input.next())
                return [output.busValue]
            }
        case 1:  // Items
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.items(
                    call, jid: input.next(), node: input.next(), options: input.next())
                return [output.busValue]
            }
        case 2:  // Version
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.version(call, jid: input.next(), options: input.next())
                return [output.busValue]
            }
        case 3:  // Time
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.time(call, jid: input.next(), options: input.next())
                return [output.utc.busValue, output.offset.busValue]
            }
        case 4:  // LastActivity
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.lastActivity(call, jid: input.next(), options: input.next())
                return [output.seconds.busValue, output.status.busValue]
            }
        case 5:  // Ping
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.ping(call, jid: input.next(), options: input.next())
                return [output.busValue]
            }
        default: .unknownMember
        }
    }
}

/// The client's side of `org.saluton.Discovery1`, for one object.
public struct Discovery1Proxy: Sendable {
    public let client: any BusClient
    public let path: ObjectPath
    /// Time for each answer; nil for the usual one.
    public var timeout: Duration?

    public init(_ client: any BusClient, _ path: ObjectPath, timeout: Duration? = nil) {
        self.client = client
        self.path = path
        self.timeout = timeout
    }

    /// who an address is and what it can do.
    /// - Parameters:
    ///   - jid: bare or full JID, or a domain; empty for the account's server.
    ///   - node: empty for none.
    ///   - options: timeout (u); fresh (b): do not answer from what is known.
    /// - Returns: `info`: identities (a(ssss): category, type, language, name), features (as), forms (aa{sv}: each
    /// field a list of texts, as).
    /// - Throws: InvalidAddress, InvalidArguments, NotConnected, RemoteError, Timeout
    /// Source: XEP-0030 §3, XEP-0128.
    public func info(jid: String, node: String, options: Fields) async throws(BusError) -> Fields {
        let reply = try await client.call(
            path, Discovery1.interface.name, "Info", [jid.busValue, node.busValue, options.busValue], timeout:
            timeout)
        var output = Arguments(reply)
        return try output.next()
    }

    /// what belongs to an address.
    /// - Parameters:
    ///   - jid: as in Info.
    ///   - node: as in Info.
    ///   - options: as in Info.
    /// - Returns: `items`: JID, node, name.
    /// - Throws: InvalidAddress, InvalidArguments, NotConnected, RemoteError, Timeout
    /// Source: XEP-0030 §4.
    public func items(
        jid: String, node: String, options: Fields
    ) async throws(BusError) -> [Row<String, String, String>] {
        let reply = try await client.call(
            path, Discovery1.interface.name, "Items", [jid.busValue, node.busValue, options.busValue], timeout:
            timeout)
        var output = Arguments(reply)
        return try output.next()
    }

    /// the other side's software.
    /// - Parameters:
    ///   - jid: as in Info.
    ///   - options: timeout (u).
    /// - Returns: `version`: name (s), version (s), os (s, absent when not told).
    /// - Throws: InvalidAddress, InvalidArguments, NotConnected, RemoteError, Timeout
    /// Source: XEP-0092.
    public func version(jid: String, options: Fields) async throws(BusError) -> Fields {
        let reply = try await client.call(
            path, Discovery1.interface.name, "Version", [jid.busValue, options.busValue], timeout: timeout)
        var output = Arguments(reply)
        return try output.next()
    }

    /// the other side's clock.
    /// - Parameters:
    ///   - jid: as in Info.
    ///   - options: timeout (u).
    /// - Returns: `utc`: µs since 1970.
    /// - Returns: `offset`: minutes east of UTC.
    /// - Throws: InvalidAddress, InvalidArguments, NotConnected, RemoteError, Timeout
    /// Source: XEP-0202.
    public func time(jid: String, options: Fields) async throws(BusError) -> (utc: Int64, offset: Int32) {
        let reply = try await client.call(
            path, Discovery1.interface.name, "Time", [jid.busValue, options.busValue], timeout: timeout)
        var output = Arguments(reply)
        return (utc: try output.next(), offset: try output.next())
    }

    /// of a contact: since when it is offline; of a client: since when it is idle; of a server: since when it runs.
    /// - Parameters:
    ///   - jid: as in Info.
    ///   - options: timeout (u).
    /// - Returns: `seconds`: since then.
    /// - Returns: `status`: the last status text; empty when none.
    /// - Throws: InvalidAddress, InvalidArguments, NotConnected, RemoteError, Timeout
    /// Source: XEP-0012.
    public func lastActivity(jid: String, options: Fields) async throws(BusError) -> (seconds: UInt64, status: String) {
        let reply = try await client.call(
            path, Discovery1.interface.name, "LastActivity", [jid.busValue, options.busValue], timeout: timeout)
        var output = Arguments(reply)
        return (seconds: try output.next(), status: try output.next())
    }

    /// how long an answer takes.
    /// - Parameters:
    ///   - jid: as in Info.
    ///   - options: timeout (u).
    /// - Returns: `elapsed`: µs.
    /// - Throws: InvalidAddress, InvalidArguments, NotConnected, RemoteError, Timeout
    /// Source: XEP-0199 §4.
    public func ping(jid: String, options: Fields) async throws(BusError) -> Int64 {
        let reply = try await client.call(
            path, Discovery1.interface.name, "Ping", [jid.busValue, options.busValue], timeout: timeout)
        var output = Arguments(reply)
        return try output.next()
    }
}
