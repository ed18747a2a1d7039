extension BareJID {
    /// The address for what a person typed: the last "@" separates, and the part before it is escaped (XEP-0106 §3.2).
    ///
    /// "call me ishmael@example.com" becomes "call\20me\20ishmael@example.com".
    public init(typed text: String) throws(AddressError) {
        guard text.utf8.count <= AddressLimits.part * 2 + 1 else { throw AddressError(.text, .tooLong) }
        guard let separator = text.utf8.lastIndex(of: .at) else {
            try self.init(text)
            return
        }
        try self.init(
            local: JIDEscaping.escape(String(text[..<separator])),
            domain: String(text[text.utf8.index(after: separator)...])
        )
    }

    /// What to show to a person: the local part without escapes (XEP-0106 §4.1). Not for comparing, not for the wire.
    public var unescaped: String {
        guard let local, local.utf8.contains(.backslash) else { return description }
        return JIDEscaping.unescape(local) + "@" + domain
    }
}
