import TestSupport
import Testing
import XMLStreams
import XMPPAddresses
import XMPPExtensions
import XMPPSessions
import XMPPStanzas

@Suite("Subscriptions", .timeLimit(.minutes(1)))
struct SubscriptionTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let xml: String
        var refusal: String?
        var testDescription: String { xml }
    }

    static let cases = [
        Case(xml: "<presence from='romeo@example.net' type='subscribe'/>"),
        Case(xml: "<presence from='nurse@example.com' type='subscribed'/>"),
        Case(xml: "<presence from='nurse@example.com' type='unsubscribed'/>"),
        Case(xml: "<presence from='juliet@example.com/phone'/>"),
        Case(xml: "<presence from='romeo@example.net/x' type='error'><error type='cancel'/></presence>"),
        Case(xml: "<presence from='romeo@example.net' type='probe'/>", refusal: "presence-probe"),
        Case(xml: "<presence type='subscribe'/>", refusal: "subscription-own"),
        Case(xml: "<presence from='juliet@example.com' type='subscribed'/>", refusal: "subscription-own"),
        Case(xml: "<presence from='juliet@example.com/phone' type='unsubscribe'/>", refusal: "subscription-own"),
    ]

    @Test("Requests and answers come through, nonsense does not", arguments: cases)
    func table(row: Case) async throws {
        let juliet = try SessionHarness(extensions: [Subscriptions()])
        try await juliet.stream.deliver(row.xml)
        let batch = await juliet.delegate.nextBatch()
        #expect(batch.products.count == (row.refusal == nil ? 1 : 0))
        #expect(juliet.delegate.refusals.map(\.code) == (row.refusal.map { [$0] } ?? []))
    }

    @Test("A request with a nickname is that of the specification")
    func nickname() throws {
        let sample = try golden("xep-0172", "03-including-nickname-with-subscription-request").element
        var presence = Presence.subscribe(to: try BareJID("starbuck@moby-dick.lit"), nickname: "Ishmael")
        presence.from = try JID("narrator@moby-dick.lit")
        #expect(presence.element.canonical(.dropped) == sample.canonical(.dropped))
        #expect(try Presence(sample).payload(Nickname.self) == Nickname("Ishmael"))
    }

    @Test("A message brings a nickname as well")
    func nicknameInMessage() throws {
        let sample = try golden("xep-0172", "04-including-nickname-with-first-message").element
        #expect(try Message(sample).payload(Nickname.self) == Nickname("Ishmael"))
    }

    @Test("Approving, refusing and giving up are presences to bare addresses")
    func answers() throws {
        let romeo = try BareJID("romeo@example.net")
        let presences = [Presence.approve(romeo), .deny(romeo), .unsubscribe(from: romeo), .subscribe(to: romeo)]
        #expect(
            presences.map { $0.element.canonical }
                == ["subscribed", "unsubscribed", "unsubscribe", "subscribe"].map {
                    "<presence xmlns=\"jabber:client\" to=\"romeo@example.net\" type=\"\($0)\"></>"
                })
    }
}
