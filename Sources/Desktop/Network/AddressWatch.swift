import CLibc
import Glibc

/// Tells when the machine gets a network address: the kernel's own news, so no desktop is needed (rtnetlink(7)).
public enum AddressWatch {
    /// One element for each address that appears on a link other than loopback; a thread sleeps in `recv` for it.
    ///
    /// Several that come together are one.  `nil` when the kernel does not let us listen.
    public static func stream() -> AsyncStream<Void>? {
        let socket = socket(
            AF_NETLINK, Int32(SOCK_RAW.rawValue) | Int32(SOCK_CLOEXEC.rawValue), saluton_netlink_route())
        guard socket >= 0 else { return nil }
        guard saluton_bind_address_news(socket) == 0 else {
            close(socket)
            return nil
        }
        let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let box = Unmanaged.passRetained(Box(socket: socket, continuation: continuation))
        var thread = pthread_t()
        let failed = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<Box>.fromOpaque(context).takeRetainedValue().listen()
                return nil
            }, box.toOpaque())
        guard failed == 0 else {
            box.release()
            close(socket)
            return nil
        }
        pthread_detach(thread)
        return stream
    }

    private final class Box: Sendable {
        let socket: Int32
        let continuation: AsyncStream<Void>.Continuation

        init(socket: Int32, continuation: AsyncStream<Void>.Continuation) {
            self.socket = socket
            self.continuation = continuation
        }

        func listen() {
            var buffer = [UInt8](repeating: 0, count: 16_384)
            while true {
                let count = recv(socket, &buffer, buffer.count, 0)
                if count < 0, errno == EINTR || errno == ENOBUFS { continue }
                guard count > 0 else { return continuation.finish() }
                if saluton_has_new_address(buffer, Int32(clamping: count)) != 0 { continuation.yield() }
            }
        }
    }
}
