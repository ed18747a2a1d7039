internal import COpenSSL

/// A hash that is fed piece by piece, for files and streams.
public struct RunningDigest: ~Copyable {
    private enum Engine {
        case library(OpaquePointer)
        case own(BLAKE2b)
    }

    private let function: HashFunction
    private var engine: Engine

    /// Starts a hash. Errors: `unavailable`, `failed`.
    public init(_ function: HashFunction) throws(CryptoError) {
        self.function = function
        guard function.libraryName != nil else {
            engine = .own(BLAKE2b(octets: function.octets))
            return
        }
        guard let algorithm = LibraryDigests.algorithm(function) else { throw .unavailable }
        guard let context = EVP_MD_CTX_new() else { throw .failed }
        guard EVP_DigestInit_ex2(context, algorithm, nil) == 1 else {
            EVP_MD_CTX_free(context)
            throw .failed
        }
        engine = .library(context)
    }

    deinit {
        if case .library(let context) = engine { EVP_MD_CTX_free(context) }
    }

    /// Adds bytes at the end. Errors: `failed`.
    public mutating func update(_ bytes: [UInt8]) throws(CryptoError) {
        guard bytes.withUnsafeBytes({ add($0) }) else { throw .failed }
    }

    /// Adds bytes at the end. Errors: `failed`.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) throws(CryptoError) {
        guard add(bytes) else { throw .failed }
    }

    private mutating func add(_ bytes: UnsafeRawBufferPointer) -> Bool {
        switch engine {
        case .library(let context):
            return EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1
        case .own(var state):
            state.update(bytes)
            engine = .own(state)
            return true
        }
    }

    /// The hash of all that was added. Errors: `failed`.
    public consuming func finish() throws(CryptoError) -> [UInt8] {
        switch engine {
        case .library(let context):
            var result = [UInt8](repeating: 0, count: function.octets)
            guard EVP_DigestFinal_ex(context, &result, nil) == 1 else { throw .failed }
            return result
        case .own(var state):
            return state.finish()
        }
    }
}
