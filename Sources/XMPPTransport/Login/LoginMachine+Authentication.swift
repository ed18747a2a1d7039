internal import Digests
internal import SASLMechanisms
internal import XMLStreams
internal import XMPPAddresses
internal import XMPPSessions

/// The choice of a mechanism and its exchange (RFC 6120 §6, XEP-0388 §2).
extension LoginMachine {
    mutating func authenticate() -> [LoginAction] {
        guard let facts else { return [.fail(.outOfOrder)] }
        guard let situation = situation(facts) else { return [.fail(.noAuthentication)] }
        result.pin.offered(situation.mechanisms)
        do throws(SASLError) {
            let choice = try MechanismChoice(for: situation)
            var client = try client(choice, situation, facts)
            let initial = try client.start()
            run = AuthenticationRun(profile: situation.profile, choice: choice, client: client)
            state = .authenticating
            return [.send(opening(choice, initial, situation))]
        } catch {
            return [.fail(.sasl(error))]
        }
    }

    /// What is offered and what we have; SASL2 where it is offered.  `nil` without any mechanisms.
    private func situation(_ facts: TLSFacts) -> LoginSituation? {
        let two = features.first { $0.has("authentication", .sasl2) }
        guard let offer = two ?? features.first(where: { $0.has("mechanisms", .sasl) }) else { return nil }
        let names = { (parent: Element?, space: Namespace) in
            (parent?.children("mechanism", space) ?? []).prefix(100).map(\.text)
        }
        let mechanisms = names(offer, offer.name.namespace ?? .sasl)
        guard !mechanisms.isEmpty else { return nil }
        let announced = features.first { $0.has("sasl-channel-binding", .channelBinding) }
        let types = announced?.children("channel-binding", .channelBinding).compactMap { $0[attribute: "type"] }
        return LoginSituation(
            profile: two == nil ? .sasl : .sasl2, mechanisms: mechanisms, bindingTypes: types,
            tokenMechanisms: names(two?.child("inline", .sasl2)?.child("fast", .fast), .fast),
            available: facts.available, credentials: ownCredentials, certificate: .verified, pin: request.pin)
    }

    private var ownCredentials: LoginCredentials {
        let credentials = request.credentials
        var held = LoginCredentials()
        if credentials.password != nil {
            held.password = .text
        } else if let keys = credentials.keys {
            held.password = .keys([keys.derivation.hash])
        }
        if case .hashedToken(let binding)? = request.token.flatMap({ Mechanism(name: $0.mechanism) }) {
            held.token = binding
        }
        if credentials.isAnonymous {
            held.identity = .anonymous
        } else if facts?.showedCertificate == true {
            held.identity = .certificate
        }
        return held
    }

    private func client(
        _ choice: MechanismChoice, _ situation: LoginSituation, _ facts: TLSFacts
    ) throws(SASLError) -> any SASLClient {
        let name = request.account.local ?? ""
        switch choice.mechanism {
        case .scram(let hash), .scramPlus(let hash):
            return try SCRAMClient(
                hash: hash, binding: try gs2(choice.binding, facts), username: name, nonce: nonce,
                keys: request.credentials.keys,
                evidence: OfferEvidence(
                    mechanisms: situation.mechanisms, bindingTypes: situation.bindingTypes, tlsVersion: facts.version),
                listHashRule: choice.listHashRule)
        case .hashedToken(let binding):
            return try HashedTokenClient(
                binding: binding, data: binding.type.flatMap(facts.binding), username: name,
                token: Secret(utf8: request.token?.token ?? ""))
        case .plain:
            return try PlainClient(username: name, password: request.credentials.password ?? Secret([]))
        case .external:
            return try ExternalClient(
                authorizationIdentity: request.account.hasLocal ? request.account.description : nil)
        case .anonymous:
            return AnonymousClient()
        }
    }

    private func gs2(_ binding: MechanismChoice.Binding, _ facts: TLSFacts) throws(SASLError) -> GS2Binding {
        switch binding {
        case .unsupported: return .unsupported
        case .notOffered: return .notOffered
        case .bound(let type):
            guard let data = facts.binding(type) else { throw .noUsableBinding }
            return .bound(data)
        }
    }

