import Domain
import Testing
import XMPPSessions

@testable import Backend

/// Small values that are kept as texts.
struct TextTests {
    @Test("A token comes back as it was, whatever it holds")
    func token() {
        for text in ["t", "a b  c", "", "ü"] {
            let token = FASTToken(mechanism: "HT-SHA-256-EXPR", token: text, expiry: -5, count: .max)
            #expect(TokenText.token(TokenText.text(token)) == token)
        }
    }

    @Test(
        "What is no token is none",
        arguments: ["", "a", "a 1 2", "a x 2 t", "a 1 -1 t", "a 1 4294967296 t", "a  1 2 t"])
    func noToken(text: String) { #expect(TokenText.token(text) == nil) }

    @Test("A presence comes back as it was")
    func presence() {
        let statuses = LanguageMap([.init(language: "", text: "tea \"now\"\n"), .init(language: "de", text: "Tee")])
        for show in OwnPresence.Show.allCases {
            for priority in [Int8.min, 0, .max] {
                let presence = OwnPresence(show: show, statuses: statuses, priority: priority)
                #expect(PresenceText.presence(PresenceText.text(presence)) == presence)
            }
        }
    }

    @Test(
        "What is no presence is none",
        arguments: [
            "", "{}", "[]", #"{"show":"asleep","priority":0,"statuses":{}}"#, #"{"show":"chat","statuses":{}}"#,
            #"{"show":"chat","priority":128,"statuses":{}}"#, #"{"show":"chat","priority":0,"statuses":{"de":1}}"#,
            #"{"show":"chat","priority":0}"#,
        ])
    func noPresence(text: String) { #expect(PresenceText.presence(text) == nil) }

    @Test("The installation has a random UUID of version 4")
    func installation() {
        #expect(Installation.uuid(0, 0) == "00000000-0000-4000-8000-000000000000")
        #expect(Installation.uuid(.max, .max) == "ffffffff-ffff-4fff-bfff-ffffffffffff")
        #expect(
            Installation.uuid(0x0123_4567_89AB_CDEF, 0x0123_4567_89AB_CDEF) == "01234567-89ab-4def-8123-456789abcdef")
    }

    @Test("Idleness counts whole seconds and never less than none")
    func idle() {
        let last = LastAct(Timestamp(microseconds: 5_000_000))
        #expect(last.seconds(Timestamp(microseconds: 7_999_999)) == 2)
        #expect(last.seconds(Timestamp(microseconds: 1)) == 0)
        last.note(Timestamp(microseconds: .min))
        #expect(last.seconds(Timestamp(microseconds: .max)) == 0)
    }
}
