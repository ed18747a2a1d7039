internal import COpenSSL

/// Hashes of bytes that are all there at once.
public enum Digest {
    /// The hash of `bytes`, `function.octets` long. Errors: `unavailable`, `failed`.
    public static func hash(_ bytes: [UInt8], with function: HashFunction) throws(CryptoError) -> [UInt8] {
        var running = try RunningDigest(function)
        try running.update(bytes)
        return try running.finish()
    }

    /// The hash of the UTF-8 form of `text`. Errors: `unavailable`, `failed`.
    public static func hash(_ text: String, with function: HashFunction) throws(CryptoError) -> [UInt8] {
        try hash(Array(text.utf8), with: function)
    }
}
