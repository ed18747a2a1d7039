public import XMLStreams
public import XMPPAddresses

/// A message (RFC 6121 §5).
public struct Message: Hashable, Sendable {
    public var to: JID?
    public var from: JID?
    public var id: String?
    public var type: MessageType
    /// The default language of its texts; `nil`: not said.
    public var lang: String?
    /// What it says (RFC 6121 §5.2.3).
    public var bodies: LanguageMap
    /// What it is about (§5.2.4).
    public var subjects: LanguageMap
    public var thread: Thread?
    /// What went wrong with the message of this id; only in messages of type `error`.
    public var error: StanzaError?
    /// All other children, in their order.
    public var payloads: [Element]

    public init(
        type: MessageType = .normal, to: JID? = nil, from: JID? = nil, id: String? = nil, lang: String? = nil,
        bodies: LanguageMap = LanguageMap(), subjects: LanguageMap = LanguageMap(), thread: Thread? = nil,
        error: StanzaError? = nil, payloads: [Element] = []
    ) {
        self.to = to
        self.from = from
        self.id = id
        self.type = type
        self.lang = lang
        self.bodies = bodies
        self.subjects = subjects
        self.thread = thread
        self.error = error
        self.payloads = payloads
    }

    /// Reads a `message` in one pass over its children; of two texts in one language the first counts.
    public init(_ element: Element) throws(StanzaProblem) {
        guard element.has("message", .client) else { throw .unknownStanza }
        let header = try StanzaHeader(element)
        // RFC 6121 §5.2.2: a missing or unknown type is "normal".
        let type = header.type.flatMap(MessageType.init(rawValue:)) ?? .normal
        self.init(type: type, to: header.to, from: header.from, id: header.id, lang: header.lang)
        payloads.reserveCapacity(element.children.count)
        for case .element(let child) in element.children {
            guard child.name.namespace == .client else {
                payloads.append(child)
                continue
            }
            switch child.name.local {
            case "body": bodies.add(child, around: lang)
            case "subject": subjects.add(child, around: lang)
            case "thread": thread = thread ?? Thread(id: child.text, parent: child[attribute: "parent"])
            case "error": if type == .error { error = error ?? StanzaError(child) }
            default: payloads.append(child)
            }
        }
        if type == .error, error == nil { error = .undefinedCondition }
    }

    public var isError: Bool { type == .error }

    public var element: Element {
        let type = type == .normal ? nil : type.rawValue
        var element = StanzaHeader(to: to, from: from, id: id, lang: lang, type: type).element("message")
        element.append(subjects, "subject", .client, around: lang)
        element.append(bodies, "body", .client, around: lang)
        if let thread {
            element.children.append(.element(Element("thread", .client, ["parent": thread.parent], text: thread.id)))
        }
        element.children += payloads.map(Node.element)
        if self.type == .error, let error { element.children.append(.element(error.element)) }
        return element
    }

    /// The error to send back; `nil` to an error, which is never answered (RFC 6120 §8.3.1).
    public func refused(with error: StanzaError) -> Message? {
        guard !isError else { return nil }
        return Message(type: .error, to: from, from: to, id: id, error: error)
    }
}
