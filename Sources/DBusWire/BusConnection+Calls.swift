extension BusConnection {
    /// Calls a method and waits for its answer.
    ///
    /// A cancelled task stops waiting; the call itself cannot be taken back.
    public nonisolated func call(
        _ call: MethodCall, timeout: Duration = WireLimits.replyTime
    ) async throws(WireError) -> [Value] {
        let message = try Message(call)
        return try await wait { .call(message, $0, timeout: timeout) }
    }

    /// Calls a method whose answer nobody wants.
    public nonisolated func tell(_ call: MethodCall) throws(WireError) {
        guard outbox.put(.send(try Message(call, wantsReply: false))) else { throw .disconnected }
    }

    /// Sends a signal; cheap, from any thread, in the order of the calls.
    public nonisolated func emit(_ signal: Signal) throws(WireError) {
        try outbox.offer(try Message(signal))
    }

    /// Asks for a name, without queueing for it and without letting others take it.
    public nonisolated func requestName(_ name: BusName) async throws(WireError) -> NameClaim {
        let doNotQueue: UInt32 = 4
        let reply = try await call(.bus("RequestName", [.string(name.rawValue), .uint32(doNotQueue)]))
        switch reply.first {
        case .uint32(1), .uint32(4): return .owner
        case .uint32(3): return .taken
        default: throw .invalid("the bus's answer to RequestName")
        }
    }

    /// Gives a name back.
    public nonisolated func releaseName(_ name: BusName) async throws(WireError) {
        _ = try await call(.bus("ReleaseName", [.string(name.rawValue)]))
    }

    /// The unique name of who owns a name; nil when nobody does.
    public nonisolated func owner(of name: BusName) async throws(WireError) -> BusName? {
        do throws(WireError) {
            let reply = try await call(.bus("GetNameOwner", [.string(name.rawValue)]))
            guard case .string(let owner)? = reply.first else { return nil }
            return BusName(rawValue: owner)
        } catch {
            if case .remote = error { return nil }
            throw error
        }
    }

    /// Gives an order to the bus thread and waits until it is answered.
    nonisolated func wait(for order: (PendingCall) -> Order) async throws(WireError) -> [Value] {
        let ticket = WaitingTask()
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let waiter = PendingCall { continuation.resume(returning: $0) }
                ticket.start(waiter)
                if !outbox.put(order(waiter)) { waiter.resume(.failure(.disconnected)) }
            }
        } onCancel: {
            ticket.cancel()
        }
        return try result.get()
    }
}
