internal import BusAPI
internal import DBusWire
internal import Glibc
internal import JSONText
internal import SocketWire
internal import Synchronization

/// The thread of a socket's door.
final class DoorLoop {
    private struct Visitor {
        let connection: DoorConnection
        var lines = LineSplitter(limit: SocketLimits.lineBytes)
        /// The other end writes no more, or has written what ends the connection.
        var isEnding = false
        var watched: UInt32 = 0
    }

    private let door: SocketDoor
    private var visitors: [Int32: Visitor] = [:]
    private var count: UInt64 = 0
    private var isAccepting = false
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)

    init(_ door: SocketDoor) { self.door = door }

    deinit { buffer.deallocate() }

    func run() {
        accept(true)
        var ready: [Epoll.Ready] = []
        while true {
            // Without a descriptor for a newcomer only time may bring one.
            door.epoll.wait(milliseconds: isAccepting ? -1 : 1_000, into: &ready)
            for event in ready {
                if event.descriptor == door.listener.number { welcome() } else { attend(event) }
            }
            let (dirty, isClosed) = door.state.withLock { state in
                defer { state.dirty.removeAll(keepingCapacity: true) }
                return (state.dirty, state.isClosed)
            }
            if isClosed { break }
            for descriptor in dirty { settle(descriptor) }
            if !isAccepting { accept(true) }
        }
        for descriptor in Array(visitors.keys) { leave(descriptor) }
    }

    // MARK: Coming and going

    private func accept(_ isWanted: Bool) {
        guard isWanted != isAccepting else { return }
        isAccepting = isWanted
        if isWanted {
            door.epoll.watch(door.listener.number, events: Epoll.input, isNew: true)
        } else {
            door.epoll.forget(door.listener.number)
        }
    }

    private func welcome() {
        let socket: OwnedDescriptor
        do throws(UnixSocket.Failure) {
            socket = try UnixSocket.accept(from: door.listener)
        } catch {
            if error.isExhaustion { accept(false) }
            return
        }
        let number = socket.number
        guard let peer = UnixSocket.peer(of: socket), door.policy.admits(peer) else {
            return turnAway(socket, .accessDenied, "callers of another user or in a sandbox are refused")
        }
        guard visitors.count < SocketLimits.connections else {
            return turnAway(socket, .limitsExceeded, "more than \(SocketLimits.connections) connections")
        }
        count += 1
        let connection = DoorConnection(caller: Caller(id: "socket:\(count)"), socket: socket)
        visitors[number] = Visitor(connection: connection, watched: Epoll.input)
        door.state.withLock { $0.connections[number] = connection }
        door.epoll.watch(number, events: Epoll.input, isNew: true)
    }

    private func turnAway(_ socket: OwnedDescriptor, _ name: ErrorName, _ sentence: String) {
        let line = RPCLine.error(.null, .failed, name, sentence)
        _ = send(socket.number, line, line.count, Int32(MSG_NOSIGNAL))
    }

    private func leave(_ descriptor: Int32) {
        guard let visitor = visitors.removeValue(forKey: descriptor) else { return }
        door.epoll.forget(descriptor)
        door.state.withLock {
            $0.connections[descriptor] = nil
            $0.dirty.remove(descriptor)
        }
        // A call under way may keep the socket's number; the other end shall know at once.
        shutdown(descriptor, Int32(SHUT_RDWR))
        door.tree.callerLeft(visitor.connection.caller)
    }

    // MARK: Reading and writing

    private func attend(_ event: Epoll.Ready) {
        guard visitors[event.descriptor] != nil else { return }
        if event.events & Epoll.end != 0 { return leave(event.descriptor) }
        if event.events & Epoll.input != 0 { receive(event.descriptor) }
        settle(event.descriptor)
    }

    private func receive(_ descriptor: Int32) {
        let count = read(descriptor, buffer.baseAddress, buffer.count)
        if count > 0 {
            visitors[descriptor]?.lines.append(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
            visitors[descriptor]?.isEnding = true
        }
    }

    /// Handles the lines that are there as far as there is room for answers, writes, and sees what to wait for.
    private func settle(_ descriptor: Int32) {
        guard let connection = visitors[descriptor]?.connection else { return }
        guard connection.flush() else { return leave(descriptor) }
        while !connection.output.withLock(\.isFull), let line = visitors[descriptor]?.lines.next() {
            if !line.isEmpty { door.handle(line, from: connection) }
            guard connection.flush() else { return leave(descriptor) }
        }
        refuseEndless(descriptor, connection)
        guard connection.flush(), let visitor = visitors[descriptor] else { return leave(descriptor) }
        let (isEmpty, isFull, isBusy) = connection.output.withLock {
            ($0.isEmpty, $0.isFull, $0.unfinished > 0 || $0.isListening)
        }
        if visitor.isEnding, isEmpty, !isBusy { return leave(descriptor) }
        let wanted = (isEmpty ? 0 : Epoll.output) | (isFull || visitor.isEnding ? 0 : Epoll.input)
        if wanted != visitor.watched {
            visitors[descriptor]?.watched = wanted
            door.epoll.watch(descriptor, events: wanted, isNew: false)
        }
    }

    private func refuseEndless(_ descriptor: Int32, _ connection: DoorConnection) {
        guard let visitor = visitors[descriptor], visitor.lines.isTooLong, !visitor.isEnding,
            !connection.output.withLock(\.isFull)
        else { return }
        let line = RPCLine.error(.null, .invalidRequest, .limitsExceeded, "the line is longer than 1 MiB")
        connection.output.withLock {
            $0.append(line)
            $0.isListening = false
        }
        visitors[descriptor]?.isEnding = true
    }
}
