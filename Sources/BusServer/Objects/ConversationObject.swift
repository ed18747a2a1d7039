import Backend
import BusAPI
import DBusWire
import Domain
import XMPPAddresses

/// One conversation on the bus.
final class ConversationObject: Conversation1Service {
    let conversation: Conversation
    private let backend: Backend

    /// Most bytes of text in one message.
    private static let textBytes = 256 << 10

    init(conversation: Conversation, backend: Backend) {
        self.conversation = conversation
        self.backend = backend
    }

    func send(
        _ call: BusCall, texts: OrderedEntries<String, String>, options: Fields
    ) async throws(BusError) -> String {
        try options.refuseUnknown(allowed: ["subjects", "type", "thread", "thread-parent", "resource", "token"])
        var draft = Draft(texts: try LanguageMap(texts, atMost: 16, bytes: Self.textBytes, each: false))
        if let subjects = try options.get("subjects", as: OrderedEntries<String, String>.self) {
            draft.subjects = try LanguageMap(subjects, atMost: 16, bytes: 4096, each: false)
        }
        guard !draft.texts.isEmpty || !draft.subjects.isEmpty else {
            throw BusError.invalidArguments.because("a message needs a text or a subject")
        }
        draft.kind = try kind(try options.get("type", as: String.self) ?? "chat")
        draft.thread = try short(options, "thread", 256)
        draft.threadParent = try short(options, "thread-parent", 256)
        draft.resource = try short(options, "resource", 1023)
        draft.token = try short(options, "token", 128)
        let service = try await service()
        let peer = conversation.peer
        let wanted = draft
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

    private func kind(_ name: String) throws(BusError) -> EntryKind {
        switch name {
        case "chat": .chat
        case "normal": .normal
        case "headline": .headline
        case "groupchat": .groupchat
        default: throw BusError.invalidArguments.because("type is chat, normal, headline or groupchat")
        }
    }

    private func short(_ options: Fields, _ key: String, _ limit: Int) throws(BusError) -> String? {
        guard let text = try options.get(key, as: String.self) else { return nil }
        guard (1...limit).contains(text.utf8.count), text.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) else {
            throw BusError.invalidArguments.because("\(key) is 1-\(limit) bytes without control characters")
        }
        return text
    }
}
