internal import COpenSSL

/// The library's hash functions, each fetched once: fetching costs more than hashing a short text.
enum LibraryDigests {
    // An EVP_MD is immutable, counted and shared by all threads; these live as long as the process.
    private nonisolated(unsafe) static let fetched: [HashFunction: OpaquePointer] = {
        var fetched: [HashFunction: OpaquePointer] = [:]
        for function in HashFunction.allCases {
            guard let name = function.libraryName else { continue }
            fetched[function] = EVP_MD_fetch(nil, name, nil)
        }
        return fetched
    }()

    static func algorithm(_ function: HashFunction) -> OpaquePointer? { fetched[function] }
}
