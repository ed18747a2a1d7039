import Digests
import Testing

@Suite("Base64 and hexadecimal")
struct TextCodingTests {
    @Test("RFC 4648 §10, both directions")
    func published() throws {
        let primitives: Primitives = try Vectors.load("crypto_primitives")
        for row in primitives.base64 {
            #expect(Base64.encode(Array(row.text.utf8)) == row.base64)
            #expect(Base64.decode(row.base64) == Array(row.text.utf8))
        }
    }

    @Test("All bytes survive the round trip, at every length modulo three")
    func roundTrip() {
        for count in 0...256 {
            let bytes = (0..<count).map { UInt8(255 - $0 % 256) }
            #expect(Base64.decode(Base64.encode(bytes)) == bytes)
            #expect(Hex.decode(Hex.encode(bytes)) == bytes)
        }
    }

    @Test(
        "Anything but the strict form is refused",
        arguments: [
            "Z", "Zg", "Zg=", "Zg===", "=", "==", "====", "Zh==", "Zm9=", "Zm9vYg==Zg==", "Zg==Zm9v", "Zm9v\n", " Zm9v",
            "Zm-v", "Zm_v", "Zm9é", "Z===", "Zm=v", "Z=9v",
        ])
    func strict(text: String) {
        #expect(Base64.decode(text) == nil)
    }

    @Test("Hexadecimal takes both cases and refuses the rest")
    func hex() {
        #expect(Hex.decode("0aFf") == [0x0A, 0xFF])
        for text in ["0", "0g", "0x", " 0", "é0", "0a1"] { #expect(Hex.decode(text) == nil) }
    }
}
