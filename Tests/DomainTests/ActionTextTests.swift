import Domain
import TestSupport
import Testing
import XMLStreams

@Suite("What somebody does")
struct ActionTextTests {
    @Test(
        "Only what begins with the four characters is a phrase",
        arguments: [
            ("/me shrugs in disgust", "shrugs in disgust"), ("/me  x", " x"), ("/me ", ""), ("/me é", "é"),
            ("/meshrugs in disgust", nil), ("/me's disgusted", nil), (" /me shrugs in disgust", nil),
            ("\"/me shrugs in disgust\"", nil), ("* Atlas shrugs in disgust", nil), ("/me", nil), ("", nil),
            ("Why did Atlas say \"/me shrugs in disgust\"?", nil), ("/ME x", nil), ("/me\u{A0}x", nil),
        ] as [(String, String?)])
    func table(text: String, phrase: String?) {
        #expect(ActionText.phrase(of: text).map(String.init) == phrase)
        let content = EntryContent(
            direction: .incoming, kind: .chat, author: "a@b", sentAt: Timestamp(microseconds: 1),
            receivedAt: Timestamp(microseconds: 1), texts: LanguageMap(text))
        #expect(content.isAction == (phrase != nil))
    }

    @Test("The examples of the specification", arguments: try golden("xep-0245"))
    func examples(sample: Golden) throws {
        let body = try #require(sample.element.child("body", .client))
        #expect(ActionText.phrase(of: body.text) == "shrugs in disgust")
    }
}
