import Backend
import BusAPI
import Domain

extension Draft {
    /// Most bytes of text in one message.
    static let textBytes = 256 << 10
    /// Most bytes of it as XML, where `&` is five: servers close the stream of whoever sends more than 256 KiB at once.
    static let writtenBytes = 240_000

    private static let keys = [
        "subjects", "type", "thread", "thread-parent", "resource", "token", "reply-to", "spoiler", "link", "attention",
    ]

    /// Reads the arguments of `Conversation1.Send`; unknown keys and wrong types fail.
    init(_ texts: OrderedEntries<String, String>, _ options: Fields) throws(BusError) {
        try options.refuseUnknown(allowed: Self.keys)
        self.init(texts: try Self.texts(texts))
        subjects = try Self.subjects(options) ?? LanguageMap()
        kind = try Self.kind(try options.get("type", as: String.self) ?? "chat")
        thread = try Self.short(options, "thread", 256)
        threadParent = try Self.short(options, "thread-parent", 256)
        resource = try Self.short(options, "resource", 1023)
        token = try Self.short(options, "token", 128)
        if let name = try options.get("reply-to", as: String.self) {
            guard let entry = EntryID(name) else { throw BusError(.noSuchEntry(name)) }
            reply = entry
        }
        if let hint = try options.get("spoiler", as: String.self) {
            details.spoiler = hint.isEmpty ? LanguageMap() : LanguageMap(try Self.short(options, "spoiler", 1023) ?? "")
        }
        if let url = try Self.short(options, "link", 8192) { details.links = [.init(url: url)] }
        details.isAttention = try options.get("attention", as: Bool.self) ?? false
        let hasContent = !self.texts.isEmpty || !subjects.isEmpty || !details.links.isEmpty || details.isAttention
        guard hasContent else { throw BusError.invalidArguments.because("a message needs a text or a subject") }
    }

    /// The texts of Send and Correct, which one stanza has to carry.
    static func texts(_ texts: OrderedEntries<String, String>) throws(BusError) -> LanguageMap {
        let texts = try LanguageMap(texts, atMost: 16, bytes: Self.textBytes, each: false)
        let written = texts.items.reduce(0) { sum, item in
            item.text.utf8.reduce(sum) { $0 + Self.written($1) }
        }
        guard written <= Self.writtenBytes else {
            throw BusError.invalidArguments.because(
                "the text has \(written) bytes as XML, and servers take \(Self.writtenBytes); send it in parts")
        }
        return texts
    }

    /// What a byte of text takes in a stanza.
    private static func written(_ byte: UInt8) -> Int {
        switch byte {
        case UInt8(ascii: "&"): 5
        case UInt8(ascii: "<"), UInt8(ascii: ">"): 4
        default: 1
        }
    }

    /// The option `subjects` of Send and Correct; `nil`: not given.
    static func subjects(_ options: Fields) throws(BusError) -> LanguageMap? {
        guard let subjects = try options.get("subjects", as: OrderedEntries<String, String>.self) else { return nil }
        return try LanguageMap(subjects, atMost: 16, bytes: 4096, each: false)
    }

    private static func kind(_ name: String) throws(BusError) -> EntryKind {
        switch name {
        case "chat": .chat
        case "normal": .normal
        case "headline": .headline
        case "groupchat": .groupchat
        default: throw BusError.invalidArguments.because("type is chat, normal, headline or groupchat")
        }
    }

    private static func short(_ options: Fields, _ key: String, _ limit: Int) throws(BusError) -> String? {
        guard let text = try options.get(key, as: String.self) else { return nil }
        guard (1...limit).contains(text.utf8.count), text.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) else {
            throw BusError.invalidArguments.because("\(key) is 1-\(limit) bytes without control characters")
        }
        return text
    }
}
