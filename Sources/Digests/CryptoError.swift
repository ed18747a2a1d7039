/// Why a cryptographic operation gave no result.
public struct CryptoError: Error, Hashable, Sendable {
    /// Stable, lower-case code.
    public let code: String

    /// The library of this system does not offer the algorithm.
    public static let unavailable = CryptoError(code: "unavailable")
    /// A key, nonce, salt or count has a size that the algorithm does not take.
    public static let wrongSize = CryptoError(code: "wrong-size")
    /// The sealed bytes were changed, cut, or sealed under another key or context.
    public static let notAuthentic = CryptoError(code: "not-authentic")
    /// The library failed for a reason of its own, such as lack of memory or of entropy.
    public static let failed = CryptoError(code: "failed")
}
