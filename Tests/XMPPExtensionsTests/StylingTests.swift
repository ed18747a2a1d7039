import TestSupport
import Testing
import XMLStreams
import XMPPExtensions
import XMPPStanzas

@Suite("Message styling")
struct StylingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let section: String
        let text: String
        let spans: [String]
        var testDescription: String { "\(section): \(text.debugDescription)" }

        init(_ section: String, _ text: String, _ spans: String...) {
            self.section = section
            self.text = text
            self.spans = spans
        }
    }

    static let spans = [
        Case("6.2", "plain span"),
        Case("6.2", "*strong span*", "strong:*strong span*"),
        Case("6.2", "plain _emphasis_ plain", "emphasis:_emphasis_"),
        Case("6.2", "`pre` plain *strong*", "code:`pre`", "strong:*strong*"),
        Case("6.2", "*strong*plain*", "strong:*strong*"),
        Case("6.2", "* plain *strong*", "strong:*strong*"),
        Case("6.2", "not strong*"),
        Case("6.2", "*not strong"),
        Case("6.2", "*not \n strong*"),
        Case("6.2", "*not *strong"),
        Case("6.2", "**"),
        Case("6.2", "***"),
        Case("6.2", "****"),
        Case("6.2.1", "Two spans, both *alike in dignity*", "strong:*alike in dignity*"),
        Case(
            "6.2.2", "The full title is _Twelfth Night, or What You Will_ but\n_most_ people shorten it.",
            "emphasis:_Twelfth Night, or What You Will_", "emphasis:_most_"),
        Case("6.2.3", "but\n*most* people", "strong:*most*"),
        Case("6.2.4", "Everyone ~dis~likes cake.", "deleted:~dis~"),
        Case("6.2.5", "This is `*monospace*`", "code:`*monospace*`"),
        Case(
            "6.2.5", "This is *`monospace and bold`*", "strong:*`monospace and bold`*", "code:`monospace and bold`"),
        Case("6.2.5", "Wow, I can write in `monospace`!", "code:`monospace`"),
    ]

    /// What follows from the rules (§6.2) and has no example.
    static let ours = [
        Case("opening behind a letter", "a*b*"),
        Case("opening before whitespace", "* b*"),
        Case("closing behind whitespace, then one that counts", "*a *b*", "strong:*a *b*"),
        Case("lazily matched", "*a* b*", "strong:*a*"),
        Case("behind another opening sign", "_*~a~*_", "emphasis:_*~a~*_", "strong:*~a~*", "deleted:~a~"),
        Case("behind an opening sign without an end", "*_a_"),
        Case("behind a closing sign", "*a*_b_", "strong:*a*"),
        Case("not out of its span", "*a _b* c_", "strong:*a _b*"),
        Case("empty inside", "*``*", "strong:*``*"),
        Case("empty, then text", "**a*"),
        Case("whitespace of other scripts", "a\u{3000}*b*\u{A0}c", "strong:*b*"),
        Case("closing behind a wide space", "*a\u{3000}*"),
        Case("nothing but the sign", "*"),
        Case("code points", "👩‍👩‍👧 *é*", "strong:*é*"),
        Case("arabic", "قال *نعم* لي", "strong:*نعم*"),
    ]

    static let blocks = [
        Case(
            "6.1.1",
            "There are three blocks in this body,\nbut there is no *formatting\nas spans* may not escape blocks."),
        Case(
            "6.1.2", "```ignored\n(println \"Hello, world!\")\n```\n\nThis should show up",
            "codeBlock:```ignored\n(println \"Hello, world!\")\n```"),
        Case(
            "6.1.2", "> ```\n> (println \"Hello, world!\")\n\nThe entire *blockquote*",
            "quote:> ```\n> (println \"Hello, world!\")", "codeBlock:```\n> (println \"Hello, world!\")",
            "strong:*blockquote*"),
        Case("6.1.3", "> That that is, is.\n\nSaid the old hermit of Prague.", "quote:> That that is, is."),
        Case(
            "6.1.3", ">> That that is, is.\n> Said the old hermit of Prague.\n\nWho?",
            "quote:>> That that is, is.\n> Said the old hermit of Prague.", "quote:> That that is, is."),
        Case("ours: spans of a quotation", "> *a*\n>*b*", "quote:> *a*\n>*b*", "strong:*a*", "strong:*b*"),
        Case("ours: one whitespace goes", ">  *a*", "quote:>  *a*", "strong:*a*"),
        Case("ours: a sign within the line", "a > b"),
        Case("ours: a fence needs its own line", "```\na```\n``` \n*b*", "codeBlock:```\na```\n``` \n*b*"),
        Case("ours: a fence that nobody closes", "a\n```\n*b*", "codeBlock:```\n*b*"),
        Case("ours: no quotation in code", "```\n> a\n```\n*b*", "codeBlock:```\n> a\n```", "strong:*b*"),
        Case(
            "ours: a shallower line ends the code", "> > ```\n> *a*", "quote:> > ```\n> *a*", "quote:> ```",
            "codeBlock:```", "strong:*a*"),
        Case("ours: two quotations", "> a\n\n> b", "quote:> a", "quote:> b"),
        Case("ours: nothing but newlines", "\n\n*a*\n", "strong:*a*"),
    ]

    @Test("The examples, and what follows from the rules", arguments: spans + ours + blocks)
    func table(row: Case) {
        #expect(read(Styling.spans(in: row.text), in: row.text) == row.spans)
    }

    @Test("A sender can ask for no styling")
    func unstyled() throws {
        let message = try Message(golden("xep-0393", "01-sender-indicates-that-styling-is-disabled").element)
        #expect(message.payloads.map(Styling.isUnstyled) == [true])
        #expect(Styling.isUnstyled(Styling.unstyled))
        #expect(!Styling.isUnstyled(Element("unstyled", .markup)))
    }

    @Test("Quotations nest so deep and no deeper")
    func depth() {
        let deep = Styling.spans(in: String(repeating: ">", count: 100) + "a")
        #expect(deep.count == 16)
        #expect(Styling.spans(in: String(repeating: "> ", count: 15) + "*a*").count == 16)
    }

    @Test("There are so many spans and no more")
    func count() {
        #expect(Styling.spans(in: String(repeating: "*a* ", count: 256)).count == 256)
        #expect(Styling.spans(in: String(repeating: "*a* ", count: 300)).count == 256)
        #expect(Styling.spans(in: String(repeating: "> *a*\n\n", count: 300)).count == 256)
    }

    @Test(
        "What never ends is looked through once",
        arguments: ["*a ", "_a `b ", "** ", "*_~`a ", "`", "> *a\n", ">\n\n"])
    func hostile(piece: String) {
        let text = String(repeating: piece, count: 40_000)
        #expect(Styling.spans(in: text).count <= 256)
    }
}
