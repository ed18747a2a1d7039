import BusAPI
import DBusWire
import Domain

extension Fields {
    /// What waits in the outbox, as `Account1.Queue` describes it.
    init(_ row: OutboxRow) {
        switch row.item {
        case .message(let entry): self.init(entry)
        case .errand(let errand): self.init(errand)
        }
        set("conversation", row.conversation.description)
        set("peer", row.peer)
        set("attempts", UInt32(clamping: row.attempts))
    }

    private init(_ errand: Errand) {
        self = [
            "id": .string(errand.id.description), "direction": .string(EntryDirection.outgoing.rawValue),
            "kind": .string(errand.kind.rawValue), "time": .int64(errand.madeAt.microseconds),
            "act": .string(errand.act.name), "entry": .string(errand.entry.description),
        ]
        set(errand.state)
    }

    mutating func set(_ state: EntryState) {
        set("state", state.name)
        set("reason", state.reason?.sentence)
        set("reason-code", state.reason?.code)
    }
}
