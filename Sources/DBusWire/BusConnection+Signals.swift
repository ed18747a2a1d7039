internal import CDBus

extension BusConnection {
    /// Subscribes to signals.  When this returns the bus delivers them, so state read afterwards misses nothing.
    ///
    /// The stream ends with the connection; letting go of it ends the subscription.
    public nonisolated func subscribe(
        _ rule: MatchRule, limit: Int = WireLimits.queuedSignals
    ) async throws(WireError) -> AsyncStream<Delivery> {
        let (stream, queue) = AsyncStream.makeStream(of: Delivery.self, bufferingPolicy: .bufferingOldest(limit))
        let subscriber = Subscriber(rule: rule, queue: queue)
        queue.onTermination = { [outbox] _ in outbox.put(.unsubscribe(subscriber)) }
        _ = try await wait { .subscribe(subscriber, $0) }
        return stream
    }

    func add(_ subscriber: Subscriber, _ waiter: PendingCall) {
        subscribers.append(subscriber)
        if let name = subscriber.rule.sender, name != .bus, !name.isUnique, owners[name] == nil { follow(name) }
        askBus("AddMatch", [.string(subscriber.rule.text)]) { waiter.resume($0) }
    }

    func remove(_ subscriber: Subscriber) {
        guard let place = subscribers.firstIndex(where: { $0 === subscriber }) else { return }
        subscribers.remove(at: place)
        tellBus("RemoveMatch", [.string(subscriber.rule.text)])
    }

    /// Keeps track of who owns a well-known name.
    private func follow(_ name: BusName) {
        owners[name] = .some(nil)
        tellBus("AddMatch", [.string(MatchRule.owner(of: name).text)])
        askBus("GetNameOwner", [.string(name.rawValue)]) { [weak self] result in
            guard case .success(let reply) = result, case .string(let owner)? = reply.first else { return }
            self?.assumeIsolated { $0.owners[name] = .some(BusName(trusted: owner)) }
        }
    }

    func receiveSignal(_ message: OpaquePointer) {
        guard let path = dbus_message_get_path(message), let interface = dbus_message_get_interface(message),
            let member = dbus_message_get_member(message)
        else { return }
        if dbus_message_is_signal(message, "org.freedesktop.DBus.Local", "Disconnected") != 0 {
            return shutDown(isLost: true)
        }
        guard let sender = dbus_message_get_sender(message),
            case .success(let arguments) = Self.arguments(of: message, limit: WireLimits.messageBytes)
        else { return }
        let signal = Signal(
            path: ObjectPath(trusted: String(cString: path)),
            interface: InterfaceName(trusted: String(cString: interface)),
            member: MemberName(trusted: String(cString: member)), arguments,
            sender: BusName(trusted: String(cString: sender)))
        if signal.sender == .bus { receiveFromBus(signal) }
        for subscriber in subscribers where isSender(signal.sender, subscriber.rule.sender) {
            if subscriber.rule.matches(signal) { subscriber.deliver(.signal(signal)) }
        }
    }

    private func isSender(_ sender: BusName?, _ wanted: BusName?) -> Bool {
        guard let wanted, wanted != sender else { return true }
        guard let sender, let owner = owners[wanted] else { return false }
        return owner == sender
    }

    private func receiveFromBus(_ signal: Signal) {
        guard signal.interface == "org.freedesktop.DBus" else { return }
        switch (signal.member, signal.arguments) {
        case ("NameLost", let arguments):
            if case .string(let name)? = arguments.first { eventQueue.yield(.nameLost(BusName(trusted: name))) }
        case ("NameOwnerChanged", let arguments):
            guard arguments.count == 3, case .string(let name) = arguments[0],
                case .string(let new) = arguments[2]
            else { return }
            ownerChanged(BusName(trusted: name), new.isEmpty ? nil : BusName(trusted: new))
        default: break
        }
    }

    private func ownerChanged(_ name: BusName, _ new: BusName?) {
        if name.isUnique, new == nil { left(name) }
        guard let old = owners[name] else { return }
        owners[name] = .some(new)
        // The first owner of a name nobody had brings a new state as well.
        guard old != new else { return }
        for subscriber in subscribers where subscriber.rule.sender == name { subscriber.deliver(.resync) }
    }
}
