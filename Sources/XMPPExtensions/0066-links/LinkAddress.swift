/// Which addresses may be offered to a person as something to open.
///
/// Everything else that a stranger writes is left out: what a program does with `javascript:`, `file:` or `data:` is
/// not ours to try, and a name that is not known here is not known to be harmless.
public enum LinkAddress {
    /// Longest address, in bytes.
    public static let bytes = 4096

    /// What may lead out of a formatted text (XEP-0071 §11.2).
    public static let inText: Set<String> = ["http", "https", "xmpp", "mailto"]
    /// What may be given as something to fetch or to call (XEP-0066 §5).
    public static let outOfBand: Set<String> = inText.union([
        "aesgcm", "callto", "ftp", "ftps", "geo", "sftp", "sip", "sips", "tel",
    ])

    /// Whether it has one of these schemes, something behind it, no more than `bytes`, and nothing that could not stand
    /// in a URI or IRI: whitespace, controls, quotes, brackets, marks that turn the direction of writing.
    public static func isHarmless(_ address: String, _ schemes: Set<String>) -> Bool {
        guard address.utf8.count <= bytes, let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else {
            return false
        }
        guard schemes.contains(address[..<colon].lowercased()) else { return false }
        let rest = address.unicodeScalars[address.utf8.index(after: colon)...]
        return !rest.isEmpty && rest.allSatisfy(mayStand)
    }

    private static func mayStand(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{0}"..."\u{20}", "\u{7F}"..."\u{A0}", "\"", "<", ">", "\\", "^", "`", "{", "|", "}": false
        default:
            scalar.isASCII
                || !(scalar.properties.isWhitespace || scalar.properties.isBidiControl
                    || scalar.properties.generalCategory == .format)
        }
    }
}
