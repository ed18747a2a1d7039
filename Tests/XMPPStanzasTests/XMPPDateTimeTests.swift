import Foundation
import TestSupport
import Testing
import XMPPStanzas

@Suite("Dates and times")
struct XMPPDateTimeTests {
    struct Vectors: Decodable {
        var datetime: [Row]
        var tzo: [Zone]
    }

    struct Row: Decodable {
        var text: String
        var unix: Double?
        var valid: Bool?
        var legacy: Bool?
    }

    struct Zone: Decodable {
        var text: String
        var seconds: Int
    }

    private let vectors: Vectors

    init() throws { vectors = try JSONDecoder().decode(Vectors.self, from: TestSupport.vectors("datetime")) }

    @Test("The vectors hold")
    func published() {
        for row in vectors.datetime {
            let moment = row.legacy == true ? XMPPDateTime(legacy: row.text) : XMPPDateTime(row.text)
            if let unix = row.unix {
                #expect(moment.map { (Double($0.microseconds) / 1e6 - unix).magnitude < 1e-5 } == true, "\(row.text)")
            } else if let valid = row.valid {
                #expect((moment != nil) == valid, "\(row.text)")
            }
            if row.legacy == true { #expect(XMPPDateTime(row.text) == nil) }
        }
        for zone in vectors.tzo {
            #expect(XMPPDateTime.offset(zone.text) == zone.seconds)
            #expect(XMPPDateTime.text(ofOffset: zone.seconds) == zone.text)
        }
    }

    @Test(
        "What is not exactly of the form is refused",
        arguments: [
            "", "T", "2002-09-10", "2002-09-10T23:08:25", "2002-09-10T23:08:25z", "2002-09-10t23:08:25Z",
            "02-09-10T23:08:25Z", "12002-09-10T23:08:25Z", "-2002-09-10T23:08:25Z", "2002-00-10T23:08:25Z",
            "2002-09-00T23:08:25Z", "2002-09-31T23:08:25Z", "2002-02-29T23:08:25Z", "1900-02-29T23:08:25Z",
            "2002-09-10T24:00:00Z", "2002-09-10T23:60:25Z", "2002-09-10T23:08:61Z", "2002-09-10T23:08:25.Z",
            "2002-09-10T23:08:25,5Z", "2002-09-10T23:08:25+0100", "2002-09-10T23:08:25+1:00",
            "2002-09-10T23:08:25+24:00",
            "2002-09-10T23:08:25+01:60", "2002-09-10T23:08:25Z ", " 2002-09-10T23:08:25Z", "2002-09-10T23:08Z",
            "２００２-09-10T23:08:25Z", "2002-09-10T23:08:25ZZ", "2002-09-10T23:08:25Z\u{301}",
        ])
    func refused(text: String) {
        #expect(XMPPDateTime(text) == nil)
    }

    /// Text, microseconds since 1970, text as we write it.
    static let rows: [(String, Int64, String)] = [
        ("1970-01-01T00:00:00Z", 0, "1970-01-01T00:00:00Z"),
        ("1969-12-31T23:59:59.999999Z", -1, "1969-12-31T23:59:59.999999Z"),
        ("2000-02-29T12:00:00.5Z", 951_825_600_500_000, "2000-02-29T12:00:00.5Z"),
        ("2000-03-01T00:00:00-00:00", 951_868_800_000_000, "2000-03-01T00:00:00Z"),
        ("2016-12-31T23:59:60Z", 1_483_228_800_000_000, "2017-01-01T00:00:00Z"),
        ("2002-09-10T23:08:25.1234567Z", 1_031_699_305_123_456, "2002-09-10T23:08:25.123456Z"),
        ("0000-01-01T00:00:00Z", -62_167_219_200_000_000, "0000-01-01T00:00:00Z"),
        ("9999-12-31T23:59:59.999999Z", 253_402_300_799_999_999, "9999-12-31T23:59:59.999999Z"),
        ("0000-01-01T00:00:00+23:59", -62_167_305_540_000_000, "0000-01-01T00:00:00Z"),
        ("9999-12-31T23:59:60-23:59", 253_402_387_140_000_000, "9999-12-31T23:59:59.999999Z"),
    ]

    @Test("Moments are read and written", arguments: rows)
    func moments(text: String, microseconds: Int64, written: String) {
        #expect(XMPPDateTime(text)?.microseconds == microseconds)
        #expect(XMPPDateTime(microseconds: microseconds).description == written)
    }

    @Test("Every day of 800 years is read back as written")
    func everyDay() {
        var last: XMPPDateTime?
        for day in Int64(-146_097)...146_097 {
            let moment = XMPPDateTime(microseconds: day * 86_400_000_000 + 1)
            let read = XMPPDateTime(moment.description)
            #expect(read == moment)
            if let last { #expect(last < moment) }
            last = moment
        }
    }

    @Test("The limits of the type do not trap", arguments: [Int64.min, .min + 1, .max])
    func extremes(microseconds: Int64) {
        #expect(XMPPDateTime(XMPPDateTime(microseconds: microseconds).description) != nil)
    }

    @Test(
        "Time zones beyond a day, or with odd seconds",
        arguments: [
            (0, "Z"), (-1, "-00:00"), (86_399, "+23:59"), (86_400, "Z"), (.min, "Z"), (.max, "Z"), (-20_700, "-05:45"),
        ])
    func zones(seconds: Int, text: String) {
        #expect(XMPPDateTime.text(ofOffset: seconds) == text)
    }

    @Test(
        "Malformed time zones are refused",
        arguments: ["", "z", "+1:00", "+24:00", "+00:60", "+0100", "Z ", "+01:00:00"])
    func malformedZone(text: String) {
        #expect(XMPPDateTime.offset(text) == nil)
    }
}
