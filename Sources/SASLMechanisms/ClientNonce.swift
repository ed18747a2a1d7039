internal import Digests

/// Our half of the nonce of a SCRAM exchange (RFC 5802 §5.1).
public struct ClientNonce: Hashable, Sendable {
    /// Printable ASCII without comma, 8 to 256 characters.
    public let text: String

    /// `nil` when the text has another form.
    public init?(_ text: String) {
        guard (8...256).contains(text.utf8.count), text.utf8.allSatisfy(ClientNonce.isAllowed) else { return nil }
        self.text = text
    }

    /// A fresh nonce with 192 random bits.
    public static func random() throws(SASLError) -> ClientNonce {
        do throws(CryptoError) {
            guard let nonce = ClientNonce(Base64.encode(try RandomBytes.make(24))) else { throw .failed }
            return nonce
        } catch {
            throw .cryptoFailed
        }
    }

    static func isAllowed(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && byte != UInt8(ascii: ",")
    }
}
