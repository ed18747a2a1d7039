internal import XMPPAddresses
internal import XMPPSessions

/// Finds the places and addresses of servers, away from the event loop.
struct ServerFinder: Sendable {
    private let names: NameServer
    private let work: BlockingWork

    init(_ names: NameServer, _ work: BlockingWork) {
        self.names = names
        self.work = work
    }

    /// Where to try, in order.
    func candidates(for request: LoginRequest) async throws(StreamProblem) -> [Candidate] {
        let mode = request.endpoint.tls
        var places: [Candidate] = []
        if let text = request.resumption?.location, let location = HostAndPort(text) {
            places += CandidateRules.at(location, mode)
        }
        if let fixed = CandidateRules.fixed(request.account, request.endpoint) { return places + fixed }
        let domain = request.account.asciiDomain
        async let direct = services("xmpps-client", domain, .direct, isWanted: mode != .starttls)
        async let startTLS = services("xmpp-client", domain, .starttls, isWanted: mode != .direct)
        let found = (await direct, await startTLS)
        guard !Task.isCancelled else { throw .cancelled }
        return try places
            + CandidateRules.found(
                request.account, mode: mode, direct: found.0, startTLS: found.1,
                draw: { $0 == 0 ? 0 : UInt32.random(in: 0...$0) })
    }

    private func services(
        _ name: String, _ domain: String, _ tls: Candidate.TLS, isWanted: Bool
    ) async -> CandidateRules.Service {
        guard isWanted else { return .absent }
        return await work.run { [names] in names.services(name, of: domain, tls: tls) } ?? .unreachable
    }

    /// All addresses of a host.
    func addresses(of host: String) async throws(StreamProblem) -> [NetworkAddress] {
        if let literal = PeerIdentity.octets(host) { return [NetworkAddress(octets: literal)] }
        let found = await work.run { [names] () -> Result<[NetworkAddress], NameServer.Failure> in
            do throws(NameServer.Failure) { return .success(try names.addresses(of: host)) } catch {
                return .failure(error)
            }
        }
        switch found {
        case .success(let addresses): return addresses
        case .failure(.absent): throw .hostUnknown(host)
        case .failure(.unreachable): throw .nameServersSilent
        case nil: throw .cancelled
        }
    }
}
