import Backend
import BusAPI
import DBusWire
import Domain

/// What the user does to entries.
extension ConversationObject {
    func correct(
        _ call: BusCall, entry: String, texts: OrderedEntries<String, String>, options: Fields
    ) async throws(BusError) {
        try options.refuseUnknown(allowed: ["subjects"])
        let texts = try Draft.texts(texts)
        let revision = Revision(texts: texts, subjects: try Draft.subjects(options))
        let service = try await service()
        try await onBus { () async throws(BackendError) in
            try await service.correct(entry, in: conversation.id, revision)
        }
    }

    func retract(_ call: BusCall, entry: String, options: Fields) async throws(BusError) {
        try options.refuseUnknown(allowed: [])
        let service = try await service()
        try await onBus { () async throws(BackendError) in try await service.retract(entry, in: conversation.id) }
    }

    func react(_ call: BusCall, entry: String, reactions: [String]) async throws(BusError) {
        let service = try await service()
        try await onBus { () async throws(BackendError) in
            try await service.react(entry, in: conversation.id, reactions)
        }
    }
}
