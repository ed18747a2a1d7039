import DBusWire

/// The calls of the Desktop Notifications Specification 1.2, with the inline reply of KDE and others.
struct NotificationServer: Sendable {
    static let name: BusName = "org.freedesktop.Notifications"
    static let path: ObjectPath = "/org/freedesktop/Notifications"
    static let interface: InterfaceName = "org.freedesktop.Notifications"

    let connection: BusConnection
    /// For an answer.
    var patience = NotificationBounds.answer

    /// What the server says, of its owner only; `resync` when it is another, or more came than is kept.
    func signals() async throws(WireError) -> AsyncStream<Delivery> {
        try await connection.subscribe(
            MatchRule(sender: Self.name, path: Self.path, interface: Self.interface), limit: 256)
    }

    /// Its unique name now; `nil`: none runs.
    func owner() async -> BusName? {
        guard let owner = try? await connection.owner(of: Self.name) else { return nil }
        return owner
    }

    /// Whether the bus starts one when it is called.
    func isStartable() async -> Bool {
        let call = MethodCall(
            to: "org.freedesktop.DBus", path: "/org/freedesktop/DBus", interface: "org.freedesktop.DBus",
            member: "ListActivatableNames")
        guard let reply = try? await connection.call(call, timeout: patience),
            case .array(let names, _)? = reply.first
        else { return false }
        return names.contains(.string(Self.name.rawValue))
    }

    func capabilities() async throws(WireError) -> Set<String> {
        guard case .array(let names, _)? = try await call("GetCapabilities", []).first else { return [] }
        return Set(names.prefix(100).compactMap { if case .string(let name) = $0 { name } else { nil } })
    }

    /// Shows it, in place of another where that is still there; returns its number.
    func show(
        _ content: NotificationContent, replacing old: UInt32, _ capabilities: Set<String>
    ) async throws(WireError) -> UInt32 {
        let isMarkup = capabilities.contains("body-markup")
        let lines = capabilities.contains("body") ? content.lines : []
        let body = lines.map { isMarkup ? NotificationText.markup($0) : $0 }.joined(separator: "\n")
        var actions: [Value] = []
        for action in content.actions where capabilities.contains("actions") {
            if action == .reply, !capabilities.contains("inline-reply") { continue }
            actions += [.string(action.rawValue), .string(action.label)]
        }
        var hints: [Value.Field] = [
            .init("urgency", .byte(content.urgency.rawValue)), .init("category", .string(content.category)),
            .init("desktop-entry", .string("saluton")),
        ]
        if content.isSilent { hints.append(.init("suppress-sound", .bool(true))) }
        let reply = try await call(
            "Notify",
            [
                .string("Saluton"), .uint32(old), .string(""), .string(content.title), .string(body),
                .array(actions, of: "s"), .fields(hints), .int32(-1),
            ])
        guard case .uint32(let number)? = reply.first else { throw .invalid("the answer to Notify") }
        return number
    }

    func close(_ number: UInt32) {
        var call = MethodCall(
            to: Self.name, path: Self.path, interface: Self.interface, member: "CloseNotification", [.uint32(number)])
        call.startsService = false
        try? connection.tell(call)
    }

    private func call(_ member: MemberName, _ arguments: [Value]) async throws(WireError) -> [Value] {
        try await connection.call(
            MethodCall(to: Self.name, path: Self.path, interface: Self.interface, member: member, arguments),
            timeout: patience)
    }
}
