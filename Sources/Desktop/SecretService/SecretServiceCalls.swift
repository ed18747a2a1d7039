import Backend
import DBusWire
import Digests
import XMPPSessions

/// The calls of the Secret Service API that a vault needs.
struct SecretServiceCalls: Sendable {
    let connection: BusConnection
    var clock: any SessionClock = ContinuousSessionClock()

    private static let name: BusName = "org.freedesktop.secrets"
    private static let top: ObjectPath = "/org/freedesktop/secrets"
    private static let none: ObjectPath = "/"
    /// How long a person may take to answer the keyring's question.
    var patience = Duration.seconds(120)

    var isRunning: Bool {
        get async {
            let call = MethodCall(
                to: "org.freedesktop.DBus", path: "/org/freedesktop/DBus", interface: "org.freedesktop.DBus",
                member: "NameHasOwner", [.string(Self.name.rawValue)])
            guard let reply = try? await connection.call(call) else { return false }
            return reply == [.bool(true)]
        }
    }

    /// Opens a session, runs the body in it, and closes it.
    func inSession<Result: Sendable>(
        _ body: (ObjectPath) async throws(VaultError) -> Result
    ) async throws(VaultError) -> Result {
        let reply = try await service("OpenSession", [.string("plain"), .variant(.string(""))])
        guard reply.count == 2, case .path(let session) = reply[1] else { throw Self.unexpected }
        defer {
            try? connection.tell(
                MethodCall(to: Self.name, path: session, interface: "org.freedesktop.Secret.Session", member: "Close"))
        }
        return try await body(session)
    }

    /// The item with these attributes, unlocked; `nil`: there is none.
    func find(_ attributes: [(String, String)]) async throws(VaultError) -> ObjectPath? {
        let reply = try await service("SearchItems", [Self.dictionary(attributes)])
        guard reply.count == 2, case .array(let unlocked, _) = reply[0], case .array(let locked, _) = reply[1] else {
            throw Self.unexpected
        }
        if case .path(let item)? = unlocked.first { return item }
        guard case .path(let item)? = locked.first else { return nil }
        try await unlock(item)
        return item
    }

    func create(
        _ secret: Secret, label: String, _ attributes: [(String, String)], _ session: ObjectPath
    ) async throws(VaultError) {
        let alias = try await service("ReadAlias", [.string("default")])
        guard case .path(let collection)? = alias.first else { throw Self.unexpected }
        guard collection != Self.none else {
            throw VaultError(code: "vault-unreachable", sentence: "The keyring has no default collection.")
        }
        try await unlock(collection)
        let properties: Value = .fields([
            .init("org.freedesktop.Secret.Item.Label", .string(label)),
            .init("org.freedesktop.Secret.Item.Attributes", Self.dictionary(attributes)),
        ])
        let content: Value = .structure([
            .path(session), .bytes([]), .bytes(secret.expose { Array($0) }), .string("text/plain; charset=utf8"),
        ])
        let reply = try await call(
            collection, "org.freedesktop.Secret.Collection", "CreateItem", [properties, content, .bool(true)])
        guard reply.count == 2, case .path(let prompt) = reply[1] else { throw Self.unexpected }
        try await answer(prompt)
    }

    func secret(of item: ObjectPath, _ session: ObjectPath) async throws(VaultError) -> Secret {
        let reply = try await call(item, "org.freedesktop.Secret.Item", "GetSecret", [.path(session)])
        guard case .structure(let parts)? = reply.first, parts.count == 4, case .bytes(let bytes) = parts[2] else {
            throw Self.unexpected
        }
        return Secret(bytes)
    }

    func delete(_ item: ObjectPath) async throws(VaultError) {
        let reply = try await call(item, "org.freedesktop.Secret.Item", "Delete", [])
        guard case .path(let prompt)? = reply.first else { throw Self.unexpected }
        try await answer(prompt)
    }

    private func unlock(_ object: ObjectPath) async throws(VaultError) {
        let reply = try await service("Unlock", [.array([.path(object)], of: "o")])
        guard reply.count == 2, case .path(let prompt) = reply[1] else { throw Self.unexpected }
        try await answer(prompt)
    }

    /// Lets the keyring ask its person, where it wants to.
    private func answer(_ prompt: ObjectPath) async throws(VaultError) {
        guard prompt != Self.none else { return }
        do {
            let answers = try await connection.subscribe(
                MatchRule(
                    sender: Self.name, path: prompt, interface: "org.freedesktop.Secret.Prompt", member: "Completed"))
            _ = try await connection.call(
                MethodCall(
                    to: Self.name, path: prompt, interface: "org.freedesktop.Secret.Prompt", member: "Prompt",
                    [.string("")]))
            guard try await completed(answers) else { throw Self.dismissed }
        } catch let error as VaultError {
            throw error
        } catch {
            throw Self.unreachable(error)
        }
    }

    /// Whether the person answered; false when they dismissed the question, took too long, or the keyring went away.
    private func completed(_ answers: AsyncStream<Delivery>) async throws -> Bool {
        let (clock, end) = (clock, clock.now + patience)
        return try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                for await case .signal(let signal) in answers { return signal.arguments.first == .bool(false) }
                return false
            }
            group.addTask {
                try await clock.sleep(until: end)
                return false
            }
            defer { group.cancelAll() }
            return try await group.next() ?? false
        }
    }

    private func service(_ member: MemberName, _ arguments: [Value]) async throws(VaultError) -> [Value] {
        try await call(Self.top, "org.freedesktop.Secret.Service", member, arguments)
    }

    private func call(
        _ path: ObjectPath, _ interface: InterfaceName, _ member: MemberName, _ arguments: [Value]
    ) async throws(VaultError) -> [Value] {
        do throws(WireError) {
            return try await connection.call(
                MethodCall(to: Self.name, path: path, interface: interface, member: member, arguments))
        } catch {
            throw Self.unreachable(error)
        }
    }

    private static func dictionary(_ entries: [(String, String)]) -> Value {
        .dictionary(entries.map { .init(.string($0.0), .string($0.1)) }, key: "s", value: "s")
    }

    private static let unexpected = VaultError(
        code: "vault-unreachable", sentence: "The keyring gave an answer that is not in its specification.")

    private static let dismissed = VaultError(
        code: "vault-locked", sentence: "The keyring stays locked: its question was not answered.")

    private static func unreachable(_ error: any Error) -> VaultError {
        VaultError(code: "vault-unreachable", sentence: "The keyring does not answer: \(error).")
    }
}
