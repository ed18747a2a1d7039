/// A hash function under its name in XEP-0300 §3 ("sha-256", "blake2b-512").
public enum HashFunction: String, CaseIterable, Hashable, Sendable {
    case sha1 = "sha-1"
    case sha224 = "sha-224"
    case sha256 = "sha-256"
    case sha384 = "sha-384"
    case sha512 = "sha-512"
    case sha3Bits256 = "sha3-256"
    case sha3Bits512 = "sha3-512"
    case blake2b256 = "blake2b-256"
    case blake2b512 = "blake2b-512"

    /// Size of the result in octets.
    public var octets: Int {
        switch self {
        case .sha1: 20
        case .sha224: 28
        case .sha256, .sha3Bits256, .blake2b256: 32
        case .sha384: 48
        case .sha512, .sha3Bits512, .blake2b512: 64
        }
    }

    /// The library's name, or `nil` where we hash ourselves: OpenSSL 3.0 has BLAKE2b with 64 octets only.
    var libraryName: String? {
        switch self {
        case .sha1: "SHA1"
        case .sha224: "SHA224"
        case .sha256: "SHA256"
        case .sha384: "SHA384"
        case .sha512: "SHA512"
        case .sha3Bits256: "SHA3-256"
        case .sha3Bits512: "SHA3-512"
        case .blake2b512: "BLAKE2B-512"
        case .blake2b256: nil
        }
    }
}
