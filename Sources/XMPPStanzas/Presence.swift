public import XMLStreams
public import XMPPAddresses

/// A presence (RFC 6121 §4.7).
public struct Presence: Hashable, Sendable {
    /// What it does (§4.7.1); `available` stands for no type.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case available, unavailable, subscribe, subscribed, unsubscribe, unsubscribed, probe, error
    }

    /// How available somebody is (§4.7.2.1); `online` stands for no `show`.
    public enum Show: String, Hashable, Sendable, CaseIterable {
        case online, chat, away, xa, dnd
    }

    public var type: Kind
    public var to: JID?
    public var from: JID?
    public var id: String?
    /// The default language of its statuses; `nil`: not said.
    public var lang: String?
    public var show: Show
    public var statuses: LanguageMap
    /// -128–127; 0 when not said.
    public var priority: Int8
    /// What went wrong; only in presences of type `error`.
    public var error: StanzaError?
    /// All other children, in their order.
    public var payloads: [Element]

    public init(
        _ type: Kind = .available, to: JID? = nil, from: JID? = nil, id: String? = nil, lang: String? = nil,
        show: Show = .online, statuses: LanguageMap = LanguageMap(), priority: Int8 = 0, error: StanzaError? = nil,
        payloads: [Element] = []
    ) {
        self.type = type
        self.to = to
        self.from = from
        self.id = id
        self.lang = lang
        self.show = show
        self.statuses = statuses
        self.priority = priority
        self.error = error
        self.payloads = payloads
    }

    /// Reads a `presence`; an unknown type is refused, an unknown `show` or `priority` left out.
    public init(_ element: Element) throws(StanzaProblem) {
        guard element.has("presence", .client) else { throw .unknownStanza }
        let header = try StanzaHeader(element)
        let type = header.type.map { Kind(rawValue: $0) } ?? .available
        guard let type, header.type != Kind.available.rawValue else { throw .unknownType }
        self.init(type, to: header.to, from: header.from, id: header.id, lang: header.lang)
        var hasShow = false
        var hasPriority = false
        for case .element(let child) in element.children {
            switch (child.name.namespace, child.name.local) {
            case (Namespace.client?, "show"):
                if !hasShow { show = Show(rawValue: child.text.trimmed) ?? .online }
                hasShow = true
            case (Namespace.client?, "status"): statuses.add(child, around: lang)
            case (Namespace.client?, "priority"):
                if !hasPriority { priority = Int(child.text.trimmed).map(Int8.init(clamping:)) ?? 0 }
                hasPriority = true
            case (Namespace.client?, "error") where type == .error: error = error ?? StanzaError(child)
            default: payloads.append(child)
            }
        }
        if type == .error, error == nil { error = .undefinedCondition }
    }

    public var isError: Bool { type == .error }

    public var element: Element {
        let kind = type == .available ? nil : type.rawValue
        var element = StanzaHeader(to: to, from: from, id: id, lang: lang, type: kind).element("presence")
        if show != .online { element.children.append(.element(Element("show", .client, text: show.rawValue))) }
        element.append(statuses, "status", .client, around: lang)
        if priority != 0 { element.children.append(.element(Element("priority", .client, text: "\(priority)"))) }
        element.children += payloads.map(Node.element)
        if type == .error, let error { element.children.append(.element(error.element)) }
        return element
    }

    /// The error to send back; `nil` to an error, which is never answered (RFC 6120 §8.3.1).
    public func refused(with error: StanzaError) -> Presence? {
        guard !isError else { return nil }
        return Presence(.error, to: from, from: to, id: id, error: error)
    }
}
