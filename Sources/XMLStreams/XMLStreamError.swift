/// Why received XML is refused; final for its stream.
public struct XMLStreamError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What to answer in the stream error (RFC 6120 §4.9.3).
    public let condition: StreamCondition
    /// What was wrong, for logs and status; never contains received text.
    public let reason: String

    public init(_ condition: StreamCondition, _ reason: String) {
        self.condition = condition
        self.reason = reason
    }

    public var description: String { "\(condition.rawValue): \(reason)" }
}

extension XMLStreamError {
    static func restricted(_ what: String) -> XMLStreamError {
        XMLStreamError(.restrictedXML, "\(what), RFC 6120 §11.1")
    }

    static func malformed(_ what: String) -> XMLStreamError { XMLStreamError(.notWellFormed, what) }

    static func tooLarge(_ what: String) -> XMLStreamError {
        XMLStreamError(.policyViolation, "\(what) over the bound")
    }
}
