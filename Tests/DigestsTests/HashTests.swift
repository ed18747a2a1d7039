import Digests
import Testing

@Suite("Hashes and codes")
struct HashTests {
    /// The vectors name BLAKE2 as in RFC 7693, XEP-0300 §3 without the "id-".
    private static func function(named name: String) -> HashFunction? {
        HashFunction(rawValue: name)
            ?? (name == "id-blake2b256" ? .blake2b256 : name == "id-blake2b512" ? .blake2b512 : nil)
    }

    @Test("Every function gives the known answers, in one piece and byte by byte")
    func knownAnswers() throws {
        let hashes: Hashes = try Vectors.load("hashes")
        var seen: Set<HashFunction> = []
        for row in hashes.vectors {
            let input =
                try row.inputHex.map { try #require(Hex.decode($0)) } ?? [UInt8](repeating: 0x61, count: 1 << 20)
            for (name, expected) in row.base64 {
                let function = try #require(HashTests.function(named: name))
                seen.insert(function)
                #expect(Base64.encode(try Digest.hash(input, with: function)) == expected, "\(name) of \(row.name)")
                guard input.count < 1_000 else { continue }
                var running = try RunningDigest(function)
                for byte in input { try running.update([byte]) }
                #expect(Base64.encode(try running.finish()) == expected, "\(name) of \(row.name), byte by byte")
            }
        }
        #expect(seen == Set(HashFunction.allCases))
    }

    @Test("A result is as long as its function says", arguments: HashFunction.allCases)
    func lengths(function: HashFunction) throws {
        for count in [0, 1, 127, 128, 129, 255, 256, 257] {
            #expect(try Digest.hash([UInt8](repeating: 7, count: count), with: function).count == function.octets)
        }
    }

    @Test("HMAC gives the answer of RFC 4231 §4.3")
    func hmac() throws {
        let expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        let message = Array("what do ya want for nothing?".utf8)
        #expect(Hex.encode(try MessageCode.hmac(message, key: Secret(utf8: "Jefe"), with: .sha256)) == expected)
        #expect(Hex.encode(try MessageCode.hmac(message, key: Array("Jefe".utf8), with: .sha256)) == expected)
    }

    @Test("HMAC takes an empty key and an empty message")
    func emptyHMAC() throws {
        let expected = "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"
        #expect(Hex.encode(try MessageCode.hmac([], key: [], with: .sha256)) == expected)
        #expect(Hex.encode(try MessageCode.hmac([], key: Secret([]), with: .sha256)) == expected)
    }

    @Test("HMAC says when the library lacks a function")
    func missingHMAC() {
        #expect(throws: CryptoError.unavailable) { try MessageCode.hmac([], key: [1], with: .blake2b256) }
    }

    @Test("PBKDF2 gives the known answers")
    func pbkdf2() throws {
        let primitives: Primitives = try Vectors.load("crypto_primitives")
        let functions: [String: HashFunction] = ["SHA-256": .sha256, "SHA-512": .sha512]
        for row in primitives.pbkdf2Sha1 + primitives.pbkdf2Other {
            let function = try row.hash.map { try #require(functions[$0]) } ?? .sha1
            let key = try KeyDerivation.pbkdf2(
                password: Secret(utf8: row.password), salt: Array(row.salt.utf8), iterations: row.iterations,
                with: function)
            #expect(key.expose { Hex.encode(Array($0)) } == row.dkHex, "\(row.source), \(row.iterations)")
        }
    }

    @Test("PBKDF2 refuses counts it cannot do", arguments: [0, -1, Int(Int32.max) + 1, .max])
    func pbkdf2Counts(count: Int) {
        #expect(throws: CryptoError.wrongSize) {
            try KeyDerivation.pbkdf2(password: Secret(utf8: "p"), salt: [1], iterations: count, with: .sha1)
        }
    }
}
