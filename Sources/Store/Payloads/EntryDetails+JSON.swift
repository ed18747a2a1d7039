import Domain
import JSONText

/// The one form of details, in rows and in events; keys as in `docs/events.md`.
extension EntryDetails {
    var json: String {
        var writer = JSONWriter()
        writer.beginObject()
        write(to: &writer)
        writer.endObject()
        return writer.text
    }

    /// Writes the members, for an object that has begun.
    func write(to json: inout JSONWriter) {
        if let reply {
            json.key("reply")
            json.object {
                $0.member("id", reply.id)
                $0.member("author", ifPresent: reply.author)
            }
        }
        if let spoiler {
            json.key("spoiler")
            json.object { object in
                for item in spoiler.items { object.member(item.language, item.text) }
            }
        }
        json.list("links", links) {
            $0.member("url", $1.url)
            $0.member("description", ifPresent: $1.description)
        }
        json.list("fallbacks", fallbacks) {
            $0.member("namespace", $1.namespace)
            $0.member($1.range)
        }
        json.list("mentions", mentions) {
            $0.member("target", $1.target)
            $0.member($1.range)
            if $1.isUser { $0.member("user", true) }
        }
        json.list("spans", spans) {
            $0.member("kind", $1.kind.rawValue)
            $0.member($1.range)
            $0.member("link", ifPresent: $1.link)
            $0.member("language", ifPresent: $1.language)
        }
        if isAttention { json.member("attention", true) }
        if isUnstyled { json.member("unstyled", true) }
        if let lifetime { json.member("lifetime", Int64(lifetime)) }
    }

    /// What `json` wrote; anything else in it is left out.
    init(_ json: JSON) {
        self.init(
            reply: json["reply"].flatMap { reply in
                reply["id"]?.string.map { Reply(id: $0, author: reply["author"]?.string) }
            },
            spoiler: json["spoiler"]?.members.map { members in
                LanguageMap(
                    members.compactMap { member in
                        member.value.string.map { LanguageMap.Item(language: member.name, text: $0) }
                    })
            },
            links: json.list("links") { item in
                item["url"]?.string.map { Link(url: $0, description: item["description"]?.string) }
            },
            fallbacks: json.list("fallbacks") { item in
                item["namespace"]?.string.map { Fallback(namespace: $0, range: item.range) }
            },
            mentions: json.list("mentions") { item in
                item["target"]?.string.map {
                    Mention(target: $0, range: item.range, isUser: item["user"]?.bool ?? false)
                }
            },
            spans: json.list("spans") { TextSpan($0) }, isAttention: json["attention"]?.bool ?? false,
            isUnstyled: json["unstyled"]?.bool ?? false,
            lifetime: json["lifetime"]?.integer.map { UInt32(clamping: $0) })
    }

    /// From a row; `nil`: nothing there, or nothing that can be read.
    init?(stored text: String?) {
        guard let text, let json = try? JSONParser.parse(text) else { return nil }
        self.init(json)
    }
}

extension TextSpan {
    /// `nil` for what a newer Saluton may have written, and for what is no span.
    fileprivate init?(_ json: JSON) {
        guard let kind = json["kind"]?.string.flatMap(Kind.init), let range = json.range, !range.isEmpty else {
            return nil
        }
        self.init(kind, range, link: json["link"]?.string, language: json["language"]?.string)
    }
}

extension JSONWriter {
    /// An array of objects; absent when empty.
    fileprivate mutating func list<Item>(
        _ name: String, _ items: [Item], _ members: (inout JSONWriter, Item) -> Void
    ) {
        guard !items.isEmpty else { return }
        key(name)
        array { array in
            for item in items { array.object { members(&$0, item) } }
        }
    }

    /// `begin` and `end`, in code points.
    fileprivate mutating func member(_ range: Range<Int>?) {
        guard let range else { return }
        member("begin", Int64(range.lowerBound))
        member("end", Int64(range.upperBound))
    }
}

extension JSON {
    fileprivate func list<Item>(_ name: String, _ item: (JSON) -> Item?) -> [Item] {
        self[name]?.array?.compactMap(item) ?? []
    }

    fileprivate var range: Range<Int>? {
        guard let begin = self["begin"]?.integer, let end = self["end"]?.integer, begin >= 0, begin <= end else {
            return nil
        }
        return Int(clamping: begin)..<Int(clamping: end)
    }
}
