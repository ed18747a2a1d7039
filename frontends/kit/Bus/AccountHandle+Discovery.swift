internal import DBusWire
public import JSONText

/// Discovery1: questions to servers and other clients.
extension AccountHandle {
    private func ask(
        _ member: MemberName, _ arguments: [Value], seconds: UInt32, isFresh: Bool = false
    ) async throws(DaemonError) -> Answer {
        var options = [Value.Field("timeout", .uint32(seconds))]
        if isFresh { options.append(Value.Field("fresh", .bool(true))) }
        // The daemon answers in time by itself; ours ends a little later, so that its error is the one shown.
        return try await object("org.saluton.Discovery1")
            .call(member, arguments + [.fields(options)], timeout: .seconds(Int64(seconds) + 5))
    }

    /// `identities` as objects, `features`, `forms`.
    /// - Parameter jid: empty for the account's server.
    public func info(_ jid: String, node: String, seconds: UInt32, isFresh: Bool) async throws(DaemonError) -> JSON {
        let answer = try await ask("Info", [.string(jid), .string(node)], seconds: seconds, isFresh: isFresh)
        let members = (JSON(.fields(try answer.fields(0))).members ?? []).map { member in
            member.name == "identities" ? JSON.Member(member.name, Self.named(member.value)) : member
        }
        return .object(members)
    }

    public func items(
        _ jid: String, node: String, seconds: UInt32, isFresh: Bool
    ) async throws(DaemonError) -> [(jid: String, node: String, name: String)] {
        try await ask("Items", [.string(jid), .string(node)], seconds: seconds, isFresh: isFresh).rows(0)
            .compactMap { row in
                guard row.count == 3, case .string(let jid) = row[0], case .string(let node) = row[1],
                    case .string(let name) = row[2]
                else { return nil }
                return (jid, node, name)
            }
    }

    /// `name`, `version`, `os`.
    public func softwareVersion(_ jid: String, seconds: UInt32) async throws(DaemonError) -> JSON {
        JSON(.fields(try await ask("Version", [.string(jid)], seconds: seconds).fields(0)))
    }

    /// µs since 1970, and minutes east of UTC.
    public func time(_ jid: String, seconds: UInt32) async throws(DaemonError) -> (utc: Int64, offset: Int64) {
        let answer = try await ask("Time", [.string(jid)], seconds: seconds)
        return (try answer.signed(0), try answer.signed(1))
    }

    public func lastActivity(_ jid: String, seconds: UInt32) async throws(DaemonError) -> (seconds: UInt64, status: String) {
        let answer = try await ask("LastActivity", [.string(jid)], seconds: seconds)
        return (try answer.unsigned(0), try answer.string(1))
    }

    /// µs.
    public func ping(_ jid: String, seconds: UInt32) async throws(DaemonError) -> Int64 {
        try await ask("Ping", [.string(jid)], seconds: seconds).signed(0)
    }

    /// Identities as the API orders their parts; empty parts are left out.
    private static func named(_ identities: JSON) -> JSON {
        let names = ["category", "type", "language", "name"]
        return .array(
            (identities.array ?? []).map { identity in
                let parts = zip(names, identity.array ?? []).filter { $0.1.string?.isEmpty == false }
                return .object(parts.map { JSON.Member($0.0, $0.1) })
            })
    }
}
