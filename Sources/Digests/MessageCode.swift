internal import COpenSSL

/// HMAC (RFC 2104).
public enum MessageCode {
    /// The code of `message` under `key`. Errors: `unavailable` for functions the library lacks, `failed`.
    public static func hmac(
        _ message: [UInt8], key: Secret, with function: HashFunction
    ) throws(CryptoError) -> [UInt8] {
        try key.expose { hmac(message, rawKey: $0, with: function) }.get()
    }

    /// The code of `message` under a key that is no secret, or not for long.
    public static func hmac(
        _ message: [UInt8], key: [UInt8], with function: HashFunction
    ) throws(CryptoError) -> [UInt8] {
        try key.withUnsafeBytes { hmac(message, rawKey: $0, with: function) }.get()
    }

    private static func hmac(
        _ message: [UInt8], rawKey: UnsafeRawBufferPointer, with function: HashFunction
    ) -> Result<[UInt8], CryptoError> {
        guard let name = function.libraryName else { return .failure(.unavailable) }
        var result = [UInt8](repeating: 0, count: function.octets)
        var written = 0
        // A null key means "keep the key of before" to the library, so an empty one needs an address.
        let done = withUnsafeBytes(of: UInt8(0)) { nothing in
            EVP_Q_mac(
                nil, "HMAC", nil, name, nil, rawKey.baseAddress ?? nothing.baseAddress, rawKey.count,
                message, message.count, &result, result.count, &written)
        }
        guard done != nil, written == result.count else { return .failure(.failed) }
        return .success(result)
    }
}
