internal import COpenSSL

/// Secrets sealed for the disk: AES-256 in GCM (NIST SP 800-38D).
///
/// A sealed box is nonce (12 octets), ciphertext, tag (16 octets). The context is authenticated but not stored; it says
/// what the box is for, so that one cannot stand in for another.
public enum Sealing {
    public static let keyOctets = 32
    public static let nonceOctets = 12
    public static let tagOctets = 16

    /// Seals a secret. The nonce must be new for each call under one key: take `RandomBytes.make(nonceOctets)`.
    ///
    /// Errors: `wrongSize` of key, nonce or text; `failed`.
    public static func seal(
        _ secret: Secret, key: Secret, nonce: [UInt8], context: [UInt8]
    ) throws(CryptoError) -> [UInt8] {
        guard let count = Int32(exactly: secret.count) else { throw .wrongSize }
        let cipher = try Cipher(.seal, key: key, nonce: nonce, context: context)
        var sealed = [UInt8](repeating: 0, count: secret.count)
        var tag = [UInt8](repeating: 0, count: tagOctets)
        var written: Int32 = 0
        let isSealed = secret.expose { plain in
            let start = plain.baseAddress?.assumingMemoryBound(to: UInt8.self)
            return EVP_EncryptUpdate(cipher.context, &sealed, &written, start, count) == 1
        }
        guard isSealed, written == count, EVP_EncryptFinal_ex(cipher.context, &tag, &written) == 1,
            saluton_gcm_get_tag(cipher.context, &tag, Int32(tagOctets)) == 1
        else { throw .failed }
        return nonce + sealed + tag
    }

    /// Opens a sealed box. Errors: `notAuthentic` for anything but an untouched box of this key and context.
    public static func open(_ box: [UInt8], key: Secret, context: [UInt8]) throws(CryptoError) -> Secret {
        guard box.count >= nonceOctets + tagOctets,
            let count = Int32(exactly: box.count - nonceOctets - tagOctets)
        else { throw .notAuthentic }
        let cipher = try Cipher(.open, key: key, nonce: Array(box.prefix(nonceOctets)), context: context)
        let sealed = Array(box[nonceOctets..<box.count - tagOctets])
        let tag = Array(box.suffix(tagOctets))
        return try Secret(count: sealed.count) { (plain) throws(CryptoError) in
            let start = plain.baseAddress?.assumingMemoryBound(to: UInt8.self)
            var written: Int32 = 0
            var unused: UInt8 = 0
            guard EVP_DecryptUpdate(cipher.context, start, &written, sealed, count) == 1, written == count,
                saluton_gcm_set_tag(cipher.context, tag, Int32(tagOctets)) == 1,
                EVP_DecryptFinal_ex(cipher.context, &unused, &written) == 1
            else { throw .notAuthentic }
        }
    }
}

/// A cipher that has its key, nonce and context, and waits for text.
private struct Cipher: ~Copyable {
    enum Direction { case seal, open }

    let context: OpaquePointer

    init(_ direction: Direction, key: Secret, nonce: [UInt8], context additional: [UInt8]) throws(CryptoError) {
        guard key.count == Sealing.keyOctets, nonce.count == Sealing.nonceOctets,
            let additionalCount = Int32(exactly: additional.count)
        else { throw .wrongSize }
        guard let context = EVP_CIPHER_CTX_new() else { throw .failed }
        let isReady = key.expose { bytes in
            let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
            var written: Int32 = 0
            return EVP_CipherInit_ex2(context, EVP_aes_256_gcm(), start, nonce, direction == .seal ? 1 : 0, nil) == 1
                && (additional.isEmpty
                    || EVP_CipherUpdate(context, nil, &written, additional, additionalCount) == 1)
        }
        guard isReady else {
            EVP_CIPHER_CTX_free(context)
            throw .failed
        }
        self.context = context
    }

    deinit { EVP_CIPHER_CTX_free(context) }
}
