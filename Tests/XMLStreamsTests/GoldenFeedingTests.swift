import TestSupport
import Testing
import XMLStreams

@Suite("Golden stanzas through the parser")
struct GoldenFeedingTests {
    @Test("Byte by byte they give the same", arguments: try allGolden())
    func byteByByte(sample: Golden) {
        let outcome = feed([streamHeader] + bytewise(sample.bytes))
        #expect(outcome.error == nil)
        #expect(outcome.stanzas == [sample.element])
    }

    @Test("Split at every position they give the same", arguments: try allGolden())
    func split(sample: Golden) {
        for cut in 0...sample.bytes.count {
            let outcome = feed([streamHeader, Array(sample.bytes[..<cut]), Array(sample.bytes[cut...])])
            #expect(outcome.error == nil && outcome.stanzas == [sample.element], "cut at \(cut)")
        }
    }

    @Test("Truncated at every position they give nothing, and no error", arguments: try allGolden())
    func truncated(sample: Golden) throws {
        let end = try #require(sample.bytes.lastIndex(of: UInt8(ascii: ">")))
        for cut in 0..<end {
            let outcome = feed([streamHeader, Array(sample.bytes[..<cut])])
            #expect(outcome.error == nil && outcome.stanzas.isEmpty, "cut at \(cut)")
        }
    }

    @Test("A stanza is delivered with its last byte", arguments: try allGolden())
    func lastByte(sample: Golden) throws {
        let end = try #require(sample.bytes.lastIndex(of: UInt8(ascii: ">")))
        #expect(feed([streamHeader, Array(sample.bytes[...end])]).stanzas == [sample.element])
    }

    @Test("Written and read again they are the same", arguments: try allGolden())
    func roundTrip(sample: Golden) throws {
        #expect(try stanzas(in: XMLWriter.bytes(of: sample.element)) == [sample.element])
        let document = XMLWriter.bytes(of: sample.element, in: .none)
        #expect(try XMLStreamParser.parseDocument(document) == sample.element)
    }

    @Test("Garbled at random they never trap, and how they are cut makes no difference")
    func garbled() throws {
        var generator = SeededGenerator(seed: 6120)
        let junk = Array("<>&;'\"/!?[]-= \n\0\u{7F}x:".utf8) + [0x80, 0xBF, 0xC0, 0xEF, 0xF4, 0xFF]
        for sample in try allGolden() {
            for _ in 0..<4 {
                var bytes = streamHeader + sample.bytes + sample.bytes
                for _ in 0..<Int.random(in: 1...4, using: &generator) {
                    let place = Int.random(in: bytes.indices, using: &generator)
                    bytes[place] = junk.randomElement(using: &generator) ?? 0
                }
                let whole = feed([bytes])
                let pieces = feed(bytewise(bytes))
                #expect(whole.events == pieces.events)
                #expect(whole.error?.condition == pieces.error?.condition)
            }
        }
    }
}
