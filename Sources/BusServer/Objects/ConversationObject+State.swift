import Backend
import BusAPI
import DBusWire
import Domain
import XMPPExtensions

/// What is done with a conversation besides writing in it.
extension ConversationObject {
    func versions(_ call: BusCall, entry: String) async throws(BusError) -> [Fields] {
        let service = try await service()
        return try await onBus { () async throws(BackendError) in
            try await service.versions(of: entry, in: conversation.id)
        }.map { version in
            var fields: Fields = ["time": .int64(version.time.microseconds)]
            fields.set("texts", OrderedEntries(version.texts))
            if !version.subjects.isEmpty { fields.set("subjects", OrderedEntries(version.subjects)) }
            return fields
        }
    }

    func cancel(_ call: BusCall, entry: String) async throws(BusError) {
        let service = try await service()
        try await onBus { () async throws(BackendError) in try await service.cancel(entry, in: conversation.id) }
    }

    func retry(_ call: BusCall, entry: String) async throws(BusError) {
        let service = try await service()
        try await onBus { () async throws(BackendError) in try await service.retry(entry, in: conversation.id) }
    }

    func markRead(_ call: BusCall, entry: String) async throws(BusError) {
        let service = try await service()
        try await onBus { () async throws(BackendError) in try await service.markRead(conversation.id, upTo: entry) }
    }

    func setChatState(_ call: BusCall, state: String) async throws(BusError) -> Bool {
        guard let state = ChatState(rawValue: state) else {
            throw BusError.invalidArguments.because("state is composing, paused, active, inactive or gone")
        }
        return try await service().sendChatState(state, to: conversation.peer)
    }

    func setDraft(_ call: BusCall, text: String, options: Fields) async throws(BusError) {
        try options.refuseUnknown(allowed: ["reply-to"])
        let reply = try options.get("reply-to", as: String.self)
        let service = try await service()
        try await onBus { () async throws(BackendError) in
            try await service.setDraft(conversation.id, text, reply: reply)
        }
    }

    func set(_ call: BusCall, settings: Fields) async throws(BusError) {
        let settings = try ConversationSettings(settings)
        let service = try await service()
        try await onBus { () async throws(BackendError) in try await service.set(settings, of: conversation.id) }
    }

    func purge(_ call: BusCall, options: Fields) async throws(BusError) -> UInt64 {
        try options.refuseUnknown(allowed: ["before"])
        let time = try options.get("before", as: Int64.self).map { Timestamp(microseconds: $0) }
        let service = try await service()
        let removed = try await onBus { () async throws(BackendError) in
            try await service.purge(conversation.id, before: time)
        }
        return UInt64(clamping: removed)
    }
}
