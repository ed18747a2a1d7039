// swift-format-ignore-file
// Generated from dbus/ by `swift run bindings`; do not edit.
public import DBusWire

/// the numbered log of everything that changed, at /org/saluton/Saluton1. To follow without gap or double:
/// Subscribe, then Read from the last number known, then apply the signals whose numbers come after. Kinds and the
/// JSON of each are in docs/events.md; readers ignore kinds and keys they do not know.
public enum Events1 {
    public typealias Outlet = BusAPI.Outlet<Properties>

    public static let interface = InterfaceDescription(
        "org.saluton.Events1",
        methods: [
            .init("Subscribe", [.init("options", "a{sv}")], [.init("newest", "t")]),
            .init("Unsubscribe", [], []),
            .init(
                "Read",
                [.init("after", "t"), .init("limit", "u"), .init("options", "a{sv}")],
                [.init("events", "a(txssss)"), .init("newest", "t"), .init("oldest", "t")]),
            .init(
                "OpenConsumer",
                [.init("name", "s"), .init("options", "a{sv}")],
                [.init("acknowledged", "t")]),
            .init(
                "ReadConsumer",
                [.init("name", "s"), .init("limit", "u")],
                [.init("events", "a(txssss)"), .init("newest", "t"), .init("lost", "t")]),
            .init("Acknowledge", [.init("name", "s"), .init("number", "t")], []),
            .init("Consumers", [], [.init("consumers", "a(stx)")]),
            .init("ForgetConsumer", [.init("name", "s")], []),
        ],
        properties: [
            .init("KeepDays", "u", isWritable: true, change: .value),
            .init("KeepEvents", "u", isWritable: true, change: .value),
        ],
        signals: [
            .init("Recorded", [.init("first", "t"), .init("last", "t"), .init("events", "a(txssss)")]),
        ],
        xml: #"""
          <interface name="org.saluton.Events1">
            <method name="Subscribe">
              <annotation name="org.saluton.Errors" value="InvalidArguments LimitExceeded"/>
              <annotation name="org.saluton.Command" value="saluton events --follow"/>
              <arg name="options" type="a{sv}" direction="in"/>
              <arg name="newest" type="t" direction="out"/>
            </method>
            <method name="Unsubscribe">
              <annotation name="org.saluton.Errors" value=""/>
              <annotation name="org.saluton.Command" value="saluton events --follow"/>
            </method>
            <method name="Read">
              <annotation name="org.saluton.Errors" value="InvalidArguments StorageFailed"/>
              <annotation name="org.saluton.Command" value="saluton events --since 0"/>
              <arg name="after" type="t" direction="in"/>
              <arg name="limit" type="u" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
              <arg name="events" type="a(txssss)" direction="out"/>
              <arg name="newest" type="t" direction="out"/>
              <arg name="oldest" type="t" direction="out"/>
            </method>
            <method name="OpenConsumer">
              <annotation name="org.saluton.Errors" value="InvalidArguments LimitExceeded StorageFailed"/>
              <annotation name="org.saluton.Command" value="saluton events --consumer pager"/>
              <arg name="name" type="s" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
              <arg name="acknowledged" type="t" direction="out"/>
            </method>
            <method name="ReadConsumer">
              <annotation name="org.saluton.Errors" value="InvalidArguments NoSuchConsumer StorageFailed"/>
              <annotation name="org.saluton.Command" value="saluton events --consumer pager"/>
              <arg name="name" type="s" direction="in"/>
              <arg name="limit" type="u" direction="in"/>
              <arg name="events" type="a(txssss)" direction="out"/>
              <arg name="newest" type="t" direction="out"/>
              <arg name="lost" type="t" direction="out"/>
            </method>
            <method name="Acknowledge">
              <annotation name="org.saluton.Errors" value="NoSuchConsumer StorageFailed"/>
              <annotation name="org.saluton.Command" value="saluton events --consumer pager"/>
              <arg name="name" type="s" direction="in"/>
              <arg name="number" type="t" direction="in"/>
            </method>
            <method name="Consumers">
              <annotation name="org.saluton.Errors" value="StorageFailed"/>
              <annotation name="org.saluton.Command" value="saluton events consumers"/>
              <arg name="consumers" type="a(stx)" direction="out"/>
            </method>
            <method name="ForgetConsumer">
              <annotation name="org.saluton.Errors" value="NoSuchConsumer StorageFailed"/>
              <annotation name="org.saluton.Command" value="saluton events forget pager"/>
              <arg name="name" type="s" direction="in"/>
            </method>
            <property name="KeepDays" type="u" access="readwrite">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="true"/>
            </property>
            <property name="KeepEvents" type="u" access="readwrite">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="true"/>
            </property>
            <signal name="Recorded">
              <arg name="first" type="t"/>
              <arg name="last" type="t"/>
              <arg name="events" type="a(txssss)"/>
            </signal>
          </interface>
        """#)

    /// The state of an object, as far as this interface shows it.
    public struct Properties: InterfaceProperties, Equatable {
        /// events that are older, in days, are trimmed; 0: however old they are. At first 90. What is too much goes
        /// before a call that sets it returns, and then hourly.
        public var keepDays: UInt32 = 0
        /// at most so many events are kept, the newest; 0: however many. At first 1,000,000.
        public var keepEvents: UInt32 = 0

        public static var interface: InterfaceDescription { Events1.interface }

        public init() {}

        public init(keepDays: UInt32 = 0, keepEvents: UInt32 = 0) {
            self.keepDays = keepDays
            self.keepEvents = keepEvents
        }

        public var values: [Value?] {
            [
                keepDays.busValue, keepEvents.busValue
            ]
        }

        public mutating func apply(_ fields: Fields) throws(BusError) {
            if let keepDays = try fields.get("KeepDays", as: UInt32.self) { self.keepDays = keepDays }
            if let keepEvents = try fields.get("KeepEvents", as: UInt32.self) { self.keepEvents = keepEvents }
        }
    }

    /// events were stored. Sent once for each commit, and only to those who subscribed. Read recovers them.
    public struct Recorded: BusSignal, Equatable {
        public static var interface: InterfaceName { Events1.interface.name }
        public static let member: MemberName = "Recorded"

        /// number of the first.
        public var first: UInt64
        /// number of the last: all numbers between belong to this commit.
        public var last: UInt64
        /// as in Read; empty where they are too many for a signal: then Read them.
        public var events: [Row<UInt64, Int64, String, String, String, String>]

        public init(first: UInt64, last: UInt64, events: [Row<UInt64, Int64, String, String, String, String>]) {
            self.first = first
            self.last = last
            self.events = events
        }

        public init?(arguments: [Value]) {
            guard arguments.count == 3,
                let first = UInt64(busValue: arguments[0]),
                let last = UInt64(busValue: arguments[1]),
                let events = [Row<UInt64, Int64, String, String, String, String>](busValue: arguments[2])
            else { return nil }
            self.first = first
            self.last = last
            self.events = events
        }

        public var arguments: [Value] { [first.busValue, last.busValue, events.busValue] }
    }
}

extension Outlet where Properties == Events1.Properties {
    /// events were stored. Sent once for each commit, and only to those who subscribed. Read recovers them.
    public func recorded(
        first: UInt64, last: UInt64, events: [Row<UInt64, Int64, String, String, String, String>], to receiver: Caller?
        = nil
    ) {
        emit(Events1.Recorded(first: first, last: last, events: events), to: receiver)
    }
}

/// The server's side of `org.saluton.Events1`.
public protocol Events1Service: Sendable {
    /// from now on the caller gets Recorded, until it unsubscribes or leaves the bus.
    /// - Parameters:
    ///   - options: watching (b, default false): a person is looking; while nobody is, servers are told so
    ///   (XEP-0352). Calling again replaces the options. Unknown keys fail.
    /// - Returns: `newest`: number of the newest event at this moment; 0 when there is none.
    /// - Throws: InvalidArguments, LimitExceeded
    func subscribe(_ call: BusCall, options: Fields) async throws(BusError) -> UInt64

    /// ends what Subscribe began; without effect where nothing was.
    func unsubscribe(_ call: BusCall) async throws(BusError)

    /// a page of the log, oldest first.
    /// - Parameters:
    ///   - after: number of the last event already known; 0 for the oldest that is kept.
    ///   - limit: at most this many events, 1-500. A page also ends at about 1 MiB.
    ///   - options: account (s): only events of the account with this Id. Unknown keys fail.
    /// - Returns: `events`: number, µs since 1970 UTC, kind, account Id or empty, conversation Id or empty, JSON
    /// object.
    /// - Returns: `newest`: number of the newest event in the log: when the last one read has it, there is no more.
    /// - Returns: `oldest`: number of the oldest event that is kept: when `after` + 1 is below it, some have been
    /// trimmed.
    /// - Throws: InvalidArguments, StorageFailed
    func read(
        _ call: BusCall, after: UInt64, limit: UInt32, options: Fields
    ) async throws(BusError) -> (events: [Row<UInt64, Int64, String, String, String, String>], newest: UInt64, oldest: UInt64)

    /// makes a named consumer, whose place in the log the daemon keeps; one that is there stays where it is.
    /// - Parameters:
    ///   - name: 1-64 of A-Z, a-z, 0-9, hyphen, dot and underscore.
    ///   - options: after (t): where a new one begins, behind this number, 0 for the oldest that is kept; absent:
    ///   from now on. reset (b, default false): an old one is moved there too. Unknown keys fail.
    /// - Returns: `acknowledged`: number of the last event it has dealt with.
    /// - Throws: InvalidArguments, LimitExceeded, StorageFailed
    func openConsumer(_ call: BusCall, name: String, options: Fields) async throws(BusError) -> UInt64

    /// the next events that a consumer has not acknowledged, oldest first; reading moves nothing.
    /// - Parameters:
    ///   - name: as in OpenConsumer.
    ///   - limit: at most this many events, 1-500. A page also ends at about 1 MiB.
    /// - Returns: `events`: as in Read.
    /// - Returns: `newest`: as in Read.
    /// - Returns: `lost`: 0; or, where events were trimmed that the consumer had not dealt with, the number of the
    /// last of them. There are no events then: acknowledge this number to go on behind it.
    /// - Throws: InvalidArguments, NoSuchConsumer, StorageFailed
    func readConsumer(
        _ call: BusCall, name: String, limit: UInt32
    ) async throws(BusError) -> (events: [Row<UInt64, Int64, String, String, String, String>], newest: UInt64, lost: UInt64)

    /// the consumer has dealt with everything up to a number; it never moves back.
    /// - Parameters:
    ///   - name: as in OpenConsumer.
    ///   - number: of the last event; one that was not given yet counts as the newest.
    /// - Throws: NoSuchConsumer, StorageFailed
    func acknowledge(_ call: BusCall, name: String, number: UInt64) async throws(BusError)

    /// all of them, in the order of their names.
    /// - Returns: `consumers`: name, last number acknowledged, when it was used last (µs since 1970, UTC).
    /// - Throws: StorageFailed
    func consumers(_ call: BusCall) async throws(BusError) -> [Row<String, UInt64, Int64>]

    /// removes a consumer and its place.
    /// - Parameters:
    ///   - name: as in OpenConsumer.
    /// - Throws: NoSuchConsumer, StorageFailed
    func forgetConsumer(_ call: BusCall, name: String) async throws(BusError)

    /// Sets: events that are older, in days, are trimmed; 0: however old they are. At first 90. What is too much
    /// goes before a call that sets it returns, and then hourly.
    func setKeepDays(_ call: BusCall, to value: UInt32) async throws(BusError)

    /// Sets: at most so many events are kept, the newest; 0: however many. At first 1,000,000.
    func setKeepEvents(_ call: BusCall, to value: UInt32) async throws(BusError)
}

extension Events1 {
    /// Puts a service and its outlet together, for the object tree.
    public static func serve(_ service: some Events1Service, _ outlet: Outlet) -> ServedInterface {
        ServedInterface(
            outlet,
            dispatch: { dispatch(service, $0, $1, $2) },
            set: { call, property, value in
                switch property {
                case 0:  // KeepDays
                    .later { () async throws(BusError) in
                        var input = Arguments([value])
                        try await service.setKeepDays(call, to: input.next())
                        return []
                    }
                case 1:  // KeepEvents
                    .later { () async throws(BusError) in
                        var input = Arguments([value])
                        try await service.setKeepEvents(call, to: input.next())
                        return []
                    }
                default: .unknownMember
                }
            })
    }

    private static func dispatch(
        _ service: some Events1Service, _ call: BusCall, _ method: Int, _ arguments: [Value]
    ) -> CallAnswer {
        switch method {
        case 0:  // Subscribe
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.subscribe(call, options: input.next())
                return [output.busValue]
            }
        case 1:  // Unsubscribe
            .later { () async throws(BusError) in
                try await service.unsubscribe(call)
                return []
            }
        case 2:  // Read
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.read(
                    call, after: input.next(), limit: input.next(), options: input.next())
                return [output.events.busValue, output.newest.busValue, output.oldest.busValue]
            }
        case 3:  // OpenConsumer
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.openConsumer(call, name: input.next(), options: input.next())
                return [output.busValue]
            }
        case 4:  // ReadConsumer
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.readConsumer(call, name: input.next(), limit: input.next())
                return [output.events.busValue, output.newest.busValue, output.lost.busValue]
            }
        case 5:  // Acknowledge
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                try await service.acknowledge(call, name: input.next(), number: input.next())
                return []
            }
        case 6:  // Consumers
            .later { () async throws(BusError) in
                let output = try await service.consumers(call)
                return [output.busValue]
            }
        case 7:  // ForgetConsumer
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                try await service.forgetConsumer(call, name: input.next())
                return []
            }
        default: .unknownMember
        }
    }
}

/// The client's side of `org.saluton.Events1`, for one object.
public struct Events1Proxy: Sendable {
    public let client: any BusClient
    public let path: ObjectPath
    /// Time for each answer; nil for the usual one.
    public var timeout: Duration?

    public init(_ client: any BusClient, _ path: ObjectPath, timeout: Duration? = nil) {
        self.client = client
        self.path = path
        self.timeout = timeout
    }

    /// from now on the caller gets Recorded, until it unsubscribes or leaves the bus.
    /// - Parameters:
    ///   - options: watching (b, default false): a person is looking; while nobody is, servers are told so
    ///   (XEP-0352). Calling again replaces the options. Unknown keys fail.
    /// - Returns: `newest`: number of the newest event at this moment; 0 when there is none.
    /// - Throws: InvalidArguments, LimitExceeded
    public func subscribe(options: Fields) async throws(BusError) -> UInt64 {
        let reply = try await client.call(
            path, Events1.interface.name, "Subscribe", [options.busValue], timeout: timeout)
        var output = Arguments(reply)
        return try output.next()
    }

    /// ends what Subscribe began; without effect where nothing was.
    public func unsubscribe() async throws(BusError) {
        _ = try await client.call(
            path, Events1.interface.name, "Unsubscribe", [], timeout: timeout)
    }

    /// a page of the log, oldest first.
    /// - Parameters:
    ///   - after: number of the last event already known; 0 for the oldest that is kept.
    ///   - limit: at most this many events, 1-500. A page also ends at about 1 MiB.
    ///   - options: account (s): only events of the account with this Id. Unknown keys fail.
    /// - Returns: `events`: number, µs since 1970 UTC, kind, account Id or empty, conversation Id or empty, JSON
    /// object.
    /// - Returns: `newest`: number of the newest event in the log: when the last one read has it, there is no more.
    /// - Returns: `oldest`: number of the oldest event that is kept: when `after` + 1 is below it, some have been
    /// trimmed.
    /// - Throws: InvalidArguments, StorageFailed
    public func read(
        after: UInt64, limit: UInt32, options: Fields
    ) async throws(BusError) -> (events: [Row<UInt64, Int64, String, String, String, String>], newest: UInt64, oldest: UInt64) {
        let reply = try await client.call(
            path, Events1.interface.name, "Read", [after.busValue, limit.busValue, options.busValue], timeout:
            timeout)
        var output = Arguments(reply)
        return (events: try output.next(), newest: try output.next(), oldest: try output.next())
    }

    /// makes a named consumer, whose place in the log the daemon keeps; one that is there stays where it is.
    /// - Parameters:
    ///   - name: 1-64 of A-Z, a-z, 0-9, hyphen, dot and underscore.
    ///   - options: after (t): where a new one begins, behind this number, 0 for the oldest that is kept; absent:
    ///   from now on. reset (b, default false): an old one is moved there too. Unknown keys fail.
    /// - Returns: `acknowledged`: number of the last event it has dealt with.
    /// - Throws: InvalidArguments, LimitExceeded, StorageFailed
    public func openConsumer(name: String, options: Fields) async throws(BusError) -> UInt64 {
        let reply = try await client.call(
            path, Events1.interface.name, "OpenConsumer", [name.busValue, options.busValue], timeout: timeout)
        var output = Arguments(reply)
        return try output.next()
    }

    /// the next events that a consumer has not acknowledged, oldest first; reading moves nothing.
    /// - Parameters:
    ///   - name: as in OpenConsumer.
    ///   - limit: at most this many events, 1-500. A page also ends at about 1 MiB.
    /// - Returns: `events`: as in Read.
    /// - Returns: `newest`: as in Read.
    /// - Returns: `lost`: 0; or, where events were trimmed that the consumer had not dealt with, the number of the
    /// last of them. There are no events then: acknowledge this number to go on behind it.
    /// - Throws: InvalidArguments, NoSuchConsumer, StorageFailed
    public func readConsumer(
        name: String, limit: UInt32
    ) async throws(BusError) -> (events: [Row<UInt64, Int64, String, String, String, String>], newest: UInt64, lost: UInt64) {
        let reply = try await client.call(
            path, Events1.interface.name, "ReadConsumer", [name.busValue, limit.busValue], timeout: timeout)
        var output = Arguments(reply)
        return (events: try output.next(), newest: try output.next(), lost: try output.next())
    }

    /// the consumer has dealt with everything up to a number; it never moves back.
    /// - Parameters:
    ///   - name: as in OpenConsumer.
    ///   - number: of the last event; one that was not given yet counts as the newest.
    /// - Throws: NoSuchConsumer, StorageFailed
    public func acknowledge(name: String, number: UInt64) async throws(BusError) {
        _ = try await client.call(
            path, Events1.interface.name, "Acknowledge", [name.busValue, number.busValue], timeout: timeout)
    }

    /// all of them, in the order of their names.
    /// - Returns: `consumers`: name, last number acknowledged, when it was used last (µs since 1970, UTC).
    /// - Throws: StorageFailed
    public func consumers() async throws(BusError) -> [Row<String, UInt64, Int64>] {
        let reply = try await client.call(
            path, Events1.interface.name, "Consumers", [], timeout: timeout)
        var output = Arguments(reply)
        return try output.next()
    }

    /// removes a consumer and its place.
    /// - Parameters:
    ///   - name: as in OpenConsumer.
    /// - Throws: NoSuchConsumer, StorageFailed
    public func forgetConsumer(name: String) async throws(BusError) {
        _ = try await client.call(
            path, Events1.interface.name, "ForgetConsumer", [name.busValue], timeout: timeout)
    }

    /// Reads: events that are older, in days, are trimmed; 0: however old they are. At first 90. What is too much
    /// goes before a call that sets it returns, and then hourly.
    public func getKeepDays() async throws(BusError) -> UInt32 {
        try await client.property(path, Events1.interface.name, "KeepDays")
    }

    /// Sets: events that are older, in days, are trimmed; 0: however old they are. At first 90. What is too much
    /// goes before a call that sets it returns, and then hourly.
    public func setKeepDays(to value: UInt32) async throws(BusError) {
        try await client.setProperty(
            path, Events1.interface.name, "KeepDays", to: value.busValue)
    }

    /// Reads: at most so many events are kept, the newest; 0: however many. At first 1,000,000.
    public func getKeepEvents() async throws(BusError) -> UInt32 {
        try await client.property(path, Events1.interface.name, "KeepEvents")
    }

    /// Sets: at most so many events are kept, the newest; 0: however many. At first 1,000,000.
    public func setKeepEvents(to value: UInt32) async throws(BusError) {
        try await client.setProperty(
            path, Events1.interface.name, "KeepEvents", to: value.busValue)
    }

    /// Reads all properties at once.
    public func properties() async throws(BusError) -> Events1.Properties {
        try await client.properties(path)
    }

    /// Follows the properties: subscribe first, then read.
    public func changes() async throws(BusError) -> BusUpdates<PropertiesChanged> {
        try await client.changes(of: Events1.Properties.self, at: path)
    }

    /// events were stored. Sent once for each commit, and only to those who subscribed. Read recovers them.
    public func recorded() async throws(BusError) -> BusUpdates<Events1.Recorded> {
        try await client.signals(at: path)
    }
}
