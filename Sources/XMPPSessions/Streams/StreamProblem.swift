/// Why a stream could not be opened, or broke.
///
/// Shown to users: each problem has a stable code, a sentence, and an action where there is one.
public struct StreamProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// What trying again can achieve.
    public enum Remedy: String, Sendable, Hashable {
        /// The network or the server may recover: try again with back-off.
        case retry
        /// Only the user can help (wrong password, untrusted certificate): wait for them.
        case user
    }

    /// Stable and lower-case: `dns-failure`, `certificate-expired`, `sasl-not-authorized`.
    public let code: String
    /// One sentence for people; it never contains text that came from the network.
    public let sentence: String
    /// What the user can do, as an imperative sentence; `nil` when there is nothing.
    public let action: String?
    public let remedy: Remedy
    /// The rule that was broken, such as "RFC 6120 §13.7.2"; `nil` when no rule is involved.
    public let section: String?
    /// What else is known, for logs and `status`: an address, an OpenSSL reason, a SASL condition.  Printable ASCII
    /// only, at most 200 bytes.
    public var detail: String?
    /// True when we refused what the server sent: in a session that goes on, it would send the same again.
    public let endsSession: Bool

    public init(
        code: String, sentence: String, action: String? = nil, remedy: Remedy = .retry, section: String? = nil,
        detail: String? = nil, endsSession: Bool = false
    ) {
        self.code = code
        self.sentence = sentence
        self.action = action
        self.remedy = remedy
        self.section = section
        self.detail = detail
        self.endsSession = endsSession
    }

    public var description: String { detail.map { "\(sentence) (\($0))" } ?? sentence }

    /// The same problem with something more known about it.
    public func with(detail: String) -> StreamProblem {
        var problem = self
        problem.detail = String(
            decoding: detail.utf8.lazy.filter { (0x20..<0x7F).contains($0) }.prefix(200), as: UTF8.self)
        return problem
    }
}
