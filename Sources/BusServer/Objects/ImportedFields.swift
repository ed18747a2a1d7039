import Backend
import BusAPI
import DBusWire
import Domain
import XMPPAddresses

extension ImportedEntry {
    /// Reads one of the entries of `Account1.Import`; keys that are not known are left out.
    /// - Throws: `invalidArguments` with what is wrong with it.
    init(_ fields: Fields) throws(BusError) {
        var reader = ImportedFields()
        for field in fields.entries { try reader.read(field) }
        self = try reader.entry()
    }
}

/// An entry being put together from its fields, in whatever order they stand.
struct ImportedFields {
    /// Texts of one entry at most, and bytes of all of them.
    private static let texts = (count: 16, bytes: 256 << 10)
    private static let idBytes = 1_023
    private static let listBound = 100
    /// 1970 and a day that no calendar of people who write messages will see.
    private static let times = Int64(0)...253_402_300_799_000_000

    private var peer: BareJID?
    private var direction: EntryDirection?
    private var kind = EntryKind.chat
    private var author: String?
    private var time: Timestamp?
    private var received: Timestamp?
    private var content = EntryContent(
        direction: .incoming, kind: .chat, author: "", sentAt: Timestamp(microseconds: 0),
        receivedAt: Timestamp(microseconds: 0))
    private var details = EntryDetails()
    private var replyAuthor: String?
    private var state: String?
    private var reason: String?
    private var reasonCode: String?
    private var language: String?
    private var corrected: Timestamp?
    private var retracted: Timestamp?
    private var retractedBy: String?
    private var retractionReason: String?
    private var reactions: OrderedEntries<String, [String]> = [:]
    private var versions: [EntryVersion] = []

    mutating func read(_ field: Value.Field) throws(BusError) {
        switch field.name {
        case "peer": peer = try bareJID(try text(field))
        case "direction": direction = EntryDirection(rawValue: try text(field))
        case "kind": kind = try kind(field)
        case "author": author = try anyJID(try text(field)).description
        case "time": time = try moment(field)
        case "received": received = try moment(field)
        case "texts": content.texts = try texts(field)
        case "subjects": content.subjects = try texts(field)
        case "thread": content.thread = try text(field)
        case "thread-parent": content.threadParent = try text(field)
        case "message-id": content.messageID = try text(field)
        case "origin-id": content.originID = try text(field)
        case "occupant-id": content.occupantID = try text(field)
        case "stanza-ids": content.stanzaIDs = try stanzaIDs(field)
        case "encryption": content.encryption = try text(field)
        case "language": language = try text(field)
        case "state": state = try text(field)
        case "reason": reason = try text(field)
        case "reason-code": reasonCode = try text(field)
        case "corrected": corrected = try moment(field)
        case "retracted": retracted = try moment(field)
        case "retracted-by": retractedBy = try text(field)
        case "retraction-reason": retractionReason = try text(field)
        case "reactions": reactions = try reactions(field)
        case "versions": versions = try list(field).map { (version) throws(BusError) in try self.version(version) }
        default: try readDetail(field)
        }
    }

    private mutating func readDetail(_ field: Value.Field) throws(BusError) {
        switch field.name {
        case "reply-to": details.reply = .init(id: try text(field))
        case "reply-to-author": replyAuthor = try text(field)
        case "quoted":
            let length = try content(field, UInt32.self)
            if length > 0 { details.fallbacks = [.quotation(Int(length))] }
        case "spoiler": details.spoiler = LanguageMap(try text(field))
        case "links": details.links = try list(field).map { (link) throws(BusError) in try self.link(link) }
        case "mentions": details.mentions = try names(field).map { .init(target: $0) }
        case "mentioned":
            // Who was named is not told; that the user was, is.
            if try content(field, Bool.self) { details.mentions.append(.init(target: "", isUser: true)) }
        case "attention": details.isAttention = try content(field, Bool.self)
        case "spans": details.spans = try list(field).compactMap(TextSpan.init)
        default: break
        }
    }

    // MARK: The whole

    func entry() throws(BusError) -> ImportedEntry {
        guard let peer else { throw BusError.invalidArguments.because("peer is missing") }
        guard let direction else { throw BusError.invalidArguments.because("direction is in or out") }
        guard let time else { throw BusError.invalidArguments.because("time is missing") }
        guard author != nil || direction == .outgoing else {
            throw BusError.invalidArguments.because("author is missing")
        }
        var content = content
        content.direction = direction
        content.kind = kind
        content.author = author ?? ""
        content.sentAt = time
        content.receivedAt = received ?? time
        if content.encryption == "none" { content.encryption = nil }
        if let language, let first = content.texts.first, first.language != language {
            content.detectedLanguage = language
        }
        if direction == .outgoing { content.state = outgoingState }
        var details = details
        details.reply?.author = replyAuthor
        if !details.isEmpty { content.details = details }
        return ImportedEntry(peer: peer, content: content, marks: marks(time, author ?? ""), versions: versions)
    }

