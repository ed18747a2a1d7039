/// A SCRAM message as its `key=value` list (RFC 5802 §5.1, §7).
struct SCRAMAttributes {
    struct Attribute {
        let key: Character
        let value: ArraySlice<UInt8>
    }

    /// At least one.
    let list: [Attribute]

    init(_ message: [UInt8], limits: SCRAMLimits) throws(SASLError) {
        guard message.count <= limits.messageOctets, String(validating: message, as: UTF8.self) != nil
        else { throw .malformed }
        var list: [Attribute] = []
        for part in message.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            let key = Character(Unicode.Scalar(part.first ?? 0))
            let value = part.dropFirst(2)
            guard part.dropFirst().first == UInt8(ascii: "="), key.isASCII, key.isLetter, !value.contains(0)
            else { throw .malformed }
            list.append(Attribute(key: key, value: value))
        }
        guard !list.isEmpty else { throw .malformed }
        self.list = list
    }
}
