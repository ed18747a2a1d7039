import Backend
import BusAPI
import DBusWire
import Domain
import XMPPAddresses

/// One conversation on the bus.
final class ConversationObject: Conversation1Service {
    let conversation: Conversation
    private let backend: Backend

    init(conversation: Conversation, backend: Backend) {
        self.conversation = conversation
        self.backend = backend
    }

    func send(
        _ call: BusCall, texts: OrderedEntries<String, String>, options: Fields
    ) async throws(BusError) -> String {
        let wanted = try Draft(texts, options)
        let service = try await service()
        let peer = conversation.peer
        return try await onBus { () async throws(BackendError) in try await service.send(wanted, to: peer) }.description
    }

    func history(
        _ call: BusCall, limit: UInt32, options: Fields
    ) async throws(BusError) -> (entries: [Fields], earlier: String, later: String) {
        try options.refuseUnknown(allowed: ["before", "after"])
        guard (1...500).contains(limit) else { throw BusError.invalidArguments.because("limit is 1-500") }
        let before = try options.get("before", as: String.self)
        let after = try options.get("after", as: String.self)
        guard before == nil || after == nil else {
            throw BusError.invalidArguments.because("before or after, not both")
        }
        let service = try await service()
        let page = try await onBus { () async throws(BackendError) in
            try await service.history(conversation, before: before, after: after, limit: Int(limit))
        }
        return (page.entries.map(Fields.init), page.earlier, page.later)
    }

    func getEntry(_ call: BusCall, entry: String) async throws(BusError) -> Fields {
        let service = try await service()
        return Fields(
            try await onBus { () async throws(BackendError) in
                try await service.shownEntry(entry, in: conversation.id)
            })
    }

    func service() async throws(BusError) -> AccountService {
        guard let service = await backend.account(conversation.account) else { throw BusError.noSuchConversation }
        return service
    }
}
