import XMLStreams
public import XMPPAddresses
public import XMPPSessions

/// What the server is to keep in the account's archive (XEP-0441 §2.1).
public struct ArchivePreferences: Hashable, Sendable {
    /// What becomes of messages of those who are in no list (§2.1.1).
    public enum Rule: String, Hashable, Sendable, CaseIterable {
        case always
        case never
        /// Only those of contacts are kept.
        case roster
    }

    /// Addresses in one list at most; the server's further ones are left out.
    public static let limit = 1_000

    public var rule: Rule
    /// Messages with these are kept.
    public var always: [JID]
    /// Messages with these are not kept.
    public var never: [JID]

    public init(rule: Rule, always: [JID] = [], never: [JID] = []) {
        self.rule = rule
        self.always = always
        self.never = never
    }

    /// Reads a `prefs`; `nil` for another element and for a rule that is not in the specification.  What is no address
    /// in a list is left out.
    init?(_ element: Element) {
        guard element.has("prefs", .archive), let word = element[attribute: "default"], let rule = Rule(rawValue: word)
        else { return nil }
        self.rule = rule
        always = Self.list(element.child("always", .archive))
        never = Self.list(element.child("never", .archive))
    }

    var element: Element {
        Element(
            "prefs", .archive, ["default": rule.rawValue],
            children: [Self.element("always", always), Self.element("never", never)])
    }

    private static func list(_ element: Element?) -> [JID] {
        guard let element else { return [] }
        return element.children("jid", .archive).prefix(limit).compactMap { try? JID($0.text) }
    }

    private static func element(_ name: String, _ list: [JID]) -> Element {
        Element(name, .archive, children: list.map { Element("jid", .archive, text: $0.description) })
    }
}

extension Requesting {
    /// What the server keeps of the account's messages; servers without this answer with an error.
    public func archivePreferences(
        timeout: Duration = .seconds(60)
    ) async throws(RequestFailure) -> ArchivePreferences {
        try Self.preferences(try await request(Element("prefs", .archive), .get, to: nil, timeout: timeout))
    }

    /// Tells the server what to keep; gives what it really does, which may differ (§2.1).
    public func setArchivePreferences(
        _ preferences: ArchivePreferences, timeout: Duration = .seconds(60)
    ) async throws(RequestFailure) -> ArchivePreferences {
        try Self.preferences(try await request(preferences.element, .set, to: nil, timeout: timeout))
    }

    private static func preferences(_ answer: Element?) throws(RequestFailure) -> ArchivePreferences {
        guard let preferences = answer.flatMap(ArchivePreferences.init) else { throw .malformedAnswer }
        return preferences
    }
}
