public import XMLStreams
public import XMPPAddresses

/// A request or its answer (RFC 6120 §8.2.3).
public struct IQ: Hashable, Sendable {
    /// What it is, with what it carries.
    public enum Content: Hashable, Sendable {
        case get(Element)
        case set(Element)
        case result(Element?)
        case error(StanzaError)
    }

    public var to: JID?
    public var from: JID?
    /// Which answer belongs to which request, for one sender.
    public var id: String
    public var lang: String?
    public var content: Content

    public init(_ content: Content, id: String, to: JID? = nil, from: JID? = nil, lang: String? = nil) {
        self.to = to
        self.from = from
        self.id = id
        self.lang = lang
        self.content = content
    }

    public init(_ element: Element) throws(StanzaProblem) {
        guard element.has("iq", .client) else { throw .unknownStanza }
        let header = try StanzaHeader(element)
        guard let id = header.id else { throw .missingID }
        let children = element.elements
        let content: Content
        switch header.type {
        case "get", "set":
            guard children.count == 1, let payload = children.first else { throw .wrongChildren }
            content = header.type == "get" ? .get(payload) : .set(payload)
        case "result":
            guard children.count <= 1 else { throw .wrongChildren }
            content = .result(children.first)
        case "error": content = .error(StanzaError(stanza: element))
        default: throw .unknownType
        }
        self.init(content, id: id, to: header.to, from: header.from, lang: header.lang)
    }

    /// Whether this asks for an answer.
    public var isRequest: Bool {
        switch content {
        case .get, .set: true
        case .result, .error: false
        }
    }

    /// Its only child; `nil` for an empty result and for errors.
    public var payload: Element? {
        switch content {
        case .get(let payload), .set(let payload): payload
        case .result(let payload): payload
        case .error: nil
        }
    }

    public var element: Element {
        let (type, child): (String, Element?) =
            switch content {
            case .get(let payload): ("get", payload)
            case .set(let payload): ("set", payload)
            case .result(let payload): ("result", payload)
            case .error(let error): ("error", error.element)
            }
        var element = StanzaHeader(to: to, from: from, id: id, lang: lang, type: type).element("iq")
        if let child { element.children = [.element(child)] }
        return element
    }

    /// The result to send back; `nil` when this is no request.
    public func answered(with payload: Element? = nil) -> IQ? {
        isRequest ? IQ(.result(payload), id: id, to: from, from: to) : nil
    }

    /// The error to send back; `nil` when this is no request: answers are never answered (RFC 6120 §8.2.3).
    public func refused(with error: StanzaError) -> IQ? {
        isRequest ? IQ(.error(error), id: id, to: from, from: to) : nil
    }
}
