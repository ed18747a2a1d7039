public import XMLStreams

/// Why the other side, or this one, ends the stream (RFC 6120 §4.9).
public struct StreamError: Error, Hashable, Sendable {
    public var condition: StreamCondition
    /// Explanations for people; never to be interpreted (§4.9.2).
    public var texts: LanguageMap
    /// The condition in terms of the extension meant; `nil`: none.
    public var application: Element?
    /// Where to connect instead, "host" or "host:port"; only with `see-other-host` (§4.9.3.19).
    public var otherHost: String?

    public init(
        _ condition: StreamCondition, texts: LanguageMap = LanguageMap(), application: Element? = nil,
        otherHost: String? = nil
    ) {
        self.condition = condition
        self.texts = texts
        self.application = application
        self.otherHost = otherHost
    }

    /// Reads a `stream:error`; `nil` for any other element. Unknown conditions are `undefined-condition`.
    public init?(_ element: Element) {
        guard element.has("error", .streams) else { return nil }
        self.init(.undefinedCondition)
        var isDefined = false
        for case .element(let child) in element.children {
            guard child.name.namespace == .streamConditions else {
                application = application ?? child
                continue
            }
            if child.name.local == "text" {
                texts.add(child, around: element[Name("lang", .xml)])
            } else if !isDefined {
                isDefined = true
                condition = StreamCondition(rawValue: child.name.local) ?? .undefinedCondition
                if condition == .seeOtherHost, !child.text.isEmpty { otherHost = child.text.trimmed }
            }
        }
    }

    public var element: Element {
        var element = Element("error", .streams)
        let host = condition == .seeOtherHost ? otherHost : nil
        element.children.append(.element(Element(condition.rawValue, .streamConditions, text: host)))
        element.append(texts, "text", .streamConditions, around: nil)
        if let application { element.children.append(.element(application)) }
        return element
    }
}