    private mutating func opening(_ choice: MechanismChoice, _ initial: [UInt8], _ situation: LoginSituation) -> Element
    {
        switch situation.profile {
        case .sasl2: return authenticateRequest(choice, initial, situation)
        case .sasl:
            // An empty initial response is "=", as nothing at all would mean none (RFC 6120 §6.4.2).
            let text = initial.isEmpty ? "=" : Base64.encode(initial)
            return Element("auth", .sasl, ["mechanism": choice.mechanism.name], text: text)
        }
    }

    /// Something came while the server should prove itself.
    mutating func answered(_ element: Element) -> [LoginAction] {
        guard let run, element.name.namespace == run.space else { return [.fail(.outOfOrder)] }
        switch element.name.local {
        case "challenge": return challenged(element)
        case "success": return succeeded(element)
        case "failure": return failed(element)
        case "continue" where run.profile == .sasl2: return [.fail(.secondFactor)]
        default: return [.fail(.outOfOrder)]
        }
    }

    private mutating func challenged(_ element: Element) -> [LoginAction] {
        guard var run else { return [.fail(.outOfOrder)] }
        do throws(SASLError) {
            guard let challenge = SASLText.decode(element) else { throw .malformed }
            let reply = try run.client.respond(to: challenge)
            self.run = run
            switch reply {
            case .send(let response): return [.send(run.response(response))]
            case .derive(let derivation):
                guard let password = request.credentials.password else { throw .keysDoNotFit }
                state = .deriving
                return [.derive(derivation, password: password)]
            }
        } catch {
            return [.send(Element("abort", run.space)), .fail(.sasl(error))]
        }
    }

    mutating func derived(_ keys: Result<SCRAMKeys, SASLError>) -> [LoginAction] {
        guard var run else { return [.fail(.outOfOrder)] }
        do throws(SASLError) {
            let keys = try keys.get()
            let response = try run.client.resume(with: keys)
            self.run = run
            result.keys = keys
            state = .authenticating
            return [.send(run.response(response))]
        } catch {
            return [.fail(.sasl(error))]
        }
    }

    /// The server's own proof comes before anything else that its answer says.
    private mutating func succeeded(_ element: Element) -> [LoginAction] {
        guard var run else { return [.fail(.outOfOrder)] }
        do throws(SASLError) {
            let holder = run.profile == .sasl ? element : element.child("additional-data", .sasl2)
            var data: [UInt8]?
            if let holder, run.profile == .sasl2 || !holder.text.isEmpty {
                guard let decoded = SASLText.decode(holder) else { throw .malformed }
                data = decoded
            }
            try run.client.succeed(with: data)
        } catch {
            return [.fail(.sasl(error))]
        }
        self.run = nil
        result.pin.used(run.choice)
        result.mechanism = run.choice.mechanism.name
        result.channelBinding = run.boundType?.rawValue
        return run.profile == .sasl ? open(.authenticated) : readSuccess(element)
    }

    private mutating func failed(_ element: Element) -> [LoginAction] {
        guard let run else { return [.fail(.outOfOrder)] }
        // A refused token is no refused password: the one way on after a failure (XEP-0484 §4.1).  It takes a new
        // connection, as servers stay in the mind of tokens on this one.
        let problem = StreamProblem.saslFailure(element)
        guard run.usesToken, request.credentials.password != nil || request.credentials.keys != nil,
            problem.code != "sasl-temporary-auth-failure"
        else { return [.fail(problem)] }
        state = .over
        return [.forgetToken]
    }
}

extension AuthenticationRun {
    /// The namespace of its elements.
    var space: Namespace { profile == .sasl ? .sasl : .sasl2 }

    /// What the login is bound to.
    var boundType: ChannelBindingType? {
        switch (choice.mechanism, choice.binding) {
        case (.hashedToken(let binding), _): binding.type
        case (_, .bound(let type)): type
        default: nil
        }
    }

    func response(_ bytes: [UInt8]) -> Element { Element("response", space, text: Base64.encode(bytes)) }
}
