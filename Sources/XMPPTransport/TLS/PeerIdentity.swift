internal import Glibc
internal import XMPPAddresses

/// Who the server must be: the account's domain and nothing else (RFC 6120 §13.7.2.1, RFC 6125 §6).
///
/// Where it was found does not matter, as DNS is not authenticated.
struct PeerIdentity: Hashable, Sendable {
    /// A-labels in lower case.
    let asciiDomain: String
    /// The domain with U-labels, as in addresses.
    let domain: String
    /// The octets of a domain that is an IP literal.
    let address: [UInt8]?

    init(_ account: BareJID) {
        asciiDomain = account.asciiDomain.lowercased()
        domain = account.domain
        address = account.ipAddress.flatMap(PeerIdentity.octets)
    }

    /// What goes into SNI; never an address (RFC 6066 §3).
    var serverName: String? { address == nil ? asciiDomain : nil }

    /// Whether one of the names is that of the server.
    ///
    /// Wildcards stand for the whole left-most label of a DNS name only (RFC 6125 §6.4.3), and the subject's common
    /// name is no name (RFC 9525 §2).
    func matches(_ names: [CertificateName]) -> Bool { names.contains(where: matches) }

    private func matches(_ name: CertificateName) -> Bool {
        switch name {
        case .address(let octets): return address == octets
        case .dns(let pattern): return address == nil && matchesDNS(pattern.lowercased())
        case .service(let text):
            let prefix = "_xmpp-client."
            guard address == nil, text.lowercased().hasPrefix(prefix) else { return false }
            return text.lowercased().dropFirst(prefix.count) == asciiDomain
        case .xmppAddress(let text):
            return address == nil && !text.contains("@") && (try? BareJID(text))?.domain == domain
        }
    }

    private func matchesDNS(_ pattern: String) -> Bool {
        if pattern == asciiDomain { return true }
        guard pattern.hasPrefix("*."), !pattern.dropFirst(2).contains("*"), let dot = asciiDomain.firstIndex(of: ".")
        else { return false }
        let rest = asciiDomain[asciiDomain.index(after: dot)...]
        // "*.com" is nobody's to give.
        return rest == pattern.dropFirst(2) && rest.contains(".") && !asciiDomain.hasPrefix("*")
    }

    static func octets(_ literal: String) -> [UInt8]? {
        for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] {
            var octets = [UInt8](repeating: 0, count: count)
            if inet_pton(family, literal, &octets) == 1 { return octets }
        }
        return nil
    }
}
