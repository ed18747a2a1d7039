internal import CDBus
internal import Glibc

/// The descriptors that libdbus wants watched.
///
/// A class, because libdbus calls back into it while one of its watches is being handled.  It belongs to the bus
/// thread; libdbus calls back only from calls that this thread makes.
final class WatchTable {
    private var watches: [OpaquePointer] = []
    private var registered: [Int32: UInt32] = [:]
    private var hasChanged = false
    private let epoll: Epoll

    init(epoll: Epoll) { self.epoll = epoll }

    /// Makes libdbus report to this table; false when it found no memory.
    func attach(to connection: OpaquePointer) -> Bool {
        dbus_connection_set_watch_functions(
            connection,
            { watch, data in
                WatchTable.from(data)?.add(watch)
                return 1
            },
            { watch, data in WatchTable.from(data)?.remove(watch) },
            { _, data in WatchTable.from(data)?.hasChanged = true },
            Unmanaged.passUnretained(self).toOpaque(), nil) != 0
    }

    /// Must run before the table goes away.
    func detach(from connection: OpaquePointer) {
        dbus_connection_set_watch_functions(connection, nil, nil, nil, nil, nil)
        update()
    }

    /// Lets libdbus read and write what is ready.
    func handle(_ ready: [Epoll.Ready]) {
        for event in ready {
            var flags: UInt32 = 0
            if event.events & EPOLLIN.rawValue != 0 { flags |= DBUS_WATCH_READABLE.rawValue }
            if event.events & EPOLLOUT.rawValue != 0 { flags |= DBUS_WATCH_WRITABLE.rawValue }
            if event.events & EPOLLERR.rawValue != 0 { flags |= DBUS_WATCH_ERROR.rawValue }
            if event.events & EPOLLHUP.rawValue != 0 { flags |= DBUS_WATCH_HANGUP.rawValue }
            let always = DBUS_WATCH_ERROR.rawValue | DBUS_WATCH_HANGUP.rawValue
            for watch in watches
            where watches.contains(watch) && dbus_watch_get_unix_fd(watch) == event.descriptor
                && dbus_watch_get_enabled(watch) != 0
            {
                let wanted = flags & (dbus_watch_get_flags(watch) | always)
                if wanted != 0 { dbus_watch_handle(watch, wanted) }
            }
        }
    }

    /// Tells epoll what changed since the last time.
    func update() {
        guard hasChanged else { return }
        hasChanged = false
        var wanted: [Int32: UInt32] = [:]
        for watch in watches {
            let flags = dbus_watch_get_enabled(watch) != 0 ? dbus_watch_get_flags(watch) : 0
            var events: UInt32 = 0
            if flags & DBUS_WATCH_READABLE.rawValue != 0 { events |= EPOLLIN.rawValue }
            if flags & DBUS_WATCH_WRITABLE.rawValue != 0 { events |= EPOLLOUT.rawValue }
            wanted[dbus_watch_get_unix_fd(watch), default: 0] |= events
        }
        for descriptor in registered.keys where wanted[descriptor] == nil { epoll.forget(descriptor) }
        for (descriptor, events) in wanted where registered[descriptor] != events {
            epoll.watch(descriptor, events: events, isNew: registered[descriptor] == nil)
        }
        registered = wanted
    }

    private func add(_ watch: OpaquePointer?) {
        guard let watch else { return }
        watches.append(watch)
        hasChanged = true
    }

    private func remove(_ watch: OpaquePointer?) {
        watches.removeAll { $0 == watch }
        hasChanged = true
    }

    private static func from(_ data: UnsafeMutableRawPointer?) -> WatchTable? {
        data.map { Unmanaged<WatchTable>.fromOpaque($0).takeUnretainedValue() }
    }
}
