import Digests
import Domain
import SASLMechanisms
import Store
import XMPPAddresses
import XMPPExtensions
import XMPPSessions
import XMPPStanzas

extension AccountService {
    func loginRequest() async throws(StreamProblem) -> LoginRequest {
        let credentials = try await credentials()
        let endpoint = account.endpoint
        let resumption: Resumption?
        if let session { resumption = await session.resumption } else { resumption = login.leftover?.resumption }
        return LoginRequest(
            account: jid, credentials: credentials,
            endpoint: Endpoint(
                host: endpoint.host, port: endpoint.port, tls: TLSMode(rawValue: endpoint.tls.rawValue) ?? .automatic,
                authorityFile: endpoint.authorityFile, proxy: endpoint.proxy),
            resource: account.resource, pin: login.pin, token: try await usableToken(), resumption: resumption,
            installation: try await installation())
    }

    private func credentials() async throws(StreamProblem) -> Credentials {
        switch account.login {
        case .anonymous: return .anonymous
        case .external(let file):
            return Credentials(certificate: .init(chainFile: file, keyFile: file))
        case .password:
            do throws(VaultError) {
                guard let secret = try await surroundings.vault.secret(for: account) else { throw .noPassword }
                return Credentials(password: Self.prepared(secret))
            } catch {
                throw StreamProblem(error)
            }
        case .command(let command):
            do throws(VaultError) {
                return Credentials(password: Self.prepared(try await PasswordCommand.secret(from: command)))
            } catch {
                throw StreamProblem(error)
            }
        }
    }

    /// OpaqueString (RFC 8265 §4.2); a password that the profile refuses is sent as it is, for servers that took it.
    private static func prepared(_ secret: Secret) -> Secret {
        let text = secret.expose { String(validating: $0, as: UTF8.self) }
        guard let text, let enforced = try? Precis.opaqueString.enforce(text) else { return secret }
        return Secret(utf8: enforced)
    }

    /// Stable for this installation, made with the first login (XEP-0388 §2.3).
    private func installation() async throws(StreamProblem) -> String {
        let name = "installation"
        do {
            if let known = try await surroundings.store.setting(name) { return known }
            let made = Installation.uuid(surroundings.random(), surroundings.random())
            try await commit([.setSetting(name, made)])
            return made
        } catch {
            throw StreamProblem(error)
        }
    }

    /// Takes a new stream into service: the session that goes on, or a new one; stores what the login brought.
    func adopt(_ outcome: LoginOutcome) async throws(StreamProblem) -> Session {
        do throws(StoreError) {
            try await keepLogin(outcome)
            var adopted = try await resumedSession(outcome)
            if adopted == nil { adopted = try await begunSession(outcome) }
            login.leftover = nil
            if let adopted {
                session = adopted
                return adopted
            }
            try await commit([.setResumption(id, nil)])
        } catch {
            throw StreamProblem(error)
        }
        throw .resumedUnasked
    }

    /// The session that the server has resumed; `nil` for none that is known.
    private func resumedSession(_ outcome: LoginOutcome) async throws(StoreError) -> Session? {
        guard case .resumed = outcome.binding else { return nil }
        if let session { return await session.resumption == nil ? nil : session }
        guard let resumed = try await resumedOrigin(outcome).map(newSession) else { return nil }
        try await beginArchive(isResumed: true)
        return resumed
    }

    private func begunSession(_ outcome: LoginOutcome) async throws(StoreError) -> Session? {
        guard let origin = SessionOrigin(outcome) else { return nil }
        try await settle(session, handledByServer: outcome.handledBeforeFailure)
        let begun = newSession(origin)
        try await commit([resumptionChange(outcome, begun.jid)])
        try await beginArchive(isResumed: false)
        return begun
    }

    private func newSession(_ origin: SessionOrigin) -> Session {
        hasRoster = false
        told = nil
        handed = []
        shared.forgetServer()
        hideAll()
        let plan = SessionPlan(account: jid, extensions: Extensions.all(extensionSettings))
        let session = Session(origin, plan: plan, stamp: authorityStamp, delegate: self, clock: surroundings.clock)
        finder = CapabilityFinder(requesting: session, cache: StoredCapabilities(store: surroundings.store))
        return session
    }

