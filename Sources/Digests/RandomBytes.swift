internal import COpenSSL

/// Unpredictable bytes from the library's generator.
public enum RandomBytes {
    /// `count` bytes for nonces and ids. Errors: `wrongSize`, `failed` when there is no entropy.
    public static func make(_ count: Int) throws(CryptoError) -> [UInt8] {
        guard count >= 0, let wanted = Int32(exactly: count) else { throw .wrongSize }
        var bytes = [UInt8](repeating: 0, count: count)
        guard RAND_bytes(&bytes, wanted) == 1 else { throw .failed }
        return bytes
    }

    /// A key of `count` bytes. Errors: `wrongSize`, `failed` when there is no entropy.
    public static func key(_ count: Int) throws(CryptoError) -> Secret {
        guard count >= 0, let wanted = Int32(exactly: count) else { throw .wrongSize }
        return try Secret(count: count) { (buffer) throws(CryptoError) in
            let start = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
            guard RAND_priv_bytes(start, wanted) == 1 else { throw .failed }
        }
    }
}
