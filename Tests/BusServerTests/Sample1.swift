// swift-format-ignore-file
// Generated from dbus/ by `swift run bindings`; do not edit.
public import BusAPI
public import DBusWire

/// an interface with everything that the generator knows, for tests. Ours.
public enum Sample1 {
    public typealias Outlet = BusAPI.Outlet<Properties>

    public static let interface = InterfaceDescription(
        "org.saluton.Sample1",
        methods: [
            .init("Echo", [.init("text", "s")], [.init("answer", "s")]),
            .init(
                "Join",
                [.init("words", "as"), .init("options", "a{sv}")],
                [.init("joined", "s"), .init("counts", "a(st)")]),
            .init("Fail", [], []),
            .init("HandOver", [.init("in", "h")], [.init("reply-to", "h")]),
            .init("Ring", [.init("number", "u")], []),
        ],
        properties: [
            .init("Alias", "s", isWritable: true, change: .value),
            .init("BoundJID", "s", isWritable: false, change: .value),
            .init("Mood", "a{ss}", isWritable: false, change: .value),
            .init("Large", "ay", isWritable: false, change: .invalidation),
            .init("Ticks", "t", isWritable: false, change: .never),
            .init("Born", "x", isWritable: false, change: .constant),
        ],
        signals: [
            .init("Rang", [.init("number", "u"), .init("details", "a{sv}")]),
        ],
        xml: #"""
          <interface name="org.saluton.Sample1">
            <method name="Echo">
              <annotation name="org.saluton.Errors" value=""/>
              <annotation name="org.saluton.Command" value="sample echo &lt;text&gt;"/>
              <annotation name="org.saluton.Inline" value="true"/>
              <arg name="text" type="s" direction="in"/>
              <arg name="answer" type="s" direction="out"/>
            </method>
            <method name="Join">
              <annotation name="org.saluton.Errors" value="InvalidArguments"/>
              <arg name="words" type="as" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
              <arg name="joined" type="s" direction="out"/>
              <arg name="counts" type="a(st)" direction="out"/>
            </method>
            <method name="Fail">
              <annotation name="org.saluton.Errors" value="NoSuchThing"/>
            </method>
            <method name="HandOver">
              <annotation name="org.saluton.Errors" value=""/>
              <arg name="in" type="h" direction="in"/>
              <arg name="reply-to" type="h" direction="out"/>
            </method>
            <method name="Ring">
              <annotation name="org.saluton.Errors" value=""/>
              <annotation name="org.saluton.Inline" value="true"/>
              <arg name="number" type="u" direction="in"/>
            </method>
            <property name="Alias" type="s" access="readwrite">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="true"/>
            </property>
            <property name="BoundJID" type="s" access="read"/>
            <property name="Mood" type="a{ss}" access="read">
              <annotation name="org.saluton.Optional" value="true"/>
            </property>
            <property name="Large" type="ay" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="invalidates"/>
            </property>
            <property name="Ticks" type="t" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="false"/>
            </property>
            <property name="Born" type="x" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="const"/>
            </property>
            <signal name="Rang">
              <arg name="number" type="u"/>
              <arg name="details" type="a{sv}"/>
            </signal>
          </interface>
        """#)

    /// The state of an object, as far as this interface shows it.
    public struct Properties: InterfaceProperties, Equatable {
        /// may be set.
        public var alias: String = ""
        /// an ordinary one.
        public var boundJID: String = ""
        /// may be absent.
        public var mood: OrderedEntries<String, String>?
        /// is announced without its value.
        public var large: [UInt8] = []
        /// is not announced.
        public var ticks: UInt64 = 0
        /// never changes.
        public var born: Int64 = 0

        public static var interface: InterfaceDescription { Sample1.interface }

        public init() {}

        public init(
            alias: String = "", boundJID: String = "", mood: OrderedEntries<String, String>? = nil, large: [UInt8] = [],
            ticks: UInt64 = 0, born: Int64 = 0
        ) {
            self.alias = alias
            self.boundJID = boundJID
            self.mood = mood
            self.large = large
            self.ticks = ticks
            self.born = born
        }

        public var values: [Value?] {
            [
                alias.busValue, boundJID.busValue, mood?.busValue, large.busValue, ticks.busValue, born.busValue
            ]
        }

        public mutating func apply(_ fields: Fields) throws(BusError) {
            if let alias = try fields.get("Alias", as: String.self) { self.alias = alias }
            if let boundJID = try fields.get("BoundJID", as: String.self) { self.boundJID = boundJID }
            if let mood = try fields.get("Mood", as: OrderedEntries<String, String>.self) { self.mood = mood }
            if let large = try fields.get("Large", as: [UInt8].self) { self.large = large }
            if let ticks = try fields.get("Ticks", as: UInt64.self) { self.ticks = ticks }
            if let born = try fields.get("Born", as: Int64.self) { self.born = born }
        }
    }

    /// somebody rang.
    public struct Rang: BusSignal, Equatable {
        public static var interface: InterfaceName { Sample1.interface.name }
        public static let member: MemberName = "Rang"

        /// as given.
        public var number: UInt32
        /// more (a{sv}).
        public var details: Fields

        public init(number: UInt32, details: Fields) {
            self.number = number
            self.details = details
        }

        public init?(arguments: [Value]) {
            guard arguments.count == 2,
                let number = UInt32(busValue: arguments[0]),
                let details = Fields(busValue: arguments[1])
            else { return nil }
            self.number = number
            self.details = details
        }

        public var arguments: [Value] { [number.busValue, details.busValue] }
    }
}

extension Outlet where Properties == Sample1.Properties {
    /// somebody rang.
    public func rang(number: UInt32, details: Fields, to receiver: Caller? = nil) {
        emit(Sample1.Rang(number: number, details: details), to: receiver)
    }
}

/// The server's side of `org.saluton.Sample1`.
public protocol Sample1Service: Sendable {
    /// returns its argument.
    /// - Parameters:
    ///   - text: any.
    /// - Returns: `answer`: the same.
    func echo(_ call: BusCall, text: String) throws(BusError) -> String

    /// joins words and counts them.
    /// - Parameters:
    ///   - words: at least one.
    ///   - options: separator (s). Unknown keys fail.
    /// - Returns: `joined`: the text.
    /// - Returns: `counts`: each word with its length.
    /// - Throws: InvalidArguments
    /// Source: nowhere.
    func join(
        _ call: BusCall, words: [String], options: Fields
    ) async throws(BusError) -> (joined: String, counts: [Row<String, UInt64>])

    /// always fails.
    /// - Throws: NoSuchThing
    func fail(_ call: BusCall) async throws(BusError)

    /// returns a descriptor.
    /// - Parameters:
    ///   - in: to a pipe.
    /// - Returns: `replyTo`: the same pipe.
    func handOver(_ call: BusCall, in: OwnedDescriptor) async throws(BusError) -> OwnedDescriptor

    /// emits Rang, and only to the caller.
    /// - Parameters:
    ///   - number: any.
    func ring(_ call: BusCall, number: UInt32) throws(BusError)

    /// Sets: may be set.
    func setAlias(_ call: BusCall, to value: String) async throws(BusError)
}

extension Sample1 {
    /// Puts a service and its outlet together, for the object tree.
    public static func serve(_ service: some Sample1Service, _ outlet: Outlet) -> ServedInterface {
        ServedInterface(
            outlet,
            dispatch: { dispatch(service, $0, $1, $2) },
            set: { call, property, value in
                switch property {
                case 0:  // Alias
                    .later { () async throws(BusError) in
                        var input = Arguments([value])
                        try await service.setAlias(call, to: input.next())
                        return []
                    }
                default: .unknownMember
                }
            })
    }

    private static func dispatch(
        _ service: some Sample1Service, _ call: BusCall, _ method: Int, _ arguments: [Value]
    ) -> CallAnswer {
        switch method {
        case 0:  // Echo
            .now { () throws(BusError) in
                var input = Arguments(arguments)
                let output = try service.echo(call, text: input.next())
                return [output.busValue]
            }
        case 1:  // Join
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.join(call, words: input.next(), options: input.next())
                return [output.joined.busValue, output.counts.busValue]
            }
        case 2:  // Fail
            .later { () async throws(BusError) in
                try await service.fail(call)
                return []
            }
        case 3:  // HandOver
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.handOver(call, in: input.next())
                return [output.busValue]
            }
        case 4:  // Ring
            .now { () throws(BusError) in
                var input = Arguments(arguments)
                try service.ring(call, number: input.next())
                return []
            }
        default: .unknownMember
        }
    }
}

/// The client's side of `org.saluton.Sample1`, for one object.
public struct Sample1Proxy: Sendable {
    public let client: any BusClient
    public let path: ObjectPath
    /// Time for each answer; nil for the usual one.
    public var timeout: Duration?

    public init(_ client: any BusClient, _ path: ObjectPath, timeout: Duration? = nil) {
        self.client = client
        self.path = path
        self.timeout = timeout
    }

    /// returns its argument.
    /// - Parameters:
    ///   - text: any.
    /// - Returns: `answer`: the same.
    public func echo(text: String) async throws(BusError) -> String {
        let reply = try await client.call(
            path, Sample1.interface.name, "Echo", [text.busValue], timeout: timeout)
        var output = Arguments(reply)
        return try output.next()
    }

    /// joins words and counts them.
    /// - Parameters:
    ///   - words: at least one.
    ///   - options: separator (s). Unknown keys fail.
    /// - Returns: `joined`: the text.
    /// - Returns: `counts`: each word with its length.
    /// - Throws: InvalidArguments
    /// Source: nowhere.
    public func join(
        words: [String], options: Fields
    ) async throws(BusError) -> (joined: String, counts: [Row<String, UInt64>]) {
        let reply = try await client.call(
            path, Sample1.interface.name, "Join", [words.busValue, options.busValue], timeout: timeout)
        var output = Arguments(reply)
        return (joined: try output.next(), counts: try output.next())
    }

    /// always fails.
    /// - Throws: NoSuchThing
    public func fail() async throws(BusError) {
        _ = try await client.call(
            path, Sample1.interface.name, "Fail", [], timeout: timeout)
    }

    /// returns a descriptor.
    /// - Parameters:
    ///   - in: to a pipe.
    /// - Returns: `replyTo`: the same pipe.
    public func handOver(in: OwnedDescriptor) async throws(BusError) -> OwnedDescriptor {
        let reply = try await client.call(
            path, Sample1.interface.name, "HandOver", [`in`.busValue], timeout: timeout)
        var output = Arguments(reply)
        return try output.next()
    }

    /// emits Rang, and only to the caller.
    /// - Parameters:
    ///   - number: any.
    public func ring(number: UInt32) async throws(BusError) {
        _ = try await client.call(
            path, Sample1.interface.name, "Ring", [number.busValue], timeout: timeout)
    }

    /// Reads: may be set.
    public func getAlias() async throws(BusError) -> String {
        try await client.property(path, Sample1.interface.name, "Alias")
    }

    /// Sets: may be set.
    public func setAlias(to value: String) async throws(BusError) {
        try await client.setProperty(
            path, Sample1.interface.name, "Alias", to: value.busValue)
    }

    /// Reads: an ordinary one.
    public func getBoundJID() async throws(BusError) -> String {
        try await client.property(path, Sample1.interface.name, "BoundJID")
    }

    /// Reads: may be absent.
    public func getMood() async throws(BusError) -> OrderedEntries<String, String> {
        try await client.property(path, Sample1.interface.name, "Mood")
    }

    /// Reads: is announced without its value.
    public func getLarge() async throws(BusError) -> [UInt8] {
        try await client.property(path, Sample1.interface.name, "Large")
    }

    /// Reads: is not announced.
    public func getTicks() async throws(BusError) -> UInt64 {
        try await client.property(path, Sample1.interface.name, "Ticks")
    }

    /// Reads: never changes.
    public func getBorn() async throws(BusError) -> Int64 {
        try await client.property(path, Sample1.interface.name, "Born")
    }

    /// Reads all properties at once.
    public func properties() async throws(BusError) -> Sample1.Properties {
        try await client.properties(path)
    }

    /// Follows the properties: subscribe first, then read.
    public func changes() async throws(BusError) -> BusUpdates<PropertiesChanged> {
        try await client.changes(of: Sample1.Properties.self, at: path)
    }

    /// somebody rang.
    public func rang() async throws(BusError) -> BusUpdates<Sample1.Rang> {
        try await client.signals(at: path)
    }
}
