extension XMPPURI {
    /// Most parameters that a link may have.
    static let mostParameters = 64

    /// Reads a URI, or an IRI with raw non-ASCII. All addresses are prepared.
    ///
    /// - Throws: `AddressError` for `link` (scheme, escapes, size) or for the part of the address that is wrong.
    public init(_ text: String) throws(AddressError) {
        guard text.utf8.count <= AddressLimits.text else { throw AddressError(.link, .tooLong) }
        guard String(decoding: text.utf8.prefix(5), as: UTF8.self).lowercased() == "xmpp:" else {
            throw AddressError(.link, .scheme)
        }
        // RFC 5122 §2.8.1: cut first, decode the pieces afterwards.
        let (beforeFragment, fragment) = text.utf8Slice(5..<text.utf8.count)[...].cut(at: "#")
        let (hierarchy, query) = beforeFragment.cut(at: "?")
        if hierarchy.hasPrefix("//") {
            let (authority, path) = hierarchy.dropFirst(2).cut(at: "/")
            account = try Self.account(authority)
            address = if let path, !path.isEmpty { try Self.address(path) } else { nil }
        } else {
            account = nil
            address = try Self.address(hierarchy)
        }
        self.query = if let query { try Self.query(query) } else { nil }
        self.fragment = if let fragment { try PercentCoding.decode(fragment) } else { nil }
    }

    /// RFC 5122 §2.2: the authority always has a local part.
    private static func account(_ text: Substring) throws(AddressError) -> BareJID {
        let account = try bare(text)
        guard account.hasLocal else { throw AddressError(.local, .empty) }
        return account
    }

    private static func address(_ text: Substring) throws(AddressError) -> JID {
        let (bareText, resource) = text.cut(at: "/")
        let bare = try bare(bareText)
        guard let resource else { return .bare(bare) }
        return .full(try FullJID(bare: bare, resource: try PercentCoding.decode(resource)))
    }

    private static func bare(_ text: Substring) throws(AddressError) -> BareJID {
        let (first, second) = text.cut(at: "@")
        guard let second else { return try BareJID(local: nil, domain: try PercentCoding.decode(first)) }
        return try BareJID(local: try PercentCoding.decode(first), domain: try PercentCoding.decode(second))
    }

    /// `nil` for a lone "?". A first piece with "=" is a parameter without an action, as fingerprint links have them.
    private static func query(_ text: Substring) throws(AddressError) -> Query? {
        guard !text.isEmpty else { return nil }
        var pieces = text.split(separator: ";", omittingEmptySubsequences: false)[...]
        guard pieces.count <= mostParameters + 1 else { throw AddressError(.link, .tooLong) }
        var action = ""
        if let first = pieces.first, !first.utf8.contains(UInt8(ascii: "=")) {
            action = try PercentCoding.decode(first)
            pieces.removeFirst()
        }
        var parameters: [Query.Parameter] = []
        for piece in pieces where !piece.isEmpty {
            let (name, value) = piece.cut(at: "=")
            parameters.append(.init(try PercentCoding.decode(name), try PercentCoding.decode(value ?? "")))
        }
        return Query(action, parameters)
    }
}

extension Substring {
    /// What stands before the first `separator`, and what behind it; `nil` without one.
    fileprivate func cut(at separator: Unicode.Scalar) -> (Substring, Substring?) {
        guard let index = utf8.firstIndex(of: UInt8(ascii: separator)) else { return (self, nil) }
        return (self[..<index], self[utf8.index(after: index)...])
    }
}
