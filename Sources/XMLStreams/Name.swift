/// An XML namespace, as a value that cannot be confused with other text.
///
/// Each namespace is declared once, as a static member, in the folder of the extension it belongs to.
public struct Namespace: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The namespace name, compared byte for byte (Namespaces in XML 1.0 §2.3).
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: StaticString) { rawValue = value.description }

    public var description: String { rawValue }
}

/// An expanded XML name: local part and namespace as separate fields, never concatenated.
public struct Name: Hashable, Sendable {
    /// The part behind the colon, or all of it where there is no prefix.
    public let local: String
    /// The namespace; `nil` for names in none, as most attributes are.
    public let namespace: Namespace?

    public init(_ local: String, _ namespace: Namespace?) {
        self.local = local
        self.namespace = namespace
    }
}
