public import BusAPI
internal import DBusWire
internal import JSONText

/// Follows what becomes of one outgoing message.  Made before the message is sent, so that nothing is missed.
public struct EntryWatch: Sendable {
    private let updates: BusUpdates<Events1.Recorded>

    init(updates: BusUpdates<Events1.Recorded>) { self.updates = updates }

    /// The entry once the server has acknowledged it, or once it has failed.
    /// - Parameter id: as `send` returned it.
    public func settled(_ id: String, in conversation: Conversation1Proxy) async throws(BusError) -> EntryShape {
        var entry = EntryShape(JSON(try await conversation.getEntry(entry: id)))
        var updates = updates.makeAsyncIterator()
        while !entry.isSettled {
            guard let update = await updates.next() else { throw .disconnected }
            if case .event(let recorded, path: _) = update, !recorded.events.isEmpty {
                for row in recorded.events where row.values.2 == "message-state" && !entry.isSettled {
                    entry = entry.after(EventShape(row))
                }
            } else {
                entry = EntryShape(JSON(try await conversation.getEntry(entry: id)))
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
        let names: Set = ["state", "reason", "reason-code"]
        members.removeAll { names.contains($0.name) }
        members += (event.content.members ?? []).filter { names.contains($0.name) }
        return EntryShape(.object(members))
    }
}
