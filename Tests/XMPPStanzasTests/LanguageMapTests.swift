import Testing
import XMPPStanzas

@Suite("Texts in several languages")
struct LanguageMapTests {
    private static let map = LanguageMap([
        .init(language: "de", text: "Hallo"), .init(language: "", text: "?"), .init(language: "zh-Hant", text: "你好"),
        .init(language: "EN-gb", text: "Hello"), .init(language: "DE", text: "dropped"),
    ])

    /// What a reader prefers, and the text shown (RFC 4647 §3.4).
    static let rows: [([String], String)] = [
        (["de"], "Hallo"), (["de-CH-1996"], "Hallo"), (["zh-Hant-TW"], "你好"), (["zh-Hant-x-private"], "你好"),
        (["zh"], "?"), (["en-GB"], "Hello"), (["en"], "?"), (["fr", "de"], "Hallo"), ([], "?"), ([""], "?"),
        (["-"], "?"),
    ]

    @Test("The best text for a reader", arguments: rows)
    func best(preferred: [String], text: String) {
        #expect(Self.map.best(for: preferred)?.text == text)
    }

    @Test("Without an undeclared text the first is the fallback")
    func fallback() {
        let map = LanguageMap([.init(language: "de", text: "a"), .init(language: "en", text: "b")])
        #expect(map.best(for: ["fr"])?.text == "a")
        #expect(LanguageMap().best(for: ["fr"]) == nil)
        #expect(LanguageMap().isEmpty)
        #expect(LanguageMap("x").first == .init(language: "", text: "x"))
    }

    @Test("A language occurs once, whatever its case")
    func once() {
        #expect(Self.map.items.count == 4)
        #expect(Self.map["De"] == "Hallo")
        #expect(Self.map["fr"] == nil)
    }
}
