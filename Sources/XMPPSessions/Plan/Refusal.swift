import XMPPStanzas

/// Why something received was not acted on: a rule and where it is written.
public struct Refusal: Hashable, Sendable, CustomStringConvertible {
    /// Stable and lower-case: `roster-push-foreign`.
    public let code: String
    /// The rule: "RFC 6121 §2.1.6".
    public let section: String

    public init(code: String, section: String) {
        self.code = code
        self.section = section
    }

    public var description: String { "\(code) (\(section))" }
}

extension Refusal {
    /// A request from somebody who may not make it, or may not know that we are online.
    public static let foreignRequest = Refusal(code: "request-foreign", section: "RFC 6121 §11")
    /// A request that nothing here answers.
    static let unservedRequest = Refusal(code: "request-unserved", section: "RFC 6120 §8.4")
    /// More requests than we can answer.
    static let floodOfRequests = Refusal(code: "request-flood", section: "RFC 6120 §8.3.3.17")
    /// An element between stanzas that means nothing to us.
    static let unknownElement = Refusal(code: "element-unknown", section: "RFC 6120 §4.9.3.24")

    init(_ problem: StanzaProblem) { self.init(code: problem.code, section: problem.section) }
}
