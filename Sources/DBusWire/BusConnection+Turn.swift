internal import CDBus

extension BusConnection: LoopExecutor.Source {
    nonisolated func turn(ready: [Epoll.Ready]) -> Int32 {
        assumeIsolated { $0.serveTurn(ready) }
    }

    /// One round of the bus thread: read, carry out orders, handle messages, let calls expire.
    private func serveTurn(_ ready: [Epoll.Ready]) -> Int32 {
        watches?.handle(ready)
        carryOutOrders()
        while let handle, let message = dbus_connection_pop_message(handle) {
            receive(message)
            dbus_message_unref(message)
        }
        guard let handle else { return -1 }
        outbox.setCongested(dbus_connection_get_outgoing_size(handle) > WireLimits.unsentBytes)
        watches?.update()
        return expireReplies()
    }

    private func expireReplies() -> Int32 {
        guard replies.nextDeadline != nil else { return -1 }
        for waiter in replies.expire(now: .now) { waiter.resume(.failure(.timedOut)) }
        guard let next = replies.nextDeadline else { return -1 }
        let left = ContinuousClock.now.duration(to: next).components
        let milliseconds = left.seconds * 1_000 + left.attoseconds / 1_000_000_000_000_000 + 1
        return Int32(clamping: max(0, milliseconds))
    }

    func carryOutOrders() {
        for order in outbox.takeAll() { carryOut(order) }
    }

    private func carryOut(_ order: Order) {
        guard handle != nil else {
            if case .call(_, let waiter, _) = order { waiter.resume(.failure(.disconnected)) }
            if case .subscribe(_, let waiter) = order { waiter.resume(.failure(.disconnected)) }
            return
        }
        switch order {
        case .send(let message): send(message)
        case .call(let message, let waiter, let timeout): send(message, waiter, timeout: timeout)
        case .answer(let message, let caller):
            ledger.finish(caller)
            if let message { send(message) }
        case .subscribe(let subscriber, let waiter): add(subscriber, waiter)
        case .unsubscribe(let subscriber): remove(subscriber)
        case .serve(let handler, let policy): (self.handler, self.policy) = (handler, policy)
        case .close: shutDown(isLost: false)
        }
    }

    func send(_ message: Message) {
        guard let handle else { return }
        dbus_connection_send(handle, message.pointer, nil)
    }

    func send(_ message: Message, _ waiter: PendingCall, timeout: Duration = WireLimits.replyTime) {
        guard let handle else { return waiter.resume(.failure(.disconnected)) }
        var serial: dbus_uint32_t = 0
        guard dbus_connection_send(handle, message.pointer, &serial) != 0 else {
            return waiter.resume(.failure(.outOfMemory))
        }
        replies.add(waiter, serial: serial, deadline: .now + timeout)
    }

    /// Calls the bus itself from the bus thread.
    func askBus(_ member: MemberName, _ arguments: [Value], _ completion: @escaping PendingCall.Completion) {
        do throws(WireError) {
            send(try Message(.bus(member, arguments)), PendingCall(completion))
        } catch {
            completion(.failure(error))
        }
    }

    /// Tells the bus itself something, without waiting for an answer.
    func tellBus(_ member: MemberName, _ arguments: [Value]) {
        if let message = try? Message(.bus(member, arguments), wantsReply: false) { send(message) }
    }

    private func receive(_ message: OpaquePointer) {
        switch dbus_message_get_type(message) {
        case DBUS_MESSAGE_TYPE_METHOD_CALL: receiveCall(message)
        case DBUS_MESSAGE_TYPE_METHOD_RETURN: receiveReply(message)
        case DBUS_MESSAGE_TYPE_ERROR: receiveError(message)
        case DBUS_MESSAGE_TYPE_SIGNAL: receiveSignal(message)
        default: break  // a later kind of message: to be ignored (D-Bus specification, "Message Format")
        }
    }

    private func receiveReply(_ message: OpaquePointer) {
        guard let waiter = replies.take(dbus_message_get_reply_serial(message)) else { return }
        waiter.resume(Self.arguments(of: message, limit: WireLimits.messageBytes))
    }

    private func receiveError(_ message: OpaquePointer) {
        guard let waiter = replies.take(dbus_message_get_reply_serial(message)) else { return }
        let name = dbus_message_get_error_name(message).map { ErrorName(trusted: String(cString: $0)) } ?? .failed
        var text = ""
        if case .success(let values) = Self.arguments(of: message, limit: WireLimits.argumentBytes),
            case .string(let first)? = values.first
        {
            text = first
        }
        waiter.resume(.failure(.remote(ErrorReply(name, text))))
    }

    static func arguments(of message: OpaquePointer, limit: Int) -> Result<[Value], WireError> {
        do throws(WireError) {
            return .success(try MessageReader.arguments(of: message, limit: limit))
        } catch {
            return .failure(error)
        }
    }
}
