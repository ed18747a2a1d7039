internal import SASLMechanisms
internal import XMLStreams
internal import XMPPAddresses
internal import XMPPSessions
internal import XMPPStanzas

/// One login on one connection, as a value: events in, actions out (RFC 6120 §4–§7, XEP-0388, 0386, 0484, 0198).
///
/// Nothing but `<starttls/>` is ever said without TLS, nothing weaker is tried after a failure, and the server has
/// proved itself before anything else of its answer counts.
struct LoginMachine: Sendable {
    /// What the stream is worth when features are awaited.
    enum Phase: Sendable { case plain, secured, authenticated }

    enum State: Sendable {
        case idle
        case opening(Phase)
        case awaitingFeatures(Phase)
        case awaitingProceed
        case securing
        case authenticating
        case deriving
        /// SASL2 has bound or resumed; the features that follow are all that is missing.
        case closingSASL2
        case resuming
        case binding
        case startingSession
        case enabling
        case over
    }

    let request: LoginRequest
    let tls: TLSMode
    let nonce: ClientNonce
    var state = State.idle
    var facts: TLSFacts?
    /// As they came last.
    var features: [Element] = []
    var run: AuthenticationRun?
    /// The mechanism of the token that was asked for.
    var requestedToken: String?
    /// Whether Bind 2 carried `<enable/>` of Stream Management.
    var askedForManagement = false
    var result = LoginResult()

    /// `tls` is `direct` or `starttls`; `nonce` must be fresh.
    init(_ request: LoginRequest, tls: TLSMode, nonce: ClientNonce) {
        self.request = request
        self.tls = tls
        self.nonce = nonce
        result.pin = request.pin
    }

    /// Whether nothing more is to come.
    var isOver: Bool { if case .over = state { true } else { false } }

    /// Takes one event; after `finish`, `redirect` or `fail` there are no more actions.
    mutating func handle(_ event: LoginEvent) -> [LoginAction] {
        let actions = step(event)
        for case .fail in actions { state = .over }
        return actions
    }

    private mutating func step(_ event: LoginEvent) -> [LoginAction] {
        switch (event, state) {
        case (_, .over): return []
        case (.connected, .idle):
            guard tls == .starttls else { return [.fail(.outOfOrder)] }
            return open(.plain)
        case (.secured(let facts), .idle) where tls == .direct, (.secured(let facts), .securing):
            self.facts = facts
            return open(.secured)
        case (.opened(let root, let content), .opening(let phase)):
            return opened(root, content, phase)
        case (.element(let element), _) where element.has("error", .streams):
            return streamError(element)
        case (.element(let element), _):
            return received(element)
        case (.derived(let keys), .deriving):
            return derived(keys)
        default:
            return [.fail(.outOfOrder)]
        }
    }

    private mutating func received(_ element: Element) -> [LoginAction] {
        switch state {
        case .awaitingFeatures(let phase):
            guard element.has("features", .streams) else { return [.fail(.outOfOrder)] }
            features = element.elements
            switch phase {
            case .plain: return offeredTLS()
            case .secured: return authenticate()
            case .authenticated: return bindOrResume()
            }
        case .awaitingProceed: return proceeded(element)
        case .authenticating: return answered(element)
        case .closingSASL2: return closeSASL2(element)
        case .resuming: return resumed(element)
        case .binding: return bound(element)
        case .startingSession: return sessionStarted(element)
        case .enabling: return enabled(element)
        case .idle, .opening, .securing, .deriving, .over: return [.fail(.outOfOrder)]
        }
    }

    // MARK: Streams and TLS

    /// Opens a stream; the account is not named before TLS (RFC 6120 §4.7.1).
    mutating func open(_ phase: Phase) -> [LoginAction] {
        state = .opening(phase)
        features = []
        let names = phase != .plain && request.account.hasLocal
        return [
            .open(
                StreamHeader(
                    to: request.account.domain, from: names ? request.account.description : nil, lang: "en"))
        ]
    }

    private mutating func opened(_ root: Element, _ content: Namespace?, _ phase: Phase) -> [LoginAction] {
        let header: StreamHeader
        do throws(XMLStreamError) {
            header = try StreamHeader(root, content: content)
        } catch {
            return [.fail(.refusedXML(error))]
        }
        // Without a version no features follow, and there was no TLS then (RFC 6120 §4.7.5).
        guard header.version != nil else { return [.fail(.tooOld)] }
        if let from = header.from, (try? BareJID(from)) != request.account.domainJID { return [.fail(.otherDomain)] }
        state = .awaitingFeatures(phase)
        return []
    }

    private mutating func offeredTLS() -> [LoginAction] {
        guard features.contains(where: { $0.has("starttls", .startTLS) }) else { return [.fail(.noTLS)] }
        state = .awaitingProceed
        return [.send(Element("starttls", .startTLS))]
    }

    private mutating func proceeded(_ element: Element) -> [LoginAction] {
        if element.has("failure", .startTLS) { return [.fail(.refusedTLS)] }
        guard element.has("proceed", .startTLS) else { return [.fail(.outOfOrder)] }
        state = .securing
        features = []
        return [.secure]
    }

    private mutating func streamError(_ element: Element) -> [LoginAction] {
        if let host = element.child(StreamCondition.seeOtherHost.rawValue, .streamConditions)?.text, !host.isEmpty {
            guard facts != nil else { return [.fail(.redirectWithoutTLS)] }
            state = .over
            return [.redirect(host)]
        }
        return [.fail(.streamError(element))]
    }
}
