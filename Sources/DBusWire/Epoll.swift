internal import CDBus
internal import Glibc

/// An epoll instance with an eventfd that other threads write to wake it.
public final class Epoll: Sendable {
    public struct Ready: Sendable {
        public let descriptor: Int32
        public let events: UInt32
    }

    /// Something can be read, or the other end writes no more.
    public static let input = EPOLLIN.rawValue
    /// Something can be written.
    public static let output = EPOLLOUT.rawValue
    /// Both ends are closed, or broken; always told.
    public static let end = EPOLLHUP.rawValue | EPOLLERR.rawValue

    private let instance: Int32
    private let bell: Int32

    /// Nil when the process has no descriptors left.
    public init?() {
        instance = epoll_create1(Int32(EPOLL_CLOEXEC))
        bell = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK))
        guard instance >= 0, bell >= 0 else { return nil }
        // Edge-triggered: a ring wakes once and need not be read.
        watch(bell, events: EPOLLIN.rawValue | EPOLLET.rawValue, isNew: true)
    }

    deinit {
        if instance >= 0 { close(instance) }
        if bell >= 0 { close(bell) }
    }

    /// Wakes `wait` from any thread.
    public func ring() {
        var one: UInt64 = 1
        _ = write(bell, &one, 8)
    }

    public func watch(_ descriptor: Int32, events: UInt32, isNew: Bool) {
        var event = epoll_event(events: events, data: epoll_data_t(fd: descriptor))
        epoll_ctl(instance, isNew ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, descriptor, &event)
    }

    public func forget(_ descriptor: Int32) {
        var event = epoll_event()
        epoll_ctl(instance, EPOLL_CTL_DEL, descriptor, &event)
    }

    /// Sleeps until a descriptor is ready, the bell rings or the time is over (ms; -1 for ever).
    public func wait(milliseconds: Int32, into ready: inout [Ready]) {
        ready.removeAll(keepingCapacity: true)
        withUnsafeTemporaryAllocation(of: epoll_event.self, capacity: 8) { events in
            let count = epoll_wait(instance, events.baseAddress, 8, milliseconds)
            guard count > 0 else { return }
            for event in events.prefix(Int(count)) where event.data.fd != bell {
                ready.append(Ready(descriptor: event.data.fd, events: event.events))
            }
        }
    }
}
