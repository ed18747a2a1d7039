public import XMPPAddresses

/// A value that stands in an attribute or as the text of an element.
public protocol TextCodable: Sendable {
    /// Reads it strictly; `nil` when the text is none of its forms.
    init?(xmlText: String)
    var xmlText: String { get }
}

extension String: TextCodable {
    public init(xmlText: String) { self = xmlText }
    public var xmlText: String { self }
}

/// XML Schema's integers: decimal digits with a sign, nothing beyond the type's range.
extension TextCodable where Self: FixedWidthInteger {
    public init?(xmlText: String) {
        guard let value = Self(xmlText.trimmed, radix: 10) else { return nil }
        self = value
    }

    public var xmlText: String { String(self) }
}

extension Int: TextCodable {}
extension Int8: TextCodable {}
extension Int64: TextCodable {}
extension UInt16: TextCodable {}
extension UInt32: TextCodable {}
extension UInt64: TextCodable {}

/// XML Schema's boolean: "true", "1", "false", "0".
extension Bool: TextCodable {
    public init?(xmlText: String) {
        switch xmlText.trimmed {
        case "true", "1": self = true
        case "false", "0": self = false
        default: return nil
        }
    }

    public var xmlText: String { self ? "true" : "false" }
}

extension BareJID: TextCodable {
    public init?(xmlText: String) {
        guard let jid = try? BareJID(xmlText) else { return nil }
        self = jid
    }

    public var xmlText: String { description }
}

extension FullJID: TextCodable {
    public init?(xmlText: String) {
        guard let jid = try? FullJID(xmlText) else { return nil }
        self = jid
    }

    public var xmlText: String { description }
}

extension JID: TextCodable {
    public init?(xmlText: String) {
        guard let jid = try? JID(xmlText) else { return nil }
        self = jid
    }

    public var xmlText: String { description }
}

extension XMPPDateTime: TextCodable {
    public init?(xmlText: String) { self.init(xmlText.trimmed) }
    public var xmlText: String { description }
}

/// Closed sets of words: enumerations of strings.
extension TextCodable where Self: RawRepresentable, RawValue == String {
    public init?(xmlText: String) { self.init(rawValue: xmlText) }
    public var xmlText: String { rawValue }
}
