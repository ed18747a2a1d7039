internal import DBusWire
internal import JSONText

/// Follows what becomes of one outgoing message.  Made before the message is sent, so that nothing is missed.
public struct EntryWatch: Sendable {
    private let signals: AsyncStream<Delivery>

    init(signals: AsyncStream<Delivery>) { self.signals = signals }

    /// The entry once the server has acknowledged it, or once it has failed.
    /// - Parameter id: as `send` returned it.
    public func settled(_ id: String, in conversation: ConversationHandle) async throws(DaemonError) -> EntryShape {
        var entry = try await conversation.entry(id)
        var deliveries = signals.makeAsyncIterator()
        while !entry.isSettled {
            guard let delivery = await deliveries.next() else { throw .gone }
            if case .signal(let signal) = delivery, let recorded = Recorded(signal), !recorded.events.isEmpty {
                for event in recorded.events { entry = entry.after(event) }
            } else {
                entry = try await conversation.entry(id)
            }
        }
        return entry
    }
}

extension EntryShape {
    /// Whether nothing more has to happen for the sender to be done with it.
    public var isSettled: Bool { progress.map { $0.isAcknowledged || $0 == .failed } ?? false }

    /// The entry after an event; the same where the event is about something else.
    func after(_ event: EventShape) -> EntryShape {
        guard event.kind == "message-state", EntryShape(event.content).id == id, var members = json.members else {
            return self
        }
        members.removeAll { $0.name == "state" || $0.name == "reason" }
        members += (event.content.members ?? []).filter { $0.name == "state" || $0.name == "reason" }
        return EntryShape(.object(members))
    }
}

extension Daemon {
    /// Begins to follow what becomes of messages.
    public func watchEntries() async throws(DaemonError) -> EntryWatch {
        let log = EventLog(daemon: self)
        let signals = try await log.signals()
        _ = try await log.subscribe(isWatching: false)
        return EntryWatch(signals: signals)
    }
}
