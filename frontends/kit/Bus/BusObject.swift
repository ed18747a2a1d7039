internal import DBusWire

/// An object of the daemon, and one of its interfaces.
struct BusObject: Sendable {
    let daemon: Daemon
    let path: ObjectPath
    let interface: InterfaceName

    /// Calls a method; the answer's values are taken by `Answer`.
    func call(
        _ member: MemberName, _ arguments: [Value] = [], timeout: Duration = WireLimits.replyTime
    ) async throws(DaemonError) -> Answer {
        var call = MethodCall(to: daemon.owner, path: path, interface: interface, member: member, arguments)
        call.startsService = false
        do { return Answer(member, try await daemon.bus.call(call, timeout: timeout)) } catch { throw DaemonError(error) }
    }

    /// All properties of the interface.
    func properties() async throws(DaemonError) -> [Value.Field] {
        let properties = BusObject(daemon: daemon, path: path, interface: "org.freedesktop.DBus.Properties")
        return try await properties.call("GetAll", [.string(interface.rawValue)]).fields(0)
    }

    /// Sets one property.
    func set(_ property: String, to value: Value) async throws(DaemonError) {
        let properties = BusObject(daemon: daemon, path: path, interface: "org.freedesktop.DBus.Properties")
        _ = try await properties.call("Set", [.string(interface.rawValue), .string(property), .variant(value)])
    }
}

/// The values of an answer; anything else than what the API promises is an error.
struct Answer: Sendable {
    private let member: MemberName
    private let values: [Value]

    init(_ member: MemberName, _ values: [Value]) {
        self.member = member
        self.values = values
    }

    func string(_ place: Int) throws(DaemonError) -> String {
        guard case .string(let text)? = value(place) else { throw bad(place) }
        return text
    }

    func path(_ place: Int) throws(DaemonError) -> ObjectPath {
        guard case .path(let path)? = value(place) else { throw bad(place) }
        return path
    }

    func unsigned(_ place: Int) throws(DaemonError) -> UInt64 {
        guard case .uint64(let number)? = value(place) else { throw bad(place) }
        return number
    }

    func signed(_ place: Int) throws(DaemonError) -> Int64 {
        switch value(place) {
        case .int64(let number): return number
        case .int32(let number): return Int64(number)
        default: throw bad(place)
        }
    }

    func fields(_ place: Int) throws(DaemonError) -> [Value.Field] {
        guard case .fields(let fields)? = value(place) else { throw bad(place) }
        return fields
    }

    func elements(_ place: Int) throws(DaemonError) -> [Value] {
        guard case .array(let elements, of: _)? = value(place) else { throw bad(place) }
        return elements
    }

    func strings(_ place: Int) throws(DaemonError) -> [String] {
        try elements(place).map { element throws(DaemonError) in
            guard case .string(let text) = element else { throw bad(place) }
            return text
        }
    }

    /// The members of each structure of an array.
    func rows(_ place: Int) throws(DaemonError) -> [[Value]] {
        try elements(place).map { element throws(DaemonError) in
            guard case .structure(let members) = element else { throw bad(place) }
            return members
        }
    }

    fileprivate func value(_ place: Int) -> Value? { values.indices.contains(place) ? values[place] : nil }

    fileprivate func bad(_ place: Int) -> DaemonError { .unexpected("the answer to \(member), value \(place + 1)") }
}

extension Answer {
    func dictionary(_ place: Int) throws(DaemonError) -> [Value.Entry] {
        guard case .dictionary(let entries, key: _, value: _)? = value(place) else { throw bad(place) }
        return entries
    }
}
