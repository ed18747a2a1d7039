internal import Digests
internal import NIOCore
internal import NIOPosix
internal import SASLMechanisms
internal import Synchronization
public import XMPPSessions

/// Opens streams over TCP and TLS.  One for all accounts: they share one event loop thread.
public final class NIOStreamConnector: StreamConnector {
    private let settings: TransportSettings
    private let group: MultiThreadedEventLoopGroup
    private let work: BlockingWork
    private let finder: ServerFinder
    private let systemAuthorities = Mutex<TrustedAuthorities?>(nil)

    /// How often a server may send us elsewhere (RFC 6120 §4.9.3.19).
    static let mostRedirects = 3

    public init(_ settings: TransportSettings = TransportSettings()) {
        self.settings = settings
        group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        work = BlockingWork()
        finder = ServerFinder(NameServer(address: settings.nameServer), work)
    }

    /// Closes all connections and ends the threads.  Nothing can be opened afterwards.
    public func shutDown() async {
        await work.shutDown()
        try? await group.shutdownGracefully()
    }

    public func connect(_ request: LoginRequest) async throws(StreamProblem) -> LoginOutcome {
        let authorities = try await authorities(request.endpoint.authorityFile)
        let proxy = try proxy(of: request)
        var request = request
        let hadToken = request.token != nil
        var places = try await finder.candidates(for: request)[...]
        var redirects = 0
        var problem: StreamProblem?
        while let place = places.popFirst() {
            switch await attempt(request, place, proxy, authorities) {
            case .ready(let stream, let result, let security):
                var outcome = LoginOutcome(stream, result, security)
                outcome.refusedToken = hadToken && request.token == nil
                return outcome
            case .tokenRefused:
                request.token = nil
                places.insert(place, at: places.startIndex)
            case .redirected(let text):
                redirects += 1
                guard redirects <= Self.mostRedirects else { throw .tooManyRedirects }
                guard let host = HostAndPort(text) else { throw .wrongRedirect }
                places = [Candidate(host: host.host, port: host.port ?? place.port, tls: place.tls)]
                problem = nil
            case .failed(let new, let isOfPlace):
                guard !Task.isCancelled else { throw .cancelled }
                guard isOfPlace else { throw new }
                // What a server said tells more than that another place is silent.
                if problem == nil || problem?.code == StreamProblem.unreachable("").code { problem = new }
            }
        }
        throw problem ?? .unreachable("nowhere to connect to")
    }

    private func proxy(of request: LoginRequest) throws(StreamProblem) -> ProxyAddress? {
        guard let text = request.endpoint.proxy else { return nil }
        guard let proxy = ProxyAddress(text) else { throw .wrongProxy }
        return proxy
    }

    /// Those of the system are kept; a file of an account is read each time, as it may have changed.
    private func authorities(_ file: String?) async throws(StreamProblem) -> TrustedAuthorities {
        if file == nil, let known = systemAuthorities.withLock({ $0 }) { return known }
        let loaded = await work.run { () -> Result<TrustedAuthorities, StreamProblem> in
            do throws(StreamProblem) { return .success(try TrustedAuthorities(authorityFile: file)) } catch {
                return .failure(error)
            }
        }
        guard let loaded else { throw .cancelled }
        let authorities = try loaded.get()
        if file == nil { systemAuthorities.withLock { $0 = authorities } }
        return authorities
    }

    /// One place: all addresses of its host, and the login on the first that is through.
    private func attempt(
        _ request: LoginRequest, _ place: Candidate, _ proxy: ProxyAddress?, _ authorities: TrustedAuthorities
    ) async -> LoginEnd {
        do throws(StreamProblem) {
            guard let nonce = try? ClientNonce.random() else { throw .tlsUnavailable("no random numbers") }
            let addresses = try await finder.addresses(of: proxy?.host ?? place.host)
            let channel = try await dial(addresses, proxy?.port ?? place.port)
            let address = proxy == nil ? Self.text(of: channel.remoteAddress) : "\(place.host):\(place.port)"
            return await logIn(
                on: channel,
                WirePlan(
                    request: request, candidate: place, proxy: proxy, authorities: authorities, settings: settings,
                    work: work, nonce: nonce, address: address))
        } catch {
            return .failed(error, isOfPlace: true)
        }
    }

    private func dial(_ addresses: [NetworkAddress], _ port: UInt16) async throws(StreamProblem) -> any Channel {
        let answer = OneShot<Result<any Channel, StreamProblem>>()
        let loop = group.next()
        let settings = settings
        let race = OneShot<NIOLoopBound<DialRace>>()
        loop.execute {
            let bound = NIOLoopBound(
                DialRace(addresses, port: port, loop: loop, settings: settings, answer: answer), eventLoop: loop)
            race.fill(bound)
            bound.value.start()
        }
        let bound = await race.wait()
        let result = await withTaskCancellationHandler {
            await answer.wait()
        } onCancel: {
            loop.execute { bound.value.cancel() }
        }
        return try result.get()
    }

    private func logIn(on channel: any Channel, _ plan: WirePlan) async -> LoginEnd {
        let end = OneShot<LoginEnd>()
        channel.eventLoop.execute {
            do {
                try channel.pipeline.syncOperations.addHandler(WireHandler(plan, loginEnd: end))
            } catch {
                end.fill(.failed(.closedByServer, isOfPlace: true))
            }
        }
        return await withTaskCancellationHandler {
            await end.wait()
        } onCancel: {
            if end.fill(.failed(.cancelled, isOfPlace: false)) { channel.close(promise: nil) }
        }
    }

    private static func text(of address: SocketAddress?) -> String {
        guard let address, let host = address.ipAddress, let port = address.port else { return "" }
        return host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}

extension LoginOutcome {
    init(_ stream: NetworkStream, _ result: LoginResult, _ security: StreamSecurity) {
        self.init(
            stream: stream, binding: result.binding, refusedResumption: result.refusedResumption,
            handledBeforeFailure: result.handledBeforeFailure, features: result.features, security: security,
            pin: result.pin, token: result.token, keys: result.keys,
            uncounted: result.uncounted, enabledInline: result.enabledInline)
    }
}
