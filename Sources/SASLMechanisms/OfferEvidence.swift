internal import Digests

/// What the server offered as we saw it, to be held against what the server says it offered.
public struct OfferEvidence: Hashable, Sendable {
    /// All mechanisms of the profile in use, SASL or SASL2, never both; without those of FAST.
    public let mechanisms: [String]
    /// All announced binding types (XEP-0440); `nil` when the feature was absent.
    public let bindingTypes: [String]?
    /// The version of our TLS connection as on the wire: 0x0303 is 1.2, 0x0304 is 1.3.
    public let tlsVersion: UInt16

    public init(mechanisms: [String], bindingTypes: [String]?, tlsVersion: UInt16) {
        self.mechanisms = mechanisms
        self.bindingTypes = bindingTypes
        self.tlsVersion = tlsVersion
    }

    /// The base64 text that an untouched server puts into `h=` (XEP-0474 §6.1).
    public func listHash(_ hash: SCRAMHash) throws(SASLError) -> String {
        var text = OfferEvidence.joined(mechanisms)
        if let bindingTypes { text += [0x1F] + OfferEvidence.joined(bindingTypes) }
        do throws(CryptoError) {
            return Base64.encode(try Digest.hash(text, with: hash.function))
        } catch {
            throw .cryptoFailed
        }
    }

    /// The text that an untouched server puts into `t=` (XEP-0515 §4.1).
    public var tlsVersionText: String {
        Hex.encode([UInt8(tlsVersion >> 8), UInt8(tlsVersion & 0xFF)])
    }

    private static func joined(_ names: [String]) -> [UInt8] {
        let sorted = names.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
        return Array(sorted.joined(separator: [0x1E]))
    }
}

/// Whether a login may go on without the server's signed list (XEP-0474).
public enum ListHashRule: Hashable, Sendable {
    /// Checked when it is there.
    case whenPresent
    /// Must be there (XEP-0474 §7, rule 6).
    case required
}
