/// Where an address is cut, and whether it is in its final form already.
///
/// Nearly every address on the wire is plain lower-case ASCII. One pass over the bytes finds that out, so that no
/// preparation is needed; whatever it is not sure of goes the long way and is judged there.
struct AddressScan {
    /// Bytes before the "@"; `nil` without one.
    private(set) var localLength: Int?
    /// Bytes before the first "/", which is all of them without one.
    private(set) var bareLength: Int
    /// Bytes of the whole text.
    let length: Int
    /// Every part is known to be valid and equal to its prepared form.
    private(set) var isPrepared: Bool

    var hasResource: Bool { bareLength < length }

    /// RFC 7622 §3.2: the first "/" ends the bare address, and before it the first "@" ends the local part.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        length = bytes.count
        var position = 0
        var isPlain = true
        while position < bytes.count, bytes[position] != .slash, bytes[position] != .at {
            isPlain = isPlain && Self.isPreparedLocal(bytes[position])
            position += 1
        }
        if position < bytes.count, bytes[position] == .at {
            localLength = position
            isPlain = isPlain && position > 0 && position <= AddressLimits.part
            position += 1
        } else {
            position = 0
            isPlain = true
        }
        let domainStart = position
        var name = HostNameScan()
        while position < bytes.count, bytes[position] != .slash {
            name.read(bytes[position])
            position += 1
        }
        bareLength = position
        isPrepared = isPlain && name.isPlainAtEnd && position - domainStart <= AddressLimits.domainName
        guard position < bytes.count else { return }
        let resourceStart = position + 1
        var isPlainResource = resourceStart < bytes.count && bytes.count - resourceStart <= AddressLimits.part
        for index in resourceStart..<bytes.count {
            isPlainResource = isPlainResource && bytes[index] >= 0x20 && bytes[index] < 0x7F
        }
        isPrepared = isPrepared && isPlainResource
    }

    /// Printable ASCII without upper case and without what RFC 7622 §3.3.1 excludes.
    private static func isPreparedLocal(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21, 0x23...0x25, 0x28...0x2E, 0x30...0x39, 0x3B, 0x3D, 0x3F, 0x5B...0x7E: true
        default: false
        }
    }
}

/// Bounds of addresses, in bytes of UTF-8.
enum AddressLimits {
    /// Each part (RFC 7622 §3.1).
    static let part = 1023
    /// A domain name as DNS can carry it, without the last dot (RFC 1034 §3.1).
    static let domainName = 253
    /// One label of it.
    static let label = 63
    /// A string given to a PRECIS profile on its own, or a link.
    static let text = 16_384
}

extension UInt8 {
    static let slash = UInt8(ascii: "/")
    static let at = UInt8(ascii: "@")
    static let dot = UInt8(ascii: ".")
    static let hyphen = UInt8(ascii: "-")
}
