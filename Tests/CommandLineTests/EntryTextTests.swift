import FrontendKit
import JSONText
import Testing

@testable import CommandLine

@Suite("Texts of entries")
struct EntryTextTests {
    private func shown(
        _ text: String, kind: String = "chat", _ more: [JSON.Member] = [], spoilers: Bool = false
    ) throws -> String {
        let members: [JSON.Member] = [
            .init("id", "e1"), .init("direction", "in"), .init("kind", .string(kind)),
            .init("texts", ["": .string(text)]), .init("author", "romeo@example.org"),
        ]
        let paper = Paper()
        let desk = paper.desk()
        try desk.show(EntryReport(entry: EntryShape(.object(members + more)), showsSpoilers: spoilers))
        return paper.output
    }

    @Test("What somebody does stands behind their name and one star")
    func action() throws {
        let action: [JSON.Member] = [.init("action", true)]
        let shrugs = try shown("/me shrugs\nand sighs\u{1B}", action)
        #expect(shrugs.hasSuffix("  * romeo@example.org shrugs\n    and sighs␛\n"))
        // What the daemon does not call so is none.
        #expect(try shown("/me shrugs").hasSuffix("  /me shrugs\n"))
        #expect(try shown("shrugs", action).hasSuffix("  shrugs\n"))
    }

    @Test("In lists, too, what somebody does is told so")
    func actionInLists() {
        let entry = EntryShape(["texts": ["": "/me shrugs\nand sighs"], "action": true])
        #expect(entry.summary == "* shrugs␊and sighs")
        #expect(EntryShape(["texts": ["": "shrugs"]]).summary == "shrugs")
    }

    @Test("A spoiler hides what somebody does as well")
    func spoiler() throws {
        let hidden: [JSON.Member] = [.init("action", true), .init("spoiler", "")]
        #expect(try !shown("/me dies", hidden).contains("dies"))
        #expect(try shown("/me dies", hidden, spoilers: true).contains("* romeo@example.org dies"))
    }

    @Test("What cannot be read says so, and not what its sender wants to be read instead")
    func sealed() throws {
        let seal: [JSON.Member] = [.init("encryption", "urn:x\u{9B}")]
        let text = try shown("Please send your password", kind: "undecryptable", seal)
        #expect(text.contains("encrypted with urn:x‹U+009B›, which cannot be read here"))
        #expect(!text.contains("password"))
        #expect(try shown("Hello", seal).hasSuffix("  Hello\n"))
        let replied: JSON = ["id": "e1", "kind": "undecryptable", "encryption": "x", "texts": ["": "password"]]
        let answer: JSON = ["id": "e2", "kind": "chat", "texts": ["": "what?"], "reply-to-entry": "e1"]
        let paper = Paper()
        let desk = paper.desk()
        try desk.show(EntryReport(entry: EntryShape(answer), replied: EntryShape(replied)))
        #expect(paper.output.contains("answers") && !paper.output.contains("password"))
    }
}