    /// What was still to be sent when it was exported is not sent now.
    private var outgoingState: EntryState {
        switch state {
        case "delivered": .delivered
        case "displayed": .displayed
        case "failed":
            .failed(
                Reason(code: reasonCode ?? "undefined-condition", sentence: reason ?? "It failed before its export."))
        case "queued", "held", "sent":
            .failed(Reason(code: "exported", sentence: "It had not been sent when it was exported."))
        default: .onServer
        }
    }

    private func marks(_ time: Timestamp, _ author: String) -> EntryMarks? {
        var marks = EntryMarks(correctedAt: corrected)
        if let retracted {
            marks.retraction = .init(time: retracted, by: retractedBy ?? author, reason: retractionReason)
        }
        guard !reactions.isEmpty else { return marks == EntryMarks() ? nil : marks }
        var senders: OrderedEntries<String, [String]> = [:]
        for (emoji, authors) in reactions {
            for author in authors { senders[author] = (senders[author] ?? []) + [emoji] }
        }
        marks.reactions = senders.map { .init(sender: $0.key, emojis: $0.value, time: time) }
        return marks == EntryMarks() ? nil : marks
    }

    // MARK: Values

    private func content<Content: BusRepresentable>(
        _ field: Value.Field, _ type: Content.Type
    ) throws(BusError) -> Content {
        guard let content = Content(busValue: field.value) else {
            throw BusError.invalidArguments.because("\(field.name) is of type \(field.value.signature)")
        }
        return content
    }

    private func text(_ field: Value.Field) throws(BusError) -> String {
        let text = try content(field, String.self)
        guard text.utf8.count <= Self.idBytes else {
            throw BusError.invalidArguments.because("\(field.name) has more than \(Self.idBytes) bytes")
        }
        return text
    }

    private func kind(_ field: Value.Field) throws(BusError) -> EntryKind {
        guard let kind = EntryKind(rawValue: try text(field)) else {
            throw BusError.invalidArguments.because("there is no such kind of entry")
        }
        return kind
    }

    private func moment(_ field: Value.Field) throws(BusError) -> Timestamp {
        let time = try content(field, Int64.self)
        guard Self.times.contains(time) else {
            throw BusError.invalidArguments.because("\(field.name) is not between 1970 and 9999")
        }
        return Timestamp(microseconds: time)
    }

    private func texts(_ field: Value.Field) throws(BusError) -> LanguageMap {
        let entries = try content(field, OrderedEntries<String, String>.self)
        return try LanguageMap(entries, atMost: Self.texts.count, bytes: Self.texts.bytes, each: false)
    }

    private func stanzaIDs(_ field: Value.Field) throws(BusError) -> [StanzaReference] {
        let entries = try content(field, OrderedEntries<String, String>.self)
        guard entries.count <= Self.texts.count, entries.allSatisfy({ $0.value.utf8.count <= Self.idBytes }) else {
            throw BusError.invalidArguments.because("too many stanza-ids, or too long ones")
        }
        return try entries.map { (entry) throws(BusError) in
            StanzaReference(id: entry.value, by: try bareJID(entry.key).description)
        }
    }

    private func names(_ field: Value.Field) throws(BusError) -> [String] {
        let names = try content(field, [String].self)
        guard names.count <= Self.listBound, names.allSatisfy({ $0.utf8.count <= Self.idBytes * 4 }) else {
            throw BusError.invalidArguments.because("\(field.name) has more than \(Self.listBound) members")
        }
        return names
    }

    private func list(_ field: Value.Field) throws(BusError) -> [Fields] {
        // An empty list of JSON does not say of what it is one.
        if case .array(let values, _) = field.value, values.isEmpty { return [] }
        let list = try content(field, [Fields].self)
        guard list.count <= Self.listBound else {
            throw BusError.invalidArguments.because("\(field.name) has more than \(Self.listBound) members")
        }
        return list
    }

    private func link(_ fields: Fields) throws(BusError) -> EntryDetails.Link {
        guard let url = try fields.get("url", as: String.self), url.utf8.count <= 8_192 else {
            throw BusError.invalidArguments.because("a link has a url of at most 8192 bytes")
        }
        return .init(url: url, description: try fields.get("description", as: String.self))
    }

    private func version(_ fields: Fields) throws(BusError) -> EntryVersion {
        guard let time = fields["time"] else { throw BusError.invalidArguments.because("a version has a time") }
        var version = EntryVersion(time: try moment(.init("time", time)), texts: LanguageMap())
        if let value = fields["texts"] { version.texts = try texts(.init("texts", value)) }
        if let value = fields["subjects"] { version.subjects = try texts(.init("subjects", value)) }
        return version
    }

    private func reactions(_ field: Value.Field) throws(BusError) -> OrderedEntries<String, [String]> {
        let reactions = try content(field, OrderedEntries<String, [String]>.self)
        guard reactions.count <= Self.listBound, reactions.allSatisfy({ $0.value.count <= 1_000 }),
            reactions.allSatisfy({ $0.key.utf8.count <= ActRule.emojiBytes })
        else { throw BusError.invalidArguments.because("too many reactions, or too long ones") }
        return reactions
    }
}
