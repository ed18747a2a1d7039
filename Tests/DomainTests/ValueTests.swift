import Domain
import Testing

@Suite("Values")
struct ValueTests {
    @Test("The first text of a language stays")
    func firstStays() {
        let map = LanguageMap([
            .init(language: "en", text: "hello"), .init(language: "de", text: "hallo"),
            .init(language: "en", text: "other"),
        ])
        #expect(map.items.map(\.language) == ["en", "de"])
        #expect(map["en"] == "hello")
        #expect(map["fr"] == nil)
        #expect(map.first?.text == "hello")
    }

    @Test("No text is empty")
    func empty() {
        #expect(LanguageMap().isEmpty)
        #expect(!LanguageMap("x").isEmpty)
    }

    @Test("Time is clamped instead of trapping")
    func clamped() {
        #expect(Timestamp(microseconds: .max).advanced(byMicroseconds: 1).microseconds == .max)
        #expect(Timestamp(microseconds: .min).advanced(byMicroseconds: -1).microseconds == .min)
        #expect(Timestamp(microseconds: 1).advanced(byMicroseconds: 1).microseconds == 2)
        #expect(Timestamp(microseconds: 1) < Timestamp(microseconds: 2))
    }
}
