import Backend
import BusAPI
import BusServer
import DBusWire
import Desktop
import Domain
import Glibc
import Logging
import Logs
import Store
import XMPPSessions
import XMPPTransport

/// The running daemon: puts the parts together, serves, and takes them apart again.
struct Service {
    let log: String
    let filter: String
    let reportTo: Int32?

    /// Everything has to be closed within a second of the signal.
    private static let patience = Duration.milliseconds(700)
    private static let name = BusName(trusted: "org.saluton.Saluton1")

    func run() async throws(Failure) {
        let hub = try hub()
        let log = hub.logger("saluton.daemon")
        let folders = try Folders { name in getenv(name).map { String(cString: $0) } }
        guard let lock = try InstanceLock(folder: folders.data) else {
            // Not a failure: what the caller wanted is there.
            Background.complain("salutond: another daemon of yours is running already.\n")
            if let reportTo { Background.report(to: reportTo) }
            return
        }
        guard let signals = Signals.stream() else {
            throw Failure("There is no descriptor or thread left to wait for signals.")
        }
        let connection = try await bus()
        let store = try open(folders)
        let tree = ObjectTree(root: ObjectPath(trusted: "/org/saluton/Saluton1"))
        let face = BusFace(tree: tree)
        let key = KeyFile(path: folders.data + "/key")
        let keyring = await KeyringWatch(connection)
        let vault = Vaults.choose(store: store, key: key, connection: connection, keyring: keyring)
        store.observe { committed in face.committed(committed) }
        let backend = Backend(
            Surroundings(
                store: store, connector: NIOStreamConnector(), vault: vault, key: key, observer: face,
                clock: DaemonClock(), now: { Clock.now }, random: { .random(in: .min ... .max) },
                logger: { hub.logger($0) }, software: Software(name: "Saluton", version: Version.text)))
        try await serve(backend, face, tree, connection, hub, vault)
        log.notice("serving", metadata: ["version": "\(Version.text)", "secrets": "\(vault.name)"])
        if let reportTo { Background.report(to: reportTo) }
        await backend.start()
        let listeners = Listeners(backend: backend)
        listeners.start()
        listeners.follow(keyring, vault, face)
        await end(signals, connection)
        log.notice("ending")
        Watchdog.start(after: .milliseconds(900))
        await backend.stop(patience: Self.patience)
        connection.close()
        try? store.close()
        withExtendedLifetime(lock) {}
    }

    private func hub() throws(Failure) -> LogHub {
        guard let target = LogTarget(log), let filter = LogFilter(filter) else {
            throw Failure("The log options are not understood.", code: .configuration)
        }
        return LogHub(filter: filter, sink: try target.sink(), now: { Clock.now.microseconds })
    }

    private func bus() async throws(Failure) -> BusConnection {
        do throws(WireError) {
            return try await BusConnection.open(.session)
        } catch {
            throw Failure(
                "There is no session bus: \(error).  Log in to a desktop, or run it by dbus-run-session.",
                code: .unavailable)
        }
    }

    private func open(_ folders: Folders) throws(Failure) -> Store {
        do throws(StoreError) {
            return try Store.open(at: folders.data + "/saluton.db", clock: { Clock.now })
        } catch {
            throw Failure(StoreAdvice.sentence(error, path: folders.data + "/saluton.db"), code: .storage)
        }
    }

    /// Registers everything and claims the name last: whoever can call, can call all of it.
    private func serve(
        _ backend: Backend, _ face: BusFace, _ tree: ObjectTree, _ connection: BusConnection, _ hub: LogHub,
        _ vault: any SecretVault
    ) async throws(Failure) {
        let door = DBusDoor(tree: tree, connection: connection)
        do {
            try face.show(
                backend, logs: hub,
                facts: Manager1.Properties(
                    version: Version.text, startedAt: Clock.now.microseconds, secretStorage: vault.name,
                    logFilter: hub.filter.description))
            try await backend.load()
            door.open()
            guard try await connection.requestName(Self.name) == .owner else {
                throw Failure("Somebody else has the bus name \(Self.name.rawValue).", code: .unavailable)
            }
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure("The daemon cannot serve: \(error).")
        }
    }

    /// Returns when a signal comes or the bus is gone.
    private func end(_ signals: AsyncStream<UInt8>, _ connection: BusConnection) async {
        await withTaskGroup { group in
            group.addTask { for await _ in signals { return } }
            group.addTask { for await _ in connection.events { return } }
            await group.next()
            group.cancelAll()
        }
    }
}
