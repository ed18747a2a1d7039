public import BusAPI
public import DBusWire
internal import Glibc
internal import SocketWire
internal import Synchronization

/// Calls and signals through the daemon's socket; a thread reads as long as it is connected.
public final class SocketClient: BusClient {
    private struct State {
        var waiting: [Int64: CheckedContinuation<Result<[Value], BusError>, Never>] = [:]
        var subscribers: [Subscriber] = []
        var lastCall: Int64 = 0
        var isListening = false
        var isGone = false
    }

    private let socket: OwnedDescriptor
    private let state = Mutex(State())
    /// Whole lines go out one after the other.
    private let writing = Mutex(())

    init(_ socket: OwnedDescriptor) {
        self.socket = socket
        DetachedThread.run { [weak self] in SocketReader(socket: socket).run { message in self?.take(message) } }
    }

    deinit { close() }

    /// Ends the connection; calls that wait fail.
    public func close() {
        shutdown(socket.number, Int32(SHUT_RDWR))
        take(nil)
    }

    public func call(
        _ path: ObjectPath, _ interface: InterfaceName, _ member: MemberName, _ arguments: [Value], timeout: Duration?
    ) async throws(BusError) -> [Value] {
        try await call(timeout) { RPCLine.call($0, path, interface, member, arguments) }
    }

    public func signals(_ rule: MatchRule) async throws(BusError) -> AsyncStream<Delivery> {
        let (stream, queue) = AsyncStream.makeStream(
            of: Delivery.self, bufferingPolicy: .bufferingOldest(SocketLimits.queuedSignals))
        let subscriber = Subscriber(rule: rule, queue: queue)
        let (isGone, isListening) = state.withLock { state in
            if !state.isGone { state.subscribers.append(subscriber) }
            return (state.isGone, state.isListening)
        }
        guard !isGone else { throw .disconnected }
        queue.onTermination = { [weak self] _ in
            self?.state.withLock { $0.subscribers.removeAll { $0 === subscriber } }
        }
        if !isListening {
            try await listen(true)
            state.withLock { $0.isListening = true }
        }
        return stream
    }

    /// Asks for types in what comes, and for signals or none.
    func listen(_ wantsSignals: Bool) async throws(BusError) {
        _ = try await call(nil) { RPCLine.listening($0, signals: wantsSignals) }
    }

    private func call(_ timeout: Duration?, _ line: (Int64) -> [UInt8]) async throws(BusError) -> [Value] {
        let number = state.withLock { state in
            state.lastCall += 1
            return state.lastCall
        }
        let line = line(number)
        guard line.count <= SocketLimits.lineBytes else { throw .limitExceeded.because("more than 1 MiB in one call") }
        let patience = Task { [weak self] in
            guard await Deadline(timeout ?? WireLimits.replyTime).wait() else { return }
            self?.resume(number, .failure(.noReply))
        }
        defer { patience.cancel() }
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                let isGone = state.withLock { state in
                    if !state.isGone { state.waiting[number] = waiter }
                    return state.isGone
                }
                if isGone { return waiter.resume(returning: .failure(.disconnected)) }
                if Task.isCancelled { return resume(number, .failure(.cancelled)) }
                if !write(line) { take(nil) }
            }
        } onCancel: {
            resume(number, .failure(.cancelled))
        }
        return try result.get()
    }

    private func resume(_ number: Int64, _ result: Result<[Value], BusError>) {
        state.withLock { $0.waiting.removeValue(forKey: number) }?.resume(returning: result)
    }

    private func write(_ line: [UInt8]) -> Bool {
        writing.withLock { _ in
            line.withUnsafeBytes { bytes in
                var rest = bytes[...]
                while !rest.isEmpty {
                    let part = UnsafeRawBufferPointer(rebasing: rest)
                    let count = send(socket.number, part.baseAddress, part.count, Int32(MSG_NOSIGNAL))
                    if count < 0 && errno == EINTR { continue }
                    guard count > 0 else { return false }
                    rest = rest.dropFirst(count)
                }
                return true
            }
        }
    }

    /// Something came; nil: the connection is gone.
    private func take(_ message: RPCMessage?) {
        switch message {
        case .result(let number, let values)?: resume(number, .success(values))
        case .error(let number, let error)?:
            resume(number, .failure(BusError(busName: error.name, message: error.message)))
        case .signal(let signal)?:
            for subscriber in state.withLock(\.subscribers) where subscriber.rule.matches(signal) {
                subscriber.deliver(.signal(signal))
            }
        case .resync?: for subscriber in state.withLock(\.subscribers) { subscriber.deliver(.resync) }
        case nil:
            let (waiting, subscribers) = state.withLock { state in
                defer {
                    state.waiting = [:]
                    state.subscribers = []
                    state.isGone = true
                }
                return (state.waiting, state.subscribers)
            }
            for waiter in waiting.values { waiter.resume(returning: .failure(.disconnected)) }
            for subscriber in subscribers { subscriber.finish() }
        }
    }
}
