import FrontendKit
import Testing

@Suite("Widths, times and lengths of time")
struct WidthAndTimeTests {
    @Test(
        "The width of a text is that of its cells",
        arguments: [
            ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("ｆｕｌｌ", 8), ("ｱ", 1), ("한글", 4), ("👩‍👩‍👧", 2),
            ("☺", 1), ("☺\u{FE0F}", 2), ("🇫🇷", 2), ("שלום", 4), ("\u{2068}שלום\u{2069}", 4), ("\u{200B}", 0), ("🄰", 1),
        ])
    func width(text: String, cells: Int) {
        #expect(text.displayWidth == cells)
    }

    @Test("Padding counts cells and never cuts")
    func padding() {
        #expect("漢".padded(to: 4) == "漢  ")
        #expect("abcd".padded(to: 2) == "abcd")
    }

    @Test(
        "Moments are written with the day first",
        arguments: [
            (Int64(0), "1970-01-01 00:00:00"), (1_772_633_106_999_999, "2026-03-04 14:05:06"),
            (-1, "1969-12-31 23:59:59"),
            (-62_135_596_800_000_000, "0001-01-01 00:00:00"), (253_402_300_800_000_000, "10000-01-01 00:00:00"),
            (Int64.max, "294247-01-10 04:00:54"),
        ])
    func moments(microseconds: Int64, text: String) {
        #expect(LocalTime.utc.text(microseconds) == text)
    }

    @Test(
        "Lengths of time are written in the units that matter",
        arguments: [
            (Int64(420), "420 µs"), (12_340, "12.3 ms"), (2_000, "2 ms"), (4_500_000, "4.5 s"), (59_999_999, "59.9 s"),
            (125_000_000, "2 min 5 s"), (120_000_000, "2 min"), (12_000_000_000, "3 h 20 min"),
            (86_400_000_000, "1 day"),
            (187_200_000_000, "2 days 4 h"),
        ])
    func spans(microseconds: Int64, text: String) {
        #expect(Span.text(microseconds: microseconds) == text)
    }
}
