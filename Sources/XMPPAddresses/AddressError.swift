/// Why a text is not an address, or not a prepared string.
///
/// `description` is one sentence for people; it names a code point by its number and never quotes the text.
public struct AddressError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Which part of the address is wrong.
    public enum Part: String, Sendable {
        case local, domain, resource
        /// The address as a whole, or a string that belongs to no address.
        case text
        /// A link (RFC 5122) outside of the address in it.
        case link
    }

    /// What is wrong with the part.
    public struct Reason: Hashable, Sendable {
        /// A stable word for code and logs, such as "empty".
        public let name: String
        let sentence: String

        public static let empty = Reason(name: "empty", sentence: "is empty")
        public static let tooLong = Reason(name: "tooLong", sentence: "is too long")
        public static let disallowed = Reason(name: "disallowed", sentence: "contains a character not allowed there")
        public static let unassigned = Reason(name: "unassigned", sentence: "contains a character not known to Unicode")
        /// RFC 5892 appendix A.
        public static let context = Reason(name: "context", sentence: "contains a character not allowed at that place")
        /// RFC 5893 §2.
        public static let direction = Reason(name: "direction", sentence: "mixes writing directions")
        /// An empty label, one over 63 bytes, or a hyphen where none may be.
        public static let label = Reason(name: "label", sentence: "is not a well-formed domain name")
        /// Not an internationalised domain name (RFC 5891), or a wrong "xn--" label.
        public static let internationalised = Reason(
            name: "internationalised", sentence: "is not a valid international domain name")
        public static let ipAddress = Reason(name: "ipAddress", sentence: "is not a valid IP address")
        public static let unexpectedResource = Reason(
            name: "unexpectedResource", sentence: "has a resource where an address without one is needed")
        /// RFC 8266 §2.1: not stable after four applications.
        public static let unstable = Reason(name: "unstable", sentence: "has no stable form")
        public static let scheme = Reason(name: "scheme", sentence: "does not start with xmpp:")
        public static let percentEncoding = Reason(name: "percentEncoding", sentence: "has a wrong percent escape")
    }

    public let part: Part
    public let reason: Reason
    /// The first offending code point, where there is one.
    public let codePoint: Unicode.Scalar?

    public init(_ part: Part, _ reason: Reason, codePoint: Unicode.Scalar? = nil) {
        self.part = part
        self.reason = reason
        self.codePoint = codePoint
    }

    init(_ part: Part, _ reason: Reason, codePoint: UInt32) {
        self.init(part, reason, codePoint: Unicode.Scalar(codePoint))
    }

    public var description: String {
        let subject =
            switch part {
            case .local: "The part before the @"
            case .domain: "The domain"
            case .resource: "The resource"
            case .text: "The text"
            case .link: "The link"
            }
        guard let codePoint else { return "\(subject) \(reason.sentence)." }
        let digits = String(codePoint.value, radix: 16, uppercase: true)
        let padding = String(repeating: "0", count: max(0, 4 - digits.count))
        return "\(subject) \(reason.sentence) (U+\(padding)\(digits))."
    }
}
