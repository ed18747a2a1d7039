import Foundation

/// A message as Prosody keeps it in an archive.
struct ArchivedStanza {
    /// A child of the message, in Prosody's own notation.
    struct Child {
        let lua: String

        /// - Parameter content: texts without quotes, and elements.
        init(_ name: String, _ namespace: String? = nil, id: String? = nil, to: String? = nil, content: String = "") {
            var attributes = namespace.map { "xmlns = \"\($0)\"; " } ?? ""
            if let id { attributes += "id = \"\(id)\"; " }
            if let to { attributes += "to = \"\(to)\"; " }
            lua = "{ name = \"\(name)\"; attr = { \(attributes)}; \(content) }"
        }

        static func body(_ text: String) -> Child { Child("body", content: "\"\(text)\"") }
        static func replace(_ id: String) -> Child { Child("replace", "urn:xmpp:message-correct:0", id: id) }
        static func retract(_ id: String) -> Child { Child("retract", "urn:xmpp:message-retract:1", id: id) }
        static func received(_ id: String) -> Child { Child("received", "urn:xmpp:receipts", id: id) }
        static func displayed(_ id: String) -> Child { Child("displayed", "urn:xmpp:chat-markers:0", id: id) }
        static func reply(_ id: String, to: String) -> Child { Child("reply", "urn:xmpp:reply:0", id: id, to: to) }
        static func reactions(_ id: String, _ emoji: String) -> Child {
            Child(
                "reactions", "urn:xmpp:reactions:0", id: id,
                content: Child("reaction", "urn:xmpp:reactions:0", content: "\"\(emoji)\"").lua)
        }
    }

    /// In the archive; the message's own id is the same with "m-" before it.
    let id: String
    /// With a resource.
    let from: String
    let to: String
    let children: [Child]

    init(_ id: String, from: String, to: String, _ children: [Child]) {
        self.id = id
        self.from = from
        self.to = to
        self.children = children
    }

    /// Its row in the archive of this user.
    func row(of owner: String, at time: Int) -> String {
        let sender = String(from.prefix { $0 != "/" })
        let stamp = Date(timeIntervalSince1970: TimeInterval(time)).formatted(.iso8601)
        let attributes =
            "from = \"\(from)\"; to = \"\(to)\"; type = \"chat\"; id = \"m-\(id)\"; stamp = \"\(stamp)\""
        return "item({ key = \"\(id)\"; when = \(time); with = \"\(sender == owner ? to : sender)\"; "
            + "name = \"message\"; attr = { \(attributes) }; \(children.map(\.lua).joined(separator: ", ")) });\n"
    }
}