    /// What an earlier process left: its session goes on when the server has resumed it.
    private func resumedOrigin(_ outcome: LoginOutcome) async throws(StoreError) -> SessionOrigin? {
        guard let leftover = login.leftover, let jid = try? FullJID(leftover.jid)
        else { return nil }
        let rows = try await surroundings.store.outbox(of: id)
        let reserved = rows.compactMap { row in
            row.sequence.map {
                SessionOrigin.Reserved(number: $0, element: stanza(row), token: row.id.description)
            }
        }
        return SessionOrigin(resuming: outcome, as: jid, with: leftover.resumption, outbox: reserved)
    }

    /// Pin and token hold once they are stored.
    private func keepLogin(_ outcome: LoginOutcome) async throws(StoreError) {
        var changes: [Change] = []
        var new = login
        if outcome.pin != login.pin {
            new.pin = outcome.pin
            changes.append(.setLoginPin(id, outcome.pin.text))
        }
        if let token = outcome.token {
            new.token = token
            changes.append(change(to: token))
        } else if outcome.refusedToken, login.token != nil {
            new.token = nil
            changes.append(.setSealedToken(id, nil))
        }
        try await commit(changes)
        login = new
    }

    private func resumptionChange(_ outcome: LoginOutcome, _ bound: FullJID) -> Change {
        guard case .bound(_, let grant?) = outcome.binding, let stream = grant.id, let sealer = try? sealer(),
            let box = try? sealer.seal(stream, for: id, .stream)
        else { return .setResumption(id, nil) }
        return .setResumption(
            id,
            StreamResumption(sealedID: box, location: grant.location, boundJID: bound.description, handled: 0))
    }

    // MARK: Tokens

    /// The token with its next count, stored before it is used (XEP-0484 §3.4); `nil`: none, or expired.
    private func usableToken() async throws(StreamProblem) -> FASTToken? {
        guard var token = login.token else { return nil }
        guard token.expiry > surroundings.now().microseconds, token.count < .max else {
            login.token = nil
            return nil
        }
        token.count += 1
        login.token = token
        do throws(StoreError) { try await commit([change(to: token)]) } catch { throw StreamProblem(error) }
        return token
    }

    private func change(to token: FASTToken) -> Change {
        guard let sealer = try? sealer(),
            let box = try? sealer.seal(TokenText.text(token), for: id, .token)
        else { return .setSealedToken(id, nil) }
        return .setSealedToken(id, box)
    }

    func sealer() throws(VaultError) -> Sealer { Sealer(key: try surroundings.key.key()) }
}

extension VaultError {
    static let noPassword = VaultError(
        code: "password-missing", sentence: "No password is kept for this account: set one.")
}

extension StreamProblem {
    static let resumedUnasked = StreamProblem(
        code: "resumed-unasked", sentence: "The server resumed a session that was not asked for.",
        section: "XEP-0198 §5")

    /// A keyring that has not started yet, or a database that is busy, may be there at the next try.
    init(_ error: VaultError) {
        let (action, remedy): (String?, Remedy) =
            switch error.code {
            case "vault-unreachable", "secret-unstored": (nil, .retry)
            case "vault-locked": ("Unlock the keyring, then connect again: saluton account connect.", .user)
            case "password-command-failed": ("Mend the command, then connect again: saluton account connect.", .user)
            case "key-file-unsafe", "key-file-unusable": (nil, .user)
            default: ("Set the password anew: saluton account set.", .user)
            }
        self.init(code: error.code, sentence: error.sentence, action: action, remedy: remedy)
    }

    init(_ error: StoreError) {
        self.init(
            code: error.kind.code, sentence: "The database refused: \(error.kind.code).",
            action: error.kind == .diskFull ? "Make room on the disk." : nil, detail: error.detail)
    }
}
