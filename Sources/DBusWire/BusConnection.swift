internal import CDBus
internal import Glibc
internal import Synchronization

/// A private connection to a bus, served by a thread of its own.
///
/// All public functions may be called from any thread or task.  The connection lives until `close` is called or the
/// bus goes away.
public actor BusConnection {
    let executor: LoopExecutor
    let outbox: Outbox
    /// What happens to the connection by itself; for one consumer, ends with the connection.
    public nonisolated let events: AsyncStream<BusEvent>
    let eventQueue: AsyncStream<BusEvent>.Continuation

    private let givenName = Mutex(BusName.bus)
    var handle: OpaquePointer?
    var watches: WatchTable?
    var replies = ReplyTable<PendingCall>()
    var subscribers: [Subscriber] = []
    /// Who owns the well-known names that subscribers follow; nil inside means nobody.
    var owners: [BusName: BusName?] = [:]
    var handler: (any CallHandler)?
    var policy = CallerPolicy.sameUser
    var ledger = CallerLedger()

    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private init(executor: LoopExecutor) {
        self.executor = executor
        outbox = Outbox(executor: executor)
        (events, eventQueue) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(64))
    }

    /// Connects and says hello.  Blocks only the new connection's thread.
    public static func open(_ address: BusAddress = .session) async throws(WireError) -> BusConnection {
        guard let text = address.text(environment: { getenv($0).map { String(cString: $0) } }) else {
            throw .noBus("neither DBUS_SESSION_BUS_ADDRESS nor XDG_RUNTIME_DIR is set")
        }
        guard !text.utf8.contains(0) else { throw .noBus("the address contains U+0000") }
        guard let executor = LoopExecutor() else { throw .noBus("no thread or no descriptor is left") }
        let connection = BusConnection(executor: executor)
        do throws(WireError) {
            try await connection.attach(text)
        } catch {
            executor.stop()
            throw error
        }
        return connection
    }

    /// Closes the connection; waiting calls fail, subscriptions end.
    public nonisolated func close() { outbox.put(.close) }

    /// Our unique name on the bus.
    public nonisolated var uniqueName: BusName { givenName.withLock { $0 } }

    private func attach(_ address: String) throws(WireError) {
        var error = DBusError()
        dbus_error_init(&error)
        defer { dbus_error_free(&error) }
        guard let handle = dbus_connection_open_private(address, &error) else { throw .noBus(Self.text(error)) }
        dbus_connection_set_exit_on_disconnect(handle, 0)
        let table = WatchTable(epoll: executor.epoll)
        guard dbus_bus_register(handle, &error) != 0, table.attach(to: handle) else {
            dbus_connection_close(handle)
            dbus_connection_unref(handle)
            throw .noBus(Self.text(error))
        }
        self.handle = handle
        watches = table
        if let name = dbus_bus_get_unique_name(handle) {
            givenName.withLock { $0 = BusName(trusted: String(cString: name)) }
        }
        executor.serve(self)
    }

    private static func text(_ error: DBusError) -> String {
        error.message.map { String(cString: $0) } ?? "no reason given"
    }

    /// Ends everything that waits on this connection and lets its thread go.
    func shutDown(isLost: Bool) {
        guard let handle else { return }
        self.handle = nil
        watches?.detach(from: handle)
        watches = nil
        dbus_connection_close(handle)
        dbus_connection_unref(handle)
        for waiter in replies.takeAll() { waiter.resume(.failure(.disconnected)) }
        for order in outbox.close() {
            switch order {
            case .call(_, let waiter, _), .subscribe(_, let waiter): waiter.resume(.failure(.disconnected))
            default: break
            }
        }
        for subscriber in subscribers { subscriber.finish() }
        subscribers = []
        handler = nil
        if isLost { eventQueue.yield(.disconnected) }
        eventQueue.finish()
        executor.stop()
    }
}
