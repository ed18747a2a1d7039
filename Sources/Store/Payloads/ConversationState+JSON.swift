public import Domain
public import JSONText

extension ConversationState {
    /// Writes the members, for an object that has begun; keys as in `docs/events.md`.
    public func write(to json: inout JSONWriter) {
        json.member("open", isOpen)
        json.member("unread", Int64(unread))
        json.member("mentions", Int64(mentions))
        json.member("pinned", isPinned)
        if let read {
            json.member("read", read.entry.description)
            json.member("read-time", read.time.microseconds)
        }
        if let mute {
            json.member("mute", mute.level.rawValue)
            if let until = mute.until { json.member("mute-until", until.microseconds) }
        }
        if let draft {
            json.key("draft")
            json.raw(draft.json)
        }
        if let retention { json.member("retention", Int64(retention.number)) }
    }
}

extension ConversationState.Draft {
    var json: String {
        var writer = JSONWriter()
        writer.object {
            $0.member("text", text)
            $0.member("reply", ifPresent: reply?.description)
            $0.member("correction", ifPresent: correction?.description)
            $0.member("time", time.microseconds)
        }
        return writer.text
    }

    /// From a row; `nil`: nothing there.
    init?(stored text: String?) {
        guard let text, let json = try? JSONParser.parse(text), let words = json["text"]?.string else { return nil }
        self.init(
            text: words, reply: json["reply"]?.string.flatMap { EntryID($0) },
            correction: json["correction"]?.string.flatMap { EntryID($0) },
            time: Timestamp(microseconds: json["time"]?.integer ?? 0))
    }

    /// The same with no more bytes of text than so many, cut between characters.
    func bounded(to bytes: Int) -> Self {
        guard text.utf8.count > bytes else { return self }
        var draft = self
        draft.text = ""
        var count = 0
        for character in text {
            count += character.utf8.count
            guard count <= bytes else { break }
            draft.text.append(character)
        }
        return draft
    }
}
