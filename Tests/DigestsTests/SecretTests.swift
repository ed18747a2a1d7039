import Digests
import Testing

@Suite("Secrets")
struct SecretTests {
    @Test("No way of printing shows the content")
    func printing() {
        let secret = Secret(utf8: "sesame")
        var dumped = ""
        dump(secret, to: &dumped)
        let wrapped =
            "\(secret)\(String(reflecting: secret))\(String(describing: Optional(secret)))\([secret])\(dumped)"
        #expect(!wrapped.contains("sesame") && !wrapped.contains("115") && wrapped.contains("•••"))
    }

    @Test("Equality is that of the bytes")
    func equality() {
        #expect(Secret(utf8: "a") == Secret([0x61]))
        #expect(Secret(utf8: "a") != Secret(utf8: "b"))
        #expect(Secret(utf8: "a") != Secret(utf8: "aa"))
        #expect(Secret([]) == Secret(utf8: ""))
        #expect(ConstantTime.equal([1, 2], [1, 2]) && !ConstantTime.equal([1, 2], [1, 3]))
        #expect(!ConstantTime.equal([1], []) && ConstantTime.equal([], []))
    }

    @Test("The door shows all bytes and passes the result on")
    func door() {
        #expect(Secret([1, 2, 3]).expose { Array($0) } == [1, 2, 3])
        #expect(Secret([]).expose { $0.count } == 0)
        #expect(Secret([1, 2, 3]).count == 3)
    }

    @Test("Random keys differ and have their size")
    func random() throws {
        #expect(try RandomBytes.key(32) != RandomBytes.key(32))
        #expect(try RandomBytes.key(32).count == 32)
        #expect(try RandomBytes.make(16) != RandomBytes.make(16))
        #expect(try RandomBytes.make(0).isEmpty)
        #expect(throws: CryptoError.wrongSize) { try RandomBytes.make(-1) }
        #expect(throws: CryptoError.wrongSize) { try RandomBytes.key(-1) }
    }
}
