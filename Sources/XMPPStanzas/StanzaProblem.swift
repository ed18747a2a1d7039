/// Why an element is no stanza that can be acted on: a rule and where it is written.
public struct StanzaProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// Stable and lower-case: "address-malformed".
    public let code: String
    /// The rule: "RFC 6120 §8.1.1".
    public let section: String
    /// What may be answered; to `iq` requests it must be.
    public let condition: StanzaError.Condition

    init(_ code: String, _ section: String, _ condition: StanzaError.Condition) {
        self.code = code
        self.section = section
        self.condition = condition
    }

    public var description: String { "\(code) (\(section))" }

    /// No `message`, `presence` or `iq`, or in another namespace.
    public static let unknownStanza = StanzaProblem("stanza-unknown", "RFC 6120 §8", .badRequest)
    /// A `from` or `to` that is no address.
    public static let malformedAddress = StanzaProblem("address-malformed", "RFC 6120 §8.1", .jidMalformed)
    /// A `type` with no meaning for this stanza.
    public static let unknownType = StanzaProblem("type-unknown", "RFC 6120 §8.1.4", .badRequest)
    /// An `iq` without `id`.
    public static let missingID = StanzaProblem("id-missing", "RFC 6120 §8.1.3", .badRequest)
    /// A request without exactly one child, or a result with more than one.
    public static let wrongChildren = StanzaProblem("children-wrong", "RFC 6120 §8.2.3", .badRequest)
    /// A payload that does not have the form its namespace demands.
    public static let malformedPayload = StanzaProblem("payload-malformed", "RFC 6120 §8.3.3.1", .badRequest)
}
