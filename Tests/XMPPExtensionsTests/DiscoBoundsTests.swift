import Digests
import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPStanzas

@testable import XMPPExtensions

@Suite("Bounds and junk in discovery")
struct DiscoBoundsTests {
    private func info(_ children: [Element]) -> DiscoInfo? {
        DiscoInfo(Element("query", .discoInfo, children: children))
    }

    private func features(_ count: Int) -> [Element] {
        (0..<count).map { Element("feature", .discoInfo, ["var": "urn:\($0)"]) }
    }

    private func form(values: Int) -> Element {
        let values = (0..<values).map { Element("value", .dataForms, text: "\($0)") }
        return Element("x", .dataForms, children: [Element("field", .dataForms, ["var": "a"], children: values)])
    }

    @Test("Information has at most 2,000 entries")
    func entries() {
        // The node and the field take one each.
        #expect(info(features(1999))?.features.count == 1999)
        #expect(info(features(2000)) == nil)
        #expect(info([form(values: 1998)])?.forms.first?["a"].count == 1998)
        #expect(info([form(values: 1999)]) == nil)
        #expect(info(features(1000) + [form(values: 1000)]) == nil)
    }

    @Test("Texts have at most 4,096 bytes")
    func texts() throws {
        let just = String(repeating: "é", count: 2048)
        #expect(info([Element("feature", .discoInfo, ["var": just])]) != nil)
        #expect(info([Element("feature", .discoInfo, ["var": just + "a"])]) == nil)
        let identity = DiscoIdentity(category: "client", type: "pc", name: just + "a")
        #expect(info([identity.element]) == nil)
        let jid = try JID("example.com")
        let items = [DiscoItem(jid: jid, node: just), DiscoItem(jid: jid, node: just + "a"), DiscoItem(jid: jid)]
        let list = DiscoItem.list(Element("query", .discoItems, children: items.map(\.element)))
        #expect(list == [items[0], items[2]])
    }

    @Test("Of items, the first 2,000 with an address are kept")
    func items() {
        var children = (0..<2500).map { Element("item", .discoItems, ["jid": "room\($0)@example.com"]) }
        children.insert(Element("item", .discoItems), at: 0)
        children.insert(Element("item", .discoItems, ["jid": "@@"]), at: 0)
        let items = DiscoItem.list(Element("query", .discoItems, children: children))
        #expect(items?.count == 2000)
        #expect(items?.first?.jid.description == "room0@example.com")
        #expect(items?.last?.jid.description == "room1999@example.com")
        #expect(DiscoItem.list(Element("query", .discoInfo)) == nil)
    }

    @Test("Every answer of the specifications is kept as text and read again", arguments: try answers())
    func text(sample: Golden) throws {
        let info = try #require(sample.element.elements.first.flatMap(DiscoInfo.init))
        #expect(DiscoInfo(text: info.text) == info)
        #expect(DiscoInfo(info.element) == info)
    }

    private static func answers() throws -> [Golden] {
        try [
            golden("xep-0030", "02-result-set-for-information-request"), golden("xep-0115", "03-example-3"),
            golden("xep-0115", "07-example-7"), golden("xep-0390", "22-answer"),
        ] + golden("xep-0128")
    }

    @Test("What a store gives back damaged is nothing", arguments: ["", "<", "<query/>", "{}", "<iq xmlns='a'/>"])
    func damaged(text: String) { #expect(DiscoInfo(text: text) == nil) }

    @Test("No change of the information goes with the same hash, and none does harm", arguments: 0..<20)
    func junk(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let sample = try golden("xep-0390", "22-answer")
        let original = try #require(sample.element.elements.first.flatMap(DiscoInfo.init)).withoutNode
        let hashes = [
            try #require(CapabilityHash(.capabilities2, of: original, with: .sha256)),
            try #require(CapabilityHash(.verification, of: original, with: .sha1)),
        ]
        for hash in hashes { #expect(hash.proved(of: original) == original) }
        for _ in 0..<100 {
            var bytes = sample.bytes
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0x20..<0x7F, using: &random)
            }
            guard let element = try? stanzas(in: bytes).first, let query = element.elements.first,
                let info = DiscoInfo(query)
            else { continue }
            for hash in hashes {
                guard let proved = hash.proved(of: info) else { continue }
                #expect(proved == original)
            }
        }
    }
}
