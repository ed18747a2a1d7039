public import Backend
public import DBusWire
public import Digests
public import Domain
import XMPPAddresses
public import XMPPSessions

/// Passwords in the desktop's keyring (freedesktop.org Secret Service API 0.2).
public struct SecretServiceVault: SecretVault {
    private let service: SecretServiceCalls

    /// - Parameter clock: measures how long a person may take to unlock the keyring.
    public init(_ connection: BusConnection, clock: any SessionClock) {
        service = SecretServiceCalls(connection: connection, clock: clock)
    }

    public var name: String { "secret-service" }

    /// Whether a Secret Service runs on this bus now.
    public static func isRunning(on connection: BusConnection) async -> Bool {
        await SecretServiceCalls(connection: connection).isRunning
    }

    public func keep(_ secret: Secret, for account: Account) async throws(VaultError) {
        try await service.inSession { (session) async throws(VaultError) in
            try await service.create(secret, label: "Saluton: \(account.jid)", attributes(account), session)
        }
    }

    public func secret(for account: Account) async throws(VaultError) -> Secret? {
        guard await service.isRunning else { return nil }
        return try await service.inSession { (session) async throws(VaultError) in
            guard let item = try await service.find(attributes(account)) else { return nil }
            return try await service.secret(of: item, session)
        }
    }

    public func forget(_ account: Account) async throws(VaultError) {
        guard await service.isRunning else { return }
        while let item = try await service.find(attributes(account)) { try await service.delete(item) }
    }

    private func attributes(_ account: Account) -> [(String, String)] {
        [
            ("xdg:schema", "org.saluton.Account"), ("account", account.id.description),
            ("jid", account.jid.description),
        ]
    }
}
