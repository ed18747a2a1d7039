import TestSupport
import Testing
import XMLStreams

@testable import XMPPExtensions

@Suite("Hashes of capabilities: what is ill-formed")
struct CapabilityRuleTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let content: String
        /// Whether XEP-0115 §5.4 and XEP-0390 §4.1 give a hash.
        let verification: Bool
        let second: Bool
    }

    static let identity = "<identity category='client' type='pc' name='A'/>"
    static func form(_ fields: String) -> String { "<x xmlns='jabber:x:data' type='result'>\(fields)</x>" }
    static let kind = "<field var='FORM_TYPE' type='hidden'><value>urn:a</value></field>"

    static let cases = [
        Case(testDescription: "plain", content: identity, verification: true, second: true),
        Case(
            testDescription: "the same identity twice", content: identity + identity, verification: false,
            second: true),
        Case(
            testDescription: "the same identity in two languages",
            content: identity + "<identity category='client' type='pc' name='A' xml:lang='el'/>", verification: true,
            second: true),
        Case(
            testDescription: "the same feature twice", content: "<feature var='a'/><feature var='a'/>",
            verification: false, second: true),
        Case(testDescription: "a form", content: form(kind), verification: true, second: true),
        Case(
            testDescription: "two forms of a kind", content: form(kind) + form(kind), verification: false, second: true),
        Case(
            testDescription: "a form of two kinds",
            content: form("<field var='FORM_TYPE' type='hidden'><value>a</value><value>b</value></field>"),
            verification: false, second: false),
        Case(
            testDescription: "a form of one kind twice",
            content: form("<field var='FORM_TYPE' type='hidden'><value>a</value><value>a</value></field>"),
            verification: true, second: false),
        Case(
            testDescription: "a form of no kind", content: form("<field var='a'><value>b</value></field>"),
            verification: true, second: false),
        Case(
            testDescription: "a form whose kind is not hidden",
            content: form("<field var='FORM_TYPE'><value>a</value></field>"), verification: true, second: false),
        Case(
            testDescription: "a form that says twice what it is",
            content: form(kind + "<field var='FORM_TYPE' type='hidden'><value>urn:b</value></field>"),
            verification: false, second: false),
        Case(testDescription: "a table", content: form(kind + "<reported/>"), verification: true, second: false),
        Case(testDescription: "something else", content: "<other/>", verification: true, second: false),
        Case(
            testDescription: "a name made to look like features",
            content: "<identity category='client' type='pc' name='A&lt;urn:b'/>", verification: false, second: true),
        Case(
            testDescription: "a feature made to look like two", content: "<feature var='a&lt;b'/>",
            verification: false, second: true),
        Case(
            testDescription: "a value made to look like a field",
            content: form(kind + "<field var='a'><value>b&lt;c</value></field>"), verification: false, second: true),
        Case(
            testDescription: "a category with a type in it", content: "<identity category='client/pc' type='x'/>",
            verification: false, second: true),
        Case(
            testDescription: "a feature made to look like an identity",
            content: "<identity category='http:' type='' xml:lang='jabber.org' name='protocol/caps'/>",
            verification: false, second: true),
        Case(
            testDescription: "a name with a slash", content: "<identity category='client' type='pc' name='A/B'/>",
            verification: true, second: true),
    ]

    @Test("Each rule on both sides", arguments: cases)
    func table(row: Case) throws {
        let query = try stanza("<query xmlns='http://jabber.org/protocol/disco#info'>\(row.content)</query>")
        let info = try #require(DiscoInfo(query))
        #expect((VerificationString.string(for: info) != nil) == row.verification)
        #expect((CapabilityHashInput.bytes(for: info) != nil) == row.second)
    }

    @Test("A form of no kind does not change the older hash (XEP-0115 §5.4 step 3.6)")
    func ignoredForm() throws {
        let info = DiscoInfo(identities: [], features: ["a"])
        var other = info
        var budget = DiscoBudget()
        other.forms = [try #require(DiscoForm(Element("x", .dataForms), &budget))]
        #expect(VerificationString.string(for: info) == VerificationString.string(for: other))
    }

    @Test("Text is compared by its bytes")
    func octets() {
        #expect(!Octets.hasRepetition(["\u{E9}", "e\u{301}"]))
        #expect(Octets.sorted(["b", "B", "a", "é", "z"]) == ["B", "a", "b", "z", "é"])
    }

    @Test("The language around an identity counts (XEP-0390 §4.1)")
    func inheritedLanguage() throws {
        let query = try stanza(
            "<query xmlns='http://jabber.org/protocol/disco#info' xml:lang='el'>\(Self.identity)</query>")
        #expect(DiscoInfo(query)?.identities.first?.language == "el")
    }
}
