import BusAPI
import DBusWire
import JSONText
import Testing

@testable import FrontendKit

@Suite("Times, matches and entries as people and files write them")
struct EntryTextTests {
    @Test(
        "Lengths of time",
        arguments: [
            ("90s", 90), ("15m", 900), ("12h", 43_200), ("1d", 86_400), ("2w", 1_209_600), ("1d12h", 129_600),
            ("0s", 0),
            ("", nil), ("5", nil), ("d", nil), ("1y", nil), ("1 d", nil), ("-1d", nil), ("99999999999s", nil),
            ("49711d", nil), ("4294967295s", 4_294_967_295),
        ])
    func spans(text: String, seconds: Int?) {
        #expect(Span.seconds(text).map(Int.init) == seconds)
    }

    @Test(
        "Moments on the calendar",
        arguments: [
            ("2026-03-04", 1_772_582_400), ("2026-03-04T14:05", 1_772_633_100), ("2026-03-04 14:05:06", 1_772_633_106),
            ("2026-03-04T14:05:06Z", 1_772_633_106), ("2026-03-04T15:05:06+01:00", 1_772_633_106),
            ("2026-03-04T11:35:06-0230", 1_772_633_106), ("2024-02-29", 1_709_164_800), ("2026-02-29", nil),
            ("2026-13-01", nil), ("2026-00-01", nil), ("2026-03-04T24:00", nil), ("2026-03-04T", nil),
            ("26-03-04", nil),
            ("2026-03-04x", nil), ("", nil), ("2026-03-04T14:05+25:00", nil),
        ])
    func moments(text: String, seconds: Int64?) {
        #expect(CalendarTime(text).map { LocalTime.utc.microseconds($0) } == seconds.map { $0 * 1_000_000 })
    }

    @Test("A search's matches are emphasised on their lines, and remote text cannot pretend")
    func matches() {
        let text = RemoteText("ab\tc\u{1B}\ndef\(Emphasis.end)")
        let lines = text.printableLines(emphasising: [1..<4, 6..<8, 100..<200])
        #expect(lines.map { Emphasis.rendered($0, onTerminal: false) } == ["ab    c␛", "def‹U+FDD1›"])
        #expect(
            lines.map { Emphasis.rendered($0, onTerminal: true) } == [
                "a\u{1B}[1mb    c\u{1B}[22m␛", "\u{1B}[1mde\u{1B}[22mf‹U+FDD1›",
            ])
        let across = RemoteText("ab\ncd").printableLines(emphasising: [1..<4])
        #expect(
            across.map { Emphasis.rendered($0, onTerminal: true) } == [
                "a\u{1B}[1mb\u{1B}[22m", "\u{1B}[1mc\u{1B}[22md",
            ])
        let strange = EntryShape(["matches": [[-1, 2], [1, 0], [9_223_372_036_854_775_807, 9], [2, 3], "x"]])
        #expect(strange.matches == [2..<5])
    }

    @Test(
        "Texts are shortened to whole characters",
        arguments: [
            ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("漢字漢字", 5, "漢字…"),
            ("\u{2068}שלום\u{2069}", 3, "\u{2068}של…\u{2069}"),
        ])
    func shortened(text: String, width: Int, result: String) {
        #expect(text.shortened(to: width) == result)
    }

    @Test(
        "An exported entry takes the types of the bus again",
        arguments: [
            (["a": "x", "n": .null], [Value.Field("a", .string("x"))]),
            (["time": 5, "timer": 6], [Value.Field("time", .int64(5)), Value.Field("timer", .uint32(6))]),
            (["mentions": []], [Value.Field("mentions", .array([], of: "s"))]),
            (
                ["texts": ["de": "x"], "subjects": [:]],
                [
                    Value.Field("texts", .dictionary([Value.Entry(.string("de"), .string("x"))], key: "s", value: "s")),
                    Value.Field("subjects", .dictionary([], key: "s", value: "s")),
                ]
            ),
            (
                ["reactions": ["🌹": ["a@b"]]],
                [
                    Value.Field(
                        "reactions",
                        .dictionary(
                            [Value.Entry(.string("🌹"), .array([.string("a@b")], of: "s"))], key: "s", value: "as"))
                ]
            ),
            (
                ["links": [["url": "u"]]],
                [Value.Field("links", .array([.fields([Value.Field("url", .string("u"))])], of: "a{sv}"))]
            ),
            ("text", nil), (["mixed": ["a", 1]], nil), (["timer": -1], nil),
        ] as [(JSON, [Value.Field]?)])
    func entries(json: JSON, fields: [Value.Field]?) {
        #expect(Fields(entry: json)?.entries == fields)
    }
}
