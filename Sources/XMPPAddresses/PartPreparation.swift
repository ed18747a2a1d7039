/// The part before the "@" (RFC 7622 §3.3).
enum LocalPreparation {
    /// - Throws: `AddressError` for the local part.
    static func prepare(_ text: String) throws(AddressError) -> String {
        guard !text.isEmpty else { throw AddressError(.local, .empty) }
        guard text.utf8.count <= AddressLimits.part else { throw AddressError(.local, .tooLong) }
        let prepared = try Precis.usernameCaseMapped.enforce(text, as: .local)
        guard prepared.utf8.count <= AddressLimits.part else { throw AddressError(.local, .tooLong) }
        // Looked for afterwards, as mapping may have made one: U+FF20 becomes "@".
        for scalar in prepared.unicodeScalars where isExcluded(scalar) {
            throw AddressError(.local, .disallowed, codePoint: scalar)
        }
        return prepared
    }

    /// RFC 7622 §3.3.1: allowed by the profile, but not in XMPP.
    static func isExcluded(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "&", "'", "/", ":", "<", ">", "@": true
        default: false
        }
    }
}

/// What stands behind the "/" (RFC 7622 §3.4).
enum ResourcePreparation {
    /// - Throws: `AddressError` for the resource.
    static func prepare(_ text: String) throws(AddressError) -> String {
        guard !text.isEmpty else { throw AddressError(.resource, .empty) }
        guard text.utf8.count <= AddressLimits.part else { throw AddressError(.resource, .tooLong) }
        let prepared = try Precis.opaqueString.enforce(text, as: .resource)
        guard prepared.utf8.count <= AddressLimits.part else { throw AddressError(.resource, .tooLong) }
        return prepared
    }
}
