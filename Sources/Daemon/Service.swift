import Backend
import BusAPI
import BusServer
import DBusWire
import Desktop
import Domain
import Glibc
import Hooks
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
        let doors = try await OpenDoors(folders: folders, log: log)
        let store = try open(folders)
        let tree = ObjectTree(root: ObjectPath(trusted: "/org/saluton/Saluton1"))
        let face = BusFace(tree: tree)
        let announcer = Announcer(face)
        let key = KeyFile(path: folders.data + "/key")
        let keyring: KeyringWatch? = if let bus = doors.connection { await KeyringWatch(bus) } else { nil }
        let vault = Vaults.choose(store: store, key: key, connection: doors.connection, keyring: keyring)
        let backend = Backend(
            Surroundings(
                store: store, connector: NIOStreamConnector(), vault: vault, key: key, observer: announcer,
                clock: DaemonClock(), now: { Clock.now }, random: { .random(in: .min ... .max) },
                logger: { hub.logger($0) }, software: Software(name: "Saluton", version: Version.text)))
        let notifier = doors.connection.map {
            Notifier($0, host: backend, clock: DaemonClock(), log: hub.logger("saluton.notifications"))
        }
        let hooks = Hooks(
            folder: folders.configuration + "/hooks", store: store, host: backend, clock: DaemonClock(),
            now: { Clock.now }, log: hub.logger("saluton.hooks"), environment: Environment.all)
        announcer.add(notifier, hooks)
        store.observe { committed in
            announcer.committed(committed)
            backend.noted(committed)
        }
        await hooks.prepare()
        try await serve(backend, face, tree, doors, hub, vault)
        log.notice("serving", metadata: ["version": "\(Version.text)", "secrets": "\(vault.name)"])
        if let reportTo { Background.report(to: reportTo) }
        await notifier?.prepare()
        await backend.start()
        let listeners = Listeners(backend: backend)
        listeners.start()
        if let keyring { listeners.follow(keyring, vault, face) }
        let running = Task {
            await withDiscardingTaskGroup { group in
                group.addTask { await hooks.run() }
                group.addTask { await notifier?.run() }
            }
        }
        await end(signals, doors.connection)
        log.notice("ending")
        running.cancel()
        Watchdog.start(after: .milliseconds(900))
        await backend.stop(patience: Self.patience)
        await running.value
        doors.close()
        try? store.close()
        withExtendedLifetime(lock) {}
    }

    private func hub() throws(Failure) -> LogHub {
        guard let target = LogTarget(log), let filter = LogFilter(filter) else {
            throw Failure("The log options are not understood.", code: .configuration)
        }
        return LogHub(filter: filter, sink: try target.sink(), now: { Clock.now.microseconds })
    }

    private func open(_ folders: Folders) throws(Failure) -> Store {
        do throws(StoreError) {
            return try Store.open(at: folders.data + "/saluton.db", clock: { Clock.now })
        } catch {
            throw Failure(StoreAdvice.sentence(error, path: folders.data + "/saluton.db"), code: .storage)
        }
    }

    /// Registers everything and opens the doors last: whoever can call, can call all of it.
    private func serve(
        _ backend: Backend, _ face: BusFace, _ tree: ObjectTree, _ doors: OpenDoors, _ hub: LogHub,
        _ vault: any SecretVault
    ) async throws(Failure) {
        do {
            try face.show(
                backend, logs: hub,
                facts: Manager1.Properties(
                    version: Version.text, startedAt: Clock.now.microseconds, secretStorage: vault.name,
                    retention: try await backend.retention().number,
                    notifications: BusFace.fields(await backend.notificationSettings),
                    logFilter: hub.filter.description),
                limits: try await backend.eventLimits())
            try await backend.load()
            try await doors.open(to: tree)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure("The daemon cannot serve: \(error).")
        }
    }

    /// Returns when a signal comes or the bus that was there is gone.
    private func end(_ signals: AsyncStream<UInt8>, _ connection: BusConnection?) async {
        await withTaskGroup { group in
            group.addTask { for await _ in signals { return } }
            if let connection { group.addTask { for await _ in connection.events { return } } }
            await group.next()
            group.cancelAll()
        }
    }
}
