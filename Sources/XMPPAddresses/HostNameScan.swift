/// Reads a domain byte by byte and says whether it is a plain host name.
///
/// That is lower-case letters, digits and hyphens in labels of 1–63 bytes, no hyphen at an edge of a label, none of the
/// reserved "??--" labels (RFC 5890 §2.3.1), and a last label that has a letter.
struct HostNameScan {
    private var isPlain = true
    private var labelLength = 0
    private var previous: UInt8 = .dot
    private var hasLetter = false

    mutating func read(_ byte: UInt8) {
        switch byte {
        case 0x61...0x7A:
            hasLetter = true
            labelLength &+= 1
        case 0x30...0x39:
            labelLength &+= 1
        case .hyphen:
            labelLength &+= 1
            isPlain = isPlain && labelLength > 1 && !(labelLength == 4 && previous == .hyphen)
        case .dot:
            endLabel()
            labelLength = 0
            hasLetter = false
        default:
            isPlain = false
        }
        previous = byte
    }

    /// Whether all that was read is a plain host name. A last label without a letter may be an IPv4 address.
    var isPlainAtEnd: Bool {
        var copy = self
        copy.endLabel()
        return copy.isPlain && hasLetter
    }

    private mutating func endLabel() {
        isPlain = isPlain && labelLength > 0 && labelLength <= AddressLimits.label && previous != .hyphen
    }
}
