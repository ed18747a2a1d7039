public import DBusWire
internal import Glibc

/// Sockets in the file system, and who is at their other end.
public enum UnixSocket {
    /// Why there is no socket: the number of the system's error.
    public struct Failure: Error, Equatable, Sendable {
        public let number: Int32

        public var sentence: String { String(cString: strerror(number)) }
        /// Nobody listens at the path.
        public var isNobody: Bool { number == ENOENT || number == ECONNREFUSED || number == ENOTDIR }
        /// There is no descriptor or memory left.
        public var isExhaustion: Bool { [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(number) }
    }

    /// Listens at a path, mode 0600; what was there is replaced at once, so callers make sure that nobody serves it.
    public static func listen(at path: String) throws(Failure) -> OwnedDescriptor {
        let socket = try open(flags: Int32(SOCK_NONBLOCK.rawValue))
        let draft = path + ".new"
        unlink(draft)
        // The folder is ours alone: nobody connects before the mode is set.
        guard try withAddress(draft, { bind(socket.number, $0, $1) }) == 0, chmod(draft, 0o600) == 0,
            Glibc.listen(socket.number, 64) == 0, rename(draft, path) == 0
        else {
            let number = errno
            unlink(draft)
            throw Failure(number: number)
        }
        return socket
    }

    /// Connects to a path; the socket blocks.
    public static func connect(to path: String) throws(Failure) -> OwnedDescriptor {
        let socket = try open(flags: 0)
        guard try withAddress(path, { Glibc.connect(socket.number, $0, $1) }) == 0 else { throw Failure(number: errno) }
        return socket
    }

    /// Takes the next who connects; his socket does not block.
    public static func accept(from listener: OwnedDescriptor) throws(Failure) -> OwnedDescriptor {
        let number = Glibc.accept(listener.number, nil, nil)
        guard number >= 0 else { throw Failure(number: errno) }
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
        _ = fcntl(number, F_SETFL, O_NONBLOCK)
        return OwnedDescriptor(taking: number)
    }

    /// Who made the other end, as the kernel noted it then (SO_PEERCRED in socket(7)).
    public static func peer(of socket: OwnedDescriptor) -> Credentials? {
        // struct ucred: process, user, group.
        var facts: (Int32, UInt32, UInt32) = (0, .max, .max)
        var size = socklen_t(MemoryLayout.size(ofValue: facts))
        guard getsockopt(socket.number, SOL_SOCKET, SO_PEERCRED, &facts, &size) == 0,
            Int(size) == MemoryLayout.size(ofValue: facts)
        else { return nil }
        return Credentials(user: facts.1, process: facts.0 > 0 ? UInt32(facts.0) : nil)
    }

    private static func open(flags: Int32) throws(Failure) -> OwnedDescriptor {
        let number = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue) | flags, 0)
        guard number >= 0 else { throw Failure(number: errno) }
        return OwnedDescriptor(taking: number)
    }

    private static func withAddress(
        _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) throws(Failure) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path), !bytes.contains(0) else {
            throw Failure(number: ENAMETOOLONG)
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
