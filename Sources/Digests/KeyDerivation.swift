internal import COpenSSL

/// Keys from passwords.
public enum KeyDerivation {
    /// PBKDF2 with HMAC (RFC 8018 §5.2), as long as the hash: `Hi()` of RFC 5802 §2.2.
    ///
    /// Slow on purpose, up to a second and more. Call it off the event loop.
    /// Errors: `wrongSize` when `iterations` is not positive or does not fit, `unavailable`, `failed`.
    public static func pbkdf2(
        password: Secret, salt: [UInt8], iterations: Int, with function: HashFunction
    ) throws(CryptoError) -> Secret {
        guard iterations > 0, let rounds = Int32(exactly: iterations), let saltCount = Int32(exactly: salt.count)
        else { throw .wrongSize }
        guard let algorithm = LibraryDigests.algorithm(function) else { throw .unavailable }
        return try Secret(count: function.octets) { (output) throws(CryptoError) in
            let done = password.expose { bytes in
                PKCS5_PBKDF2_HMAC(
                    bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count), salt,
                    saltCount, rounds, algorithm, Int32(clamping: output.count),
                    output.baseAddress?.assumingMemoryBound(to: UInt8.self))
            }
            guard done == 1 else { throw .failed }
        }
    }
}
