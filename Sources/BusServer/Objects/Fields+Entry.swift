import Backend
import BusAPI
import DBusWire
import Domain
import Store

extension Fields {
    /// An entry as Conversation1 describes it; the keys are near to those of the event's JSON.
    init(_ shown: ShownEntry) {
        self.init(shown.entry)
        if shown.entry.marks?.correctedAt != nil { set("versions", UInt32(clamping: shown.around.versions)) }
        set("reply-to-entry", shown.around.replied?.description)
    }

    /// The same without what stands elsewhere.
    init(_ entry: Entry) {
        let content = entry.content
        self = [
            "id": .string(entry.id.description), "direction": .string(content.direction.rawValue),
            "kind": .string(content.kind.rawValue),
        ]
        set("texts", OrderedEntries(content.texts))
        set("subjects", OrderedEntries(content.subjects))
        set("author", content.author)
        set("time", content.sentAt.microseconds)
        set("received", content.receivedAt.microseconds)
        if content.sentAt != content.receivedAt { set("delayed", true) }
        set("thread", content.thread)
        set("thread-parent", content.threadParent)
        set("message-id", content.messageID)
        set("origin-id", content.originID)
        if !content.stanzaIDs.isEmpty { set("stanza-ids", OrderedEntries(content.stanzaIDs.map { ($0.by, $0.id) })) }
        if let state = content.state { set(state) }
        set("encryption", content.encryption ?? "none")
        set("occupant-id", content.occupantID)
        set("language", language(content))
        if content.isAction { set("action", true) }
        if let length = content.quotedLength { set("quoted", UInt32(clamping: length)) }
        if let details = content.details { add(details) }
        if let marks = entry.marks { add(marks) }
    }

    /// The one that the first text seems to be in, where it declares none itself, else the one that was declared.
    private func language(_ content: EntryContent) -> String? {
        if let detected = content.detectedLanguage { return detected }
        return content.texts.first.flatMap { $0.language.isEmpty ? nil : $0.language }
    }

    private mutating func add(_ details: EntryDetails) {
        set("reply-to", details.reply?.id)
        set("reply-to-author", details.reply?.author)
        if let spoiler = details.spoiler { set("spoiler", spoiler.first?.text ?? "") }
        if !details.links.isEmpty {
            set(
                "links",
                details.links.map { link in
                    var fields: Fields = ["url": .string(link.url)]
                    fields.set("description", link.description)
                    return fields
                })
        }
        if !details.spans.isEmpty { set("spans", details.spans.map { Fields($0) }) }
        if !details.mentions.isEmpty { set("mentions", details.mentions.map(\.target)) }
        if details.mentionsUser { set("mentioned", true) }
        if details.isAttention { set("attention", true) }
        set("timer", details.lifetime)
    }

    private mutating func add(_ marks: EntryMarks) {
        set("corrected", marks.correctedAt?.microseconds)
        set("pinned", marks.pinnedAt?.microseconds)
        set("retracted", marks.retraction?.time.microseconds)
        set("retracted-by", marks.retraction?.by)
        set("retraction-reason", marks.retraction?.reason)
        if !marks.pending.isEmpty {
            set(
                "acts",
                marks.pending.map { act in
                    var fields: Fields = ["id": .string(act.id.description), "act": .string(act.act)]
                    fields.set(act.state)
                    return fields
                })
        }
        guard !marks.reactions.isEmpty else { return }
        var senders: OrderedEntries<String, [String]> = [:]
        for reaction in marks.reactions {
            for emoji in reaction.emojis { senders[emoji] = (senders[emoji] ?? []) + [reaction.sender] }
        }
        set("reactions", senders)
    }
}
