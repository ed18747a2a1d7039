public import BusAPI
public import DBusWire
internal import Glibc
internal import JSONText
internal import SocketWire
internal import Synchronization

/// Leads from a Unix socket to an object tree: JSON-RPC 2.0, a call or an answer on each line (`docs/api-socket.md`).
///
/// One thread reads and writes for all connections; nothing that a caller does, or leaves undone, holds up others.
public final class SocketDoor: Announcer {
    struct State {
        var connections: [Int32: DoorConnection] = [:]
        /// Those to whom something has to be written.
        var dirty: Set<Int32> = []
        var isClosed = false
    }

    let tree: ObjectTree
    let listener: OwnedDescriptor
    let policy: CallerPolicy
    let epoll: Epoll
    let state = Mutex(State())
    private let path: String

    /// Listens; calls are taken once the door is open.
    /// - Parameters:
    ///   - path: of the socket, in a folder of this user alone.  What is there is replaced.
    ///   - policy: who may call.
    /// - Throws: `WireError.noBus` with the reason.
    public init(tree: ObjectTree, path: String, policy: CallerPolicy = .sameUser) throws(WireError) {
        guard let epoll = Epoll() else { throw .noBus("there is no descriptor left") }
        do throws(UnixSocket.Failure) {
            listener = try UnixSocket.listen(at: path)
        } catch {
            throw .noBus("\(path): \(error.sentence)")
        }
        self.tree = tree
        self.path = path
        self.policy = policy
        self.epoll = epoll
    }

    /// From now on calls are answered and announcements sent, until `close`.
    public func open() throws(WireError) {
        let loop = Unmanaged.passRetained(DoorLoop(self))
        var thread = pthread_t()
        let failed = pthread_create(
            &thread, nil,
            { context in
                if let context { Unmanaged<DoorLoop>.fromOpaque(context).takeRetainedValue().run() }
                return nil
            }, loop.toOpaque())
        guard failed == 0 else {
            loop.release()
            throw .noBus("there is no thread left")
        }
        pthread_detach(thread)
        tree.open(self)
    }

    /// Ends all connections and takes the socket away.
    public func close() {
        tree.close(self)
        unlink(path)
        state.withLock { $0.isClosed = true }
        epoll.ring()
    }

    public func announce(_ announcement: Announcement) {
        var plain: [UInt8]?
        var typed: [UInt8]?
        func line(isTyped: Bool) -> [UInt8] {
            if let line = isTyped ? typed : plain { return line }
            let line = RPCLine.signal(
                announcement.path, announcement.interface, announcement.member, announcement.arguments,
                isTyped: isTyped)
            if isTyped { typed = line } else { plain = line }
            return line
        }
        let connections = state.withLock { Array($0.connections.values) }
        var reached: [Int32] = []
        for connection in connections {
            if let receiver = announcement.receiver, receiver != connection.caller { continue }
            let isTold = connection.output.withLock { output in
                guard output.isListening || announcement.receiver != nil else { return false }
                output.announce(line(isTyped: output.isTyped))
                return true
            }
            if isTold { reached.append(connection.descriptor) }
        }
        mark(reached)
    }

    /// Something has to be written to these.
    func mark(_ descriptors: [Int32]) {
        guard !descriptors.isEmpty else { return }
        state.withLock { $0.dirty.formUnion(descriptors) }
        epoll.ring()
    }
}
