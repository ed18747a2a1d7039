import XMLStreams

/// What an entity says it is (XEP-0030 §3.1).
public struct DiscoIdentity: Hashable, Sendable {
    /// "client", "server", "conference".
    public var category: String
    /// "pc", "console", "im".
    public var type: String
    /// The language of the name, "en"; `nil`: not said.
    public var language: String?
    /// For people; `nil`: none.
    public var name: String?

    public init(category: String, type: String, language: String? = nil, name: String? = nil) {
        self.category = category
        self.type = type
        self.language = language
        self.name = name
    }

    /// Reads an `identity`; `around` is the language of what it stands in (XML 1.0 §2.12).
    init?(_ element: Element, around: String?) {
        guard let category = element[attribute: "category"], let type = element[attribute: "type"] else { return nil }
        self.init(
            category: category, type: type, language: element[Name("lang", .xml)] ?? around,
            name: element[attribute: "name"])
    }

    var element: Element {
        var element = Element("identity", .discoInfo, ["category": category, "type": type, "name": name])
        if let language { element[Name("lang", .xml)] = language }
        return element
    }
}
