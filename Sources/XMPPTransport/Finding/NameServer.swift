internal import CResolver
internal import Glibc

/// Asks DNS, and blocks: keep it off the event loop.
struct NameServer: Sendable {
    /// An IPv4 address and port instead of the system's name servers.
    var address: (host: String, port: UInt16)?

    enum Failure: Error { case absent, unreachable }

    /// The records of `_service._tcp.domain`; the domain in A-labels.
    func services(_ name: String, of domain: String, tls: Candidate.TLS) -> CandidateRules.Service {
        let capacity = 64
        let record = saluton_srv(priority: 0, weight: 0, port: 0, target: Self.noTarget)
        var found = [saluton_srv](repeating: record, count: capacity)
        let count = saluton_dns_srv(
            "_\(name)._tcp.\(domain).", address?.host, address?.port ?? 0, &found, Int32(capacity))
        switch Int(count) {
        case 0..., SALUTON_DNS_ABSENT:
            return CandidateRules.Service(
                found.prefix(max(0, Int(count))).map { record in
                    let target = withUnsafeBytes(of: record.target) { bytes in
                        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                    }
                    return SRVRecord(
                        priority: record.priority, weight: record.weight, port: record.port,
                        target: target.hasSuffix(".") ? String(target.dropLast()) : target, tls: tls)
                })
        default: return .unreachable
        }
    }

    /// The addresses of a host, IPv6 ones first; those of the system, `/etc/hosts` included, where no server is set.
    func addresses(of host: String) throws(Failure) -> [NetworkAddress] {
        if let literal = PeerIdentity.octets(host) { return [NetworkAddress(octets: literal)] }
        guard let address else { return try systemAddresses(of: host) }
        var found: [NetworkAddress] = []
        var isReached = false
        for version in [6, 4] {
            var octets = [UInt8](repeating: 0, count: 16 * 32)
            let count = Int(saluton_dns_addresses(host, Int32(version), address.host, address.port, &octets, 32))
            if count >= 0 || count == SALUTON_DNS_ABSENT { isReached = true }
            for index in 0..<max(0, count) {
                found.append(NetworkAddress(octets: Array(octets[16 * index..<16 * index + (version == 6 ? 16 : 4)])))
            }
        }
        guard !found.isEmpty else { throw isReached ? .absent : .unreachable }
        return found
    }

    private func systemAddresses(of host: String) throws(Failure) -> [NetworkAddress] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, nil, &hints, &list)
        guard code == 0 else { throw code == EAI_AGAIN || code == EAI_SYSTEM ? .unreachable : .absent }
        defer { freeaddrinfo(list) }
        var found: [NetworkAddress] = []
        var next = list
        while let one = next, found.count < 32 {
            if let address = NetworkAddress(one.pointee.ai_addr) { found.append(address) }
            next = one.pointee.ai_next
        }
        guard !found.isEmpty else { throw .absent }
        return found
    }

    private static let noTarget = saluton_srv().target
}
