import Digests
public import XMLStreams
public import XMPPSessions

/// Entity Capabilities, both forms (XEP-0115, XEP-0390): our presence promises what disco#info says.
public struct Capabilities: XMPPExtension {
    public static let features: [Namespace] = [.capabilities, .capabilities2]
    public static let needs: [any XMPPExtension.Type] = [Disco.self]

    private let disco: Disco
    private let node: String

    /// `node` is an address that names the software (XEP-0115 §4).
    public init(disco: Disco, node: String) {
        self.disco = disco
        self.node = node
    }

    public func join(_ plan: inout SessionPlan) {
        plan.whenComplete { plan in
            let info = disco.info(for: plan)
            let verification = CapabilityHash(.verification, of: info, with: .sha1)
            let hashes = [HashFunction.sha256, .sha3Bits256].compactMap {
                CapabilityHash(.capabilities2, of: info, with: $0)
            }
            guard let verification, hashes.count == 2 else { preconditionFailure("our own information is ill-formed") }
            plan.addToPresence(
                Element(
                    "c", .capabilities,
                    ["hash": verification.function, "node": node, "ver": verification.value]))
            plan.addToPresence(
                Element(
                    "c", .capabilities2,
                    children: hashes.map { Element("hash", .hashes, ["algo": $0.function], text: $0.value) }))
            // XEP-0115 §6.2, XEP-0390 §6.1: we answer under the nodes we announce.
            for hash in hashes + [verification] { plan.addOwnNode(hash.node(of: node)) }
        }
    }
}
