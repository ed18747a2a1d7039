public import XMLStreams
public import XMPPAddresses
public import XMPPSessions
import XMPPStanzas

extension Namespace {
    /// Message Carbons (XEP-0280 §13.1).
    public static let carbons: Namespace = "urn:xmpp:carbons:2"
}

/// Copies of what other devices of the account receive and send (XEP-0280).
///
/// Only our own account may send us copies, each is unwrapped once, and what another device is said to have sent must be
/// from one of ours (§11; CVE-2017-5589 and its kin).
public struct Carbons: XMPPExtension {
    private let stamp: AuthorityStamp
    private let account: BareJID

    /// - Parameter stamp: tells who speaks in a copy.
    public init(account: BareJID, stamp: AuthorityStamp) {
        self.account = account
        self.stamp = stamp
    }

    public func join(_ plan: inout SessionPlan) {
        for direction in ["received", "sent"] {
            let name = Name(direction, .carbons)
            plan.onMessage(
                containing: name, at: .unwrap, accepting: .ownAccount, otherwise: .refuse(.foreignCarbon)
            ) { [self] in unwrap($0, name) }
        }
    }

    private func unwrap(_ incoming: Incoming<Message>, _ name: Name) -> Verdict<Message> {
        let copies = incoming.stanza.payloads.filter { $0.name.namespace == .carbons }
        guard copies.count == 1, let copy = copies.first, copy.name == name, let message = Forwarded(in: copy)?.message,
            let from = message.from
        else { return .refuse(.malformedCarbon) }
        if name.local == "sent" {
            guard from.bare == account else { return .refuse(.foreignCarbon) }
        } else if let to = message.to, to.bare != account {
            return .refuse(.malformedCarbon)
        }
        return .pass(Incoming(message, from: stamp.authority(of: from), by: .copied))
    }
}

extension Refusal {
    public static let foreignCarbon = Refusal(code: "carbon-foreign", section: "XEP-0280 §11")
    static let malformedCarbon = Refusal(code: "carbon-malformed", section: "XEP-0280 §7")
}

extension Requesting {
    /// Asks for copies from now on, until the session ends (XEP-0280 §4).
    public func enableCarbons() async throws(RequestFailure) {
        _ = try await request(Element("enable", .carbons), .set)
    }
}
