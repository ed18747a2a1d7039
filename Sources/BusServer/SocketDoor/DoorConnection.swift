internal import BusAPI
internal import DBusWire
internal import Glibc
internal import SocketWire
internal import Synchronization

/// One caller at the socket.
final class DoorConnection: Sendable {
    let caller: Caller
    let socket: OwnedDescriptor
    let output = Mutex(DoorOutput())

    init(caller: Caller, socket: OwnedDescriptor) {
        self.caller = caller
        self.socket = socket
    }

    var descriptor: Int32 { socket.number }

    /// Writes as much as the socket takes; false when the other end is gone.
    func flush() -> Bool {
        output.withLock { output in
            while !output.isEmpty {
                var taken = 0
                var isGone = false
                output.write { bytes in
                    let count = send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
                    isGone = count < 0 && errno != EAGAIN && errno != EINTR
                    taken = max(0, count)
                    return taken
                }
                if isGone { return false }
                if taken == 0 { return true }
            }
            return true
        }
    }
}
