import Digests
import Testing

@Suite("Sealing")
struct SealingTests {
    private let key = Secret((0..<32).map { UInt8($0) })
    private let nonce = [UInt8](repeating: 9, count: 12)
    private let context = Array("password of romeo@example.org".utf8)

    @Test("McGrew and Viega's AES-256 test case 16")
    func published() throws {
        let key = Secret(try #require(Hex.decode(String(repeating: "feffe9928665731c6d6a8f9467308308", count: 2))))
        let plain = try #require(
            Hex.decode(
                "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                    + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"))
        let context = try #require(Hex.decode("feedfacedeadbeeffeedfacedeadbeefabaddad2"))
        let nonce = try #require(Hex.decode("cafebabefacedbaddecaf888"))
        let box = try Sealing.seal(Secret(plain), key: key, nonce: nonce, context: context)
        #expect(
            Hex.encode(box) == "cafebabefacedbaddecaf888"
                + "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838"
                + "c5f61e6393ba7a0abcc9f662" + "76fc6ece0f4e1768cddf8853bb2d551b")
        #expect(try Sealing.open(box, key: key, context: context) == Secret(plain))
    }

    @Test("What was sealed opens again", arguments: [0, 1, 15, 16, 17, 1_000])
    func roundTrip(count: Int) throws {
        let secret = Secret((0..<count).map { UInt8($0 % 256) })
        let box = try Sealing.seal(secret, key: key, nonce: nonce, context: context)
        #expect(box.count == count + 28)
        #expect(try Sealing.open(box, key: key, context: context) == secret)
        let bare = try Sealing.seal(secret, key: key, nonce: nonce, context: [])
        #expect(try Sealing.open(bare, key: key, context: []) == secret)
    }

    @Test("A box that lost or changed any byte stays shut")
    func tampering() throws {
        let box = try Sealing.seal(Secret(utf8: "sesame"), key: key, nonce: nonce, context: context)
        for index in box.indices {
            var changed = box
            changed[index] ^= 1
            #expect(throws: CryptoError.notAuthentic) { try Sealing.open(changed, key: key, context: context) }
            #expect(throws: CryptoError.notAuthentic) {
                try Sealing.open(Array(box.prefix(index)), key: key, context: context)
            }
        }
        #expect(throws: CryptoError.notAuthentic) { try Sealing.open(box, key: key, context: []) }
        #expect(throws: CryptoError.notAuthentic) {
            try Sealing.open(box, key: Secret(repeatElement(1, count: 32)), context: context)
        }
    }

    @Test("Keys and nonces of another size are refused")
    func sizes() throws {
        let secret = Secret(utf8: "sesame")
        for count in [0, 16, 31, 33] {
            let wrong = Secret(repeatElement(1, count: count))
            #expect(throws: CryptoError.wrongSize) {
                try Sealing.seal(secret, key: wrong, nonce: nonce, context: context)
            }
        }
        for count in [0, 11, 13] {
            #expect(throws: CryptoError.wrongSize) {
                try Sealing.seal(secret, key: key, nonce: [UInt8](repeating: 1, count: count), context: context)
            }
        }
    }
}
