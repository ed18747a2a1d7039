import TestSupport
import Testing
import XMLStreams
import XMPPExtensions
import XMPPStanzas

@Suite("Explicit encryption")
struct EncryptionTagTests {
    @Test("The tags of the specification survive the round trip", arguments: try golden("xep-0380"))
    func roundTrip(sample: Golden) throws {
        let element = try #require(sample.element.child("encryption", .encryptionTag))
        let tag = try #require(EncryptionTag(in: element))
        #expect(tag.element.canonical == element.canonical)
    }

    @Test(
        "Each encryption of the table has its word and its name",
        arguments: [
            ("urn:xmpp:otr:0", "otr", "OTR"), ("jabber:x:encrypted", "openpgp:legacy", "Legacy OpenPGP"),
            ("urn:xmpp:openpgp:0", "openpgp", "OpenPGP for XMPP"),
            ("eu.siacs.conversations.axolotl", "omemo:0", "OMEMO"), ("urn:xmpp:omemo:1", "omemo:1", "OMEMO 1"),
            ("urn:xmpp:omemo:2", "omemo:2", "OMEMO 2"),
        ])
    func known(namespace: String, word: String, label: String) {
        // §3.2: what the sender calls it is of no account where it is known.
        let tag = EncryptionTag(namespace: namespace, name: "Plain text")
        #expect(tag.word == word)
        #expect(tag.label == label)
    }

    @Test("What is not in the table goes by what its sender calls it")
    func unknown() {
        #expect(EncryptionTag(namespace: "urn:example:seal", name: "Seal").label == "Seal")
        #expect(EncryptionTag(namespace: "urn:example:seal").label == "urn:example:seal")
        #expect(EncryptionTag(namespace: "urn:example:seal", name: "Seal").word == "urn:example:seal")
    }

    @Test(
        "A ciphertext speaks for itself, and a key alone has none",
        arguments: [
            ("<encrypted xmlns='eu.siacs.conversations.axolotl'><header/><payload/></encrypted>", "omemo:0"),
            ("<encrypted xmlns='eu.siacs.conversations.axolotl'><header/></encrypted>", nil),
            ("<encrypted xmlns='urn:xmpp:omemo:2'><header/><payload/></encrypted>", "omemo:2"),
            ("<encrypted xmlns='urn:xmpp:omemo:2'><header/></encrypted>", nil),
            ("<devices xmlns='urn:xmpp:omemo:2'/>", nil),
            ("<openpgp xmlns='urn:xmpp:openpgp:0'>x</openpgp>", "openpgp"),
            ("<pubkey xmlns='urn:xmpp:openpgp:0'/>", nil),
            ("<x xmlns='jabber:x:encrypted'>x</x>", "openpgp:legacy"), ("<y xmlns='jabber:x:encrypted'/>", nil),
            ("<x xmlns='urn:xmpp:otr:0'/>", nil), ("<x xmlns='urn:example'/>", nil), ("<body>x</body>", nil),
            ("<encryption xmlns='urn:xmpp:eme:0'/>", nil), ("<encryption xmlns='urn:xmpp:eme:0' namespace=''/>", nil),
        ])
    func ciphertexts(xml: String, word: String?) throws {
        #expect(EncryptionTag(in: try stanza(xml))?.word == word)
    }

    @Test(
        "What brings a key only has nothing to be read",
        arguments: [
            ("<encrypted xmlns='urn:xmpp:omemo:2'><header/></encrypted>", true),
            ("<encrypted xmlns='urn:xmpp:omemo:1'><header/></encrypted>", true),
            ("<encrypted xmlns='eu.siacs.conversations.axolotl'><header/></encrypted>", true),
            ("<encrypted xmlns='eu.siacs.conversations.axolotl'><header/><payload/></encrypted>", false),
            ("<encrypted xmlns='urn:xmpp:openpgp:0'/>", false), ("<encrypted xmlns='urn:example'/>", false),
            ("<list xmlns='eu.siacs.conversations.axolotl'/>", false),
        ])
    func keyOnly(xml: String, isKeyOnly: Bool) throws {
        #expect(EncryptionTag.isKeyOnly(try stanza(xml)) == isKeyOnly)
    }

    @Test("Names have bounds", arguments: [(256, true), (257, false)])
    func bounds(count: Int, isKept: Bool) {
        let text = String(repeating: "x", count: count)
        let long = Element("encryption", .encryptionTag, ["namespace": text])
        #expect((EncryptionTag(in: long) != nil) == isKept)
        let named = Element("encryption", .encryptionTag, ["namespace": "urn:example", "name": text])
        #expect((EncryptionTag(in: named)?.name != nil) == isKept)
    }
}
