public import Domain
public import JSONText

extension Entry {
    /// The entry as a JSON object, the payload of its events; keys as in `docs/events.md`.
    public var json: String { json(change: nil) }

    /// The same with what was done to it last.
    func json(change: String?) -> String {
        var writer = JSONWriter(reserving: 512)
        write(to: &writer, change: change)
        return writer.text
    }

    /// Writes the object as the value that comes next.
    public func write(to json: inout JSONWriter) {
        write(to: &json, change: nil)
    }

    private func write(to json: inout JSONWriter, change: String?) {
        json.beginObject()
        json.member("change", ifPresent: change)
        json.member("id", id.description)
        json.member("account", account.description)
        json.member("conversation", conversation.description)
        json.member("peer", peer)
        json.member("direction", content.direction.rawValue)
        json.member("kind", content.kind.rawValue)
        json.member("author", content.author)
        json.member("time", content.sentAt.microseconds)
        json.member("received", content.receivedAt.microseconds)
        if content.sentAt != content.receivedAt { json.member("delayed", true) }
        json.member("texts", content.texts)
        json.member("subjects", content.subjects)
        json.member("thread", ifPresent: content.thread)
        json.member("thread-parent", ifPresent: content.threadParent)
        json.member("message-id", ifPresent: content.messageID)
        json.member("origin-id", ifPresent: content.originID)
        writeStanzaIDs(to: &json)
        json.member("encryption", ifPresent: content.encryption)
        if let state = content.state { json.member(state) }
        json.member("occupant-id", ifPresent: content.occupantID)
        json.member("detected-language", ifPresent: content.detectedLanguage)
        if let moment = content.expiresAt { json.member("expires", moment.microseconds) }
        if content.isAction { json.member("action", true) }
        content.details?.write(to: &json)
        marks?.write(to: &json)
        json.endObject()
    }

    private func writeStanzaIDs(to json: inout JSONWriter) {
        guard !content.stanzaIDs.isEmpty else { return }
        json.key("stanza-ids")
        json.beginObject()
        for reference in content.stanzaIDs { json.member(reference.by, reference.id) }
        json.endObject()
    }
}

extension JSONWriter {
    /// An object from language to text; absent when empty.
    mutating func member(_ name: String, _ map: LanguageMap) {
        guard !map.isEmpty else { return }
        key(name)
        beginObject()
        for item in map.items { member(item.language, item.text) }
        endObject()
    }

    /// `state`, and `reason` where there is one.
    mutating func member(_ state: EntryState) {
        member("state", state.name)
        guard let reason = state.reason else { return }
        member("reason", reason.sentence)
        member("reason-code", reason.code)
    }
}
