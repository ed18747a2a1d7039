internal import Digests

/// The server-first-message of SCRAM (RFC 5802 §7), read strictly.
struct SCRAMServerFirst: Equatable {
    let nonce: [UInt8]
    let salt: [UInt8]
    let iterations: Int
    /// `h=` as sent (XEP-0474).
    let listHash: [UInt8]?
    /// `t=` as sent (XEP-0515).
    let tlsVersion: [UInt8]?

    init(_ message: [UInt8], limits: SCRAMLimits) throws(SASLError) {
        let attributes = try SCRAMAttributes(message, limits: limits).list
        if attributes[0].key == "e" { throw .refusedByServer(String(decoding: attributes[0].value, as: UTF8.self)) }
        guard !attributes.contains(where: { $0.key == "m" }) else { throw .mandatoryExtension }
        guard attributes.count >= 3, attributes.prefix(3).map(\.key) == ["r", "s", "i"] else { throw .malformed }

        nonce = Array(attributes[0].value)
        guard (1...limits.nonceOctets).contains(nonce.count), nonce.allSatisfy(ClientNonce.isAllowed)
        else { throw .malformed }
        guard let salt = Base64.decode(attributes[1].value), (1...limits.saltOctets).contains(salt.count)
        else { throw .malformed }
        self.salt = salt
        iterations = try SCRAMServerFirst.count(attributes[2].value, limits: limits)
        listHash = try SCRAMServerFirst.extension("h", in: attributes.dropFirst(3))
        tlsVersion = try SCRAMServerFirst.extension("t", in: attributes.dropFirst(3))
    }

    private static func count(_ text: ArraySlice<UInt8>, limits: SCRAMLimits) throws(SASLError) -> Int {
        guard let first = text.first, first != UInt8(ascii: "0"),
            text.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
        else { throw .malformed }
        guard let count = Int(String(decoding: text, as: UTF8.self)), limits.iterations.contains(count)
        else { throw .iterationsOutOfRange }
        return count
    }

    /// The value of an optional extension. Twice the same one leaves open which counts.
    private static func `extension`(
        _ key: Character, in attributes: ArraySlice<SCRAMAttributes.Attribute>
    ) throws(SASLError) -> [UInt8]? {
        let found = attributes.filter { $0.key == key }
        guard found.count <= 1 else { throw .malformed }
        return found.first.map { Array($0.value) }
    }
}
