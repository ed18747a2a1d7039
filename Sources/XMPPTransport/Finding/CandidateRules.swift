internal import XMPPAddresses
internal import XMPPSessions

/// Where to look for an account's server (RFC 6120 §3.2, XEP-0368).
enum CandidateRules {
    /// What DNS says about one service.
    enum Service: Hashable, Sendable {
        /// There is no such record.
        case absent
        /// A single record whose target is the root: the service is not offered.
        case refused
        case records([SRVRecord])
        /// The name servers did not answer.
        case unreachable

        init(_ records: [SRVRecord]) {
            if records.isEmpty {
                self = .absent
            } else {
                self = records.allSatisfy(\.target.isEmpty) ? .refused : .records(records)
            }
        }
    }

    static let directPort: UInt16 = 5223
    static let startTLSPort: UInt16 = 5222
    /// How many places are tried at most.
    static let most = 16

    /// The places that need no SRV records: an address in the domain, a host that was set, or a proxy that does the
    /// resolving.  `nil` when DNS must be asked.
    static func fixed(_ account: BareJID, _ endpoint: Endpoint) -> [Candidate]? {
        if let host = endpoint.host { return at(HostAndPort(host: host, port: endpoint.port), endpoint.tls) }
        let place = HostAndPort(host: account.ipAddress ?? account.asciiDomain, port: endpoint.port)
        return endpoint.proxy != nil || account.ipAddress != nil || endpoint.port != nil ? at(place, endpoint.tls) : nil
    }

    /// One host under a TLS mode.  Where it is not said which, both are tried: either ends in TLS or not at all.
    static func at(_ place: HostAndPort, _ mode: TLSMode) -> [Candidate] {
        let direct = Candidate(host: place.host, port: place.port ?? directPort, tls: .direct)
        let startTLS = Candidate(host: place.host, port: place.port ?? startTLSPort, tls: .starttls)
        switch mode {
        case .direct: return [direct]
        case .starttls: return [startTLS]
        case .automatic:
            return place.port == directPort || place.port == 443 ? [direct, startTLS] : [startTLS, direct]
        }
    }

    /// The places that follow from SRV records.
    ///
    /// Without any, the domain itself is tried (RFC 6120 §3.2.2); where one of the services is there or refused, it is
    /// not (RFC 6120 §3.2.1, XEP-0368 §5).
    static func found(
        _ account: BareJID, mode: TLSMode, direct: Service, startTLS: Service, draw: (UInt32) -> UInt32
    ) throws(StreamProblem) -> [Candidate] {
        let services = mode == .direct ? [direct] : mode == .starttls ? [startTLS] : [direct, startTLS]
        var records: [SRVRecord] = []
        for case .records(let some) in services { records += some }
        if !records.isEmpty {
            return SRVRecord.ordered(records, draw: draw).prefix(most).map {
                Candidate(host: $0.target, port: $0.port, tls: $0.tls)
            }
        }
        if services.contains(.unreachable) { throw .nameServersSilent }
        if services.contains(.refused) { throw .serviceRefused }
        return at(HostAndPort(host: account.asciiDomain), mode)
    }
}
