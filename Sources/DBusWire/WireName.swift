internal import CDBus

/// A string that the bus accepts in one role: a path, an interface, a member, a bus or an error name, a signature.
///
/// libdbus aborts the process when it is given a bad one, so only checked values reach it.
public protocol WireName: RawRepresentable, Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral
where RawValue == String {
    /// Takes a string that is known to be valid.
    init(trusted rawValue: String)

    /// Whether libdbus accepts the text, which contains no U+0000.
    static func accepts(_ text: UnsafePointer<CChar>) -> Bool
}

extension WireName {
    /// Checks a string; nil when the bus would not accept it.
    public init?(rawValue: String) {
        guard !rawValue.utf8.contains(0), rawValue.withCString(Self.accepts) else { return nil }
        self.init(trusted: rawValue)
    }

    /// A literal in our own source: a bad one is a mistake in the program.
    public init(stringLiteral value: String) {
        guard let name = Self(rawValue: value) else { preconditionFailure("not a valid \(Self.self): \(value)") }
        self = name
    }

    public var description: String { rawValue }
}
