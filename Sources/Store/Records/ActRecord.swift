import Domain
import JSONText
import XMPPAddresses

/// An act as it waits in its row.
extension Act {
    /// The same for acts of which the later replaces the earlier.
    var kin: String {
        let target = target.names.compactMap { StoredName($0) }.map { "\($0.id)\u{1E}\($0.by)" }.joined(
            separator: "\u{1E}")
        let own = if case .correct = kind { ownNames.map(\.id).joined(separator: "\u{1E}") } else { "" }
        let actor = occupantID ?? author
        return [name, direction.rawValue, actor, target, own].joined(separator: "\u{1F}")
    }

    var json: String {
        var writer = JSONWriter()
        writer.beginObject()
        kind.write(to: &writer)
        writer.member("account", target.account.description)
        writer.member("peer", target.peer.description)
        writer.key("names")
        writer.array { list in
            for name in target.names { name.write(to: &list) }
        }
        writer.member("direction", direction.rawValue)
        writer.member("author", author)
        writer.member("occupant", ifPresent: occupantID)
        writer.member("time", time.microseconds)
        writer.member("message", ifPresent: messageID)
        writer.member("origin", ifPresent: originID)
        writer.key("stanza-ids")
        writer.array { list in
            for reference in stanzaIDs { EntryTarget.Name.archive(reference).write(to: &list) }
        }
        writer.member("encryption", ifPresent: encryption)
        writer.endObject()
        return writer.text
    }

    /// `nil`: not what `json` wrote.
    init?(stored text: String) {
        guard let json = try? JSONParser.parse(text), let kind = Kind(json),
            let account = json["account"]?.string.flatMap({ AccountID($0) }),
            let peer = json["peer"]?.string.flatMap({ try? BareJID($0) }),
            let direction = json["direction"]?.string.flatMap({ EntryDirection(rawValue: $0) }),
            let author = json["author"]?.string, let time = json["time"]?.integer
        else { return nil }
        let names = json["names"]?.array?.compactMap { EntryTarget.Name($0) } ?? []
        self.init(
            kind, on: EntryTarget(account: account, peer: peer, names: names), direction: direction, author: author,
            occupantID: json["occupant"]?.string, time: Timestamp(microseconds: time),
            messageID: json["message"]?.string, originID: json["origin"]?.string,
            stanzaIDs: json["stanza-ids"]?.array?.compactMap { item in
                if case .archive(let reference)? = EntryTarget.Name(item) { reference } else { nil }
            } ?? [], encryption: json["encryption"]?.string)
    }
}

extension Act.Kind {
    /// Writes the members, for an object that has begun.
    func write(to json: inout JSONWriter) {
        json.member("kind", name)
        switch self {
        case .correct(let texts, let subjects, let details, let language):
            json.member("texts", PackedText.pack(texts))
            json.member("subjects", PackedText.pack(subjects))
            json.member("details", ifPresent: details?.json)
            json.member("detected-language", ifPresent: language)
        case .moderate(let reason): json.member("reason", ifPresent: reason)
        case .react(let emojis): json.member("emojis", PackedText.pack(emojis))
        case .retract, .receive, .display, .pin, .unpin: break
        }
    }

    /// `nil`: not what was written.
    init?(_ json: JSON) {
        switch json["kind"]?.string {
        case "correct":
            self = .correct(
                texts: PackedText.unpackMap(json["texts"]?.string ?? ""),
                subjects: PackedText.unpackMap(json["subjects"]?.string ?? ""),
                details: EntryDetails(stored: json["details"]?.string),
                detectedLanguage: json["detected-language"]?.string)
        case "retract": self = .retract
        case "moderate": self = .moderate(reason: json["reason"]?.string)
        case "react": self = .react(PackedText.unpack(json["emojis"]?.string ?? ""))
        case "receive": self = .receive
        case "display": self = .display
        case "pin": self = .pin
        case "unpin": self = .unpin
        default: return nil
        }
    }
}

extension EntryTarget.Name {
    fileprivate func write(to json: inout JSONWriter) {
        json.object {
            switch self {
            case .entry(let id): $0.member("entry", id.number)
            case .sender(let id): $0.member("id", id)
            case .archive(let reference):
                $0.member("id", reference.id)
                $0.member("by", reference.by)
            }
        }
    }

    fileprivate init?(_ json: JSON) {
        if let number = json["entry"]?.integer, number > 0 {
            self = .entry(EntryID(number: number))
            return
        }
        guard let id = json["id"]?.string else { return nil }
        self = json["by"]?.string.map { .archive(StanzaReference(id: id, by: $0)) } ?? .sender(id)
    }
}
