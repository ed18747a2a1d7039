import TestSupport
import Testing
import XMLStreams
import XMPPExtensions
import XMPPStanzas

@Suite("Spoilers")
struct SpoilerTests {
    private func read(_ message: Message) -> LanguageMap? {
        var hints: LanguageMap?
        for payload in message.payloads { Spoiler.read(payload, around: message.lang, into: &hints) }
        return hints
    }

    static let golden: [(String, [LanguageMap.Item])] = [
        ("01-user-sends-a-spoiler-message-without-the-hin", []),
        ("02-user-sends-a-spoiler-message-with-the-hint", [.init(language: "", text: "Love story end")]),
        (
            "03-user-sends-a-spoiler-message-with-the-hint-i",
            [.init(language: "en", text: "Trip to the beach"), .init(language: "ca", text: "Viatge a la platja")]
        ),
        (
            "04-user-sends-a-spoiler-message-with-the-hint-a",
            [.init(language: "en", text: "Love story end"), .init(language: "ca", text: "Fi de la història d'amor")]
        ),
    ]

    @Test("The examples of the specification, there and back", arguments: golden)
    func examples(name: String, items: [LanguageMap.Item]) throws {
        let message = try Message(TestSupport.golden("xep-0382", name).element)
        let hints = try #require(read(message))
        #expect(hints.items == items)
        let elements = message.payloads.filter { $0.has("spoiler", .spoiler) }
        #expect(Spoiler.elements(hints).map(\.canonical) == elements.map(\.canonical))
    }

    @Test("What is no spoiler hides nothing")
    func absent() {
        #expect(read(Message(payloads: [Element("spoiler", .markup), Element("hint", .spoiler)])) == nil)
    }

    @Test("A hint is in the message's language unless it says otherwise")
    func language() {
        let message = Message(lang: "eo", payloads: Spoiler.elements(LanguageMap("fino")))
        #expect(read(message)?.items == [.init(language: "eo", text: "fino")])
    }

    @Test("Hints have bounds", arguments: [(1024, 1), (1025, 0)])
    func bounds(bytes: Int, count: Int) {
        let hint = Element("spoiler", .spoiler, text: String(repeating: "x", count: bytes))
        #expect(read(Message(payloads: [hint]))?.items.count == count)
        let many = LanguageMap((0..<20).map { .init(language: "l\($0)", text: "x") })
        #expect(read(Message(payloads: Spoiler.elements(many)))?.items.count == 16)
    }
}
