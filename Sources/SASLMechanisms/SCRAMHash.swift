public import Digests

/// The hash function of a SCRAM mechanism, weakest first.
public enum SCRAMHash: String, CaseIterable, Comparable, Hashable, Sendable {
    case sha1 = "SHA-1"
    case sha256 = "SHA-256"
    case sha512 = "SHA-512"

    /// The same function as the digest library knows it.
    public var function: HashFunction {
        switch self {
        case .sha1: .sha1
        case .sha256: .sha256
        case .sha512: .sha512
        }
    }

    public static func < (left: SCRAMHash, right: SCRAMHash) -> Bool {
        left.function.octets < right.function.octets
    }
}
