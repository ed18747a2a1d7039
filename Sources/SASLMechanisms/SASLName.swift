/// User names and authorization identities inside of mechanisms.
enum SASLName {
    /// The bytes of a name which the mechanism can carry: not empty, at most 1,023 octets, no NUL.
    static func checked(_ name: String) throws(SASLError) -> [UInt8] {
        let bytes = Array(name.utf8)
        guard (1...1_023).contains(bytes.count), !bytes.contains(0) else { throw .unusableCredential }
        return bytes
    }

    /// A `saslname` (RFC 5802 §5.1): `,` as `=2C`, `=` as `=3D`.
    static func escaped(_ name: String) throws(SASLError) -> [UInt8] {
        var escaped: [UInt8] = []
        for byte in try checked(name) {
            switch byte {
            case UInt8(ascii: ","): escaped += Array("=2C".utf8)
            case UInt8(ascii: "="): escaped += Array("=3D".utf8)
            default: escaped.append(byte)
            }
        }
        return escaped
    }
}
