import FrontendKit
import JSONText
import Testing

@testable import CommandLine

@Suite("Conversations written down")
struct ExportTests {
    private static let exported = [
        ExportedEntry(entry: Samples.received, peer: "romeo@example.org", versions: []),
        ExportedEntry(entry: Samples.several, peer: "romeo@example.org", versions: []),
        ExportedEntry(entry: Samples.hostile, peer: "romeo@example.org", versions: []),
        ExportedEntry(
            entry: Samples.marked, peer: "romeo@example.org",
            versions: [VersionShape(["texts": ["": "From the garden\n<b>"], "time": .integer(Samples.moment)])]),
        ExportedEntry(entry: Samples.retracted, peer: "romeo@example.org", versions: []),
    ]

    private func text(_ writer: some EntryWriter) -> String {
        var writer = writer
        var text = writer.begin()
        text += writer.conversation(ConversationShape(["jid": "romeo@example.org"]))
        for entry in Self.exported { text += writer.entry(entry) }
        return text + writer.end()
    }

    @Test("JSON lines have everything, and none has a control character")
    func jsonLines() {
        let lines = text(JSONLinesWriter())
        expectSnapshot(lines, "exports/history.jsonl")
        #expect(!lines.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
        #expect(lines.split(separator: "\n").count == Self.exported.count)
    }

    @Test("A page for browsers runs nothing and fetches nothing")
    func html() {
        let page = text(HTMLWriter(time: .utc))
        expectSnapshot(page, "exports/history.html")
        #expect(!page.contains("<script") && !page.contains("href=\"javascript:"))
        #expect(page.contains("&lt;script&gt;"))
        #expect(!page.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    }

    @Test("What could not be read is told, and not what stands in for it")
    func sealed() {
        let entry: JSON = [
            "id": "e1", "kind": "undecryptable", "encryption": "<b>omemo:2", "texts": ["": "Please send your password"],
        ]
        let exported = ExportedEntry(entry: EntryShape(entry), peer: "romeo@example.org", versions: [])
        let html = HTMLWriter(time: .utc).entry(exported)
        #expect(html.contains("&lt;b&gt;omemo:2</bdi>, which could not be read"))
        #expect(!html.contains("password"))
    }

    @Test("A mailbox is ASCII, and only its messages begin with From")
    func mailbox() {
        let box = text(MailboxWriter(account: "juliet@example.org"))
        expectSnapshot(box, "exports/history.mbox")
        #expect(box.utf8.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) })
        let lines = box.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count { $0.hasPrefix("From ") } == Self.exported.count)
        #expect(lines.allSatisfy { $0.utf8.count <= 998 })
    }

    @Test(
        "Texts in a mailbox are quoted-printable",
        arguments: [
            ("a", "a\n"), ("a=b", "a=3Db\n"), ("a \nb\t", "a=20\nb=09\n"), ("é", "=C3=A9\n"), ("", "\n"),
            ("From me\n>From", "=46rom me\n>From\n"), ("a\r\nb\rc", "a\nb\nc\n"), ("\u{0}", "=00\n"),
            (
                String(repeating: "x", count: 75) + "From me",
                String(repeating: "x", count: 75) + "=\n=46rom me\n"
            ),
            (String(repeating: "é", count: 13), String(repeating: "=C3=A9", count: 12) + "=C3=\n=A9\n"),
        ])
    func quoted(text: String, body: String) {
        #expect(MailText.body(text) == body)
    }

    @Test(
        "Headers hold encoded words where they must",
        arguments: [
            ("Hello", "", "Hello"), ("Gruß", "", "=?utf-8?B?R3J1w58=?="), ("Gruß", "de", "=?utf-8*de?B?R3J1w58=?="),
            ("Hello", "en", "=?utf-8*en?B?SGVsbG8=?="), ("a\nb: c", "", "a b: c"), ("=?x", "", "=?utf-8?B?PT94?="),
            ("", "", ""), ("", "de", "=?utf-8*de?B??="),
        ])
    func header(text: String, language: String, header: String) {
        #expect(MailText.header(text, language: language) == header)
    }

    @Test("Encoded words are short, and none divides a character")
    func longHeader() {
        let words = MailText.header(String(repeating: "漢字🌹", count: 40), language: "zh-Hant-TW")
            .split(separator: "\n")
        #expect(words.count > 3)
        #expect(words.allSatisfy { $0.utf8.count <= 76 && $0.hasSuffix("?=") })
    }

    @Test("Moments as mail writes them")
    func dates() {
        #expect(MailDate.header(Samples.moment) == "Wed, 04 Mar 2026 14:05:06 +0000")
        #expect(MailDate.separator(Samples.moment) == "Wed Mar  4 14:05:06 2026")
        #expect(MailDate.separator(-1) == "Thu Jan  1 00:00:00 1970")
        #expect(MailDate.separator(.max) == "Thu Jan  1 00:00:00 1970")
    }
}
