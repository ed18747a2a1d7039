import TestSupport
import Testing
import XMLStreams
import XMPPStanzas

@Suite("Stanzas of the specifications")
struct GoldenStanzaTests {
    static let folders = [
        "rfc6120", "rfc6121", "xep-0012", "xep-0030", "xep-0092", "xep-0115", "xep-0199", "xep-0202", "xep-0203",
    ]

    /// Examples that show what is wrong, and what is wrong with them.
    static let faulty: [String: StanzaProblem] = [
        "rfc6120/08-03-03-01-1-bad-request.xml": .unknownType,
        "rfc6120/08-03-03-08-1-jid-malformed.xml": .malformedAddress,
        "rfc6120/08-03-03-08-2-jid-malformed.xml": .malformedAddress,
        "xep-0030/23-service-discovery-information-request-resulting-st.xml": .missingID,
        "xep-0030/24-service-discovery-items-request-resulting-stanza.xml": .missingID,
        "xep-0092/03-requesting-entity-queries-responding-entity-regard.xml": .unknownType,
        "xep-0092/04-responding-entity-communicates-protocol-support.xml": .unknownType,
    ]

    /// Examples of which we do not keep all: the echo in an error, an error in what is none, whitespace around a URI;
    /// or that have their children in another order than we write.
    static let rearranged: Set<String> = [
        "rfc6120/08-03-03-05-2-gone.xml", "rfc6120/08-03-03-14-1-redirect.xml",
        "rfc6120/08-03-03-09-1-not-acceptable.xml", "rfc6120/08-03-03-12-1-policy-violation.xml",
        "rfc6120/08-03-03-19-2-service-unavailable.xml",
        "xep-0030/03-target-entity-does-not-exist.xml", "xep-0030/04-service-unavailable.xml",
        "xep-0030/22-jid-node-error.xml", "xep-0199/03-ping-not-supported.xml", "xep-0199/06-ping-not-supported.xml",
        "xep-0199/09-ping-not-supported.xml", "xep-0199/12-ping-not-supported.xml",
        "xep-0199/15-ping-not-supported.xml",
        "xep-0203/02-receiving-the-last-presence-update-of-another-enti.xml",
    ]

    static func all() throws -> [Golden] { try folders.flatMap { try golden($0) } }

    @Test("Read and written they mean the same", arguments: try all().filter { faulty[$0.name] == nil })
    func roundTrip(sample: Golden) throws {
        let stanza = try Stanza(sample.element)
        #expect(try Stanza(stanza.element) == stanza)
        if !Self.rearranged.contains(sample.name) {
            #expect(stanza.element.canonical(.dropped) == sample.element.canonical(.dropped))
        }
    }

    @Test("Faulty ones are refused with the reason", arguments: try all().filter { faulty[$0.name] != nil })
    func refusal(sample: Golden) throws {
        #expect(throws: try #require(Self.faulty[sample.name])) { try Stanza(sample.element) }
    }

    @Test("Elements torn apart at random never trap")
    func torn() throws {
        var generator = SeededGenerator(seed: 6121)
        let samples = try Self.all().map(\.element)
        for sample in samples {
            for _ in 0..<20 {
                var element = sample
                Self.tear(&element, samples, &generator)
                guard let stanza = try? Stanza(element) else { continue }
                #expect(try Stanza(stanza.element) == stanza)
            }
        }
    }

    private static func tear(_ element: inout Element, _ others: [Element], _ generator: inout SeededGenerator) {
        for index in element.attributes.indices where Int.random(in: 0..<4, using: &generator) == 0 {
            element.attributes[index].value =
                ["", "error", "@", "result", "\u{0}"].randomElement(using: &generator) ?? ""
        }
        if Bool.random(using: &generator), let other = others.randomElement(using: &generator) {
            element.children += other.children
        }
        element.children.shuffle(using: &generator)
        for index in element.children.indices {
            guard case .element(var child) = element.children[index] else { continue }
            tear(&child, [], &generator)
            element.children[index] = .element(child)
        }
    }
}
