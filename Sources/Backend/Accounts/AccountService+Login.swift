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
            let outcome = await OffLoop.run { () -> Result<Secret, VaultError> in
                do throws(VaultError) {
                    return .success(try PasswordCommand.run(command))
                } catch {
                    return .failure(error)
                }
            }
            switch outcome {
            case .success(let secret): return Credentials(password: Self.prepared(secret))
            case .failure(let error): throw StreamProblem(error)
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
        let kept: Session
        var changes: [Change] = loginChanges(outcome)
        if case .resumed = outcome.binding, let session {
            kept = session
        } else if let origin = await resumedOrigin(outcome) {
            kept = newSession(origin)
        } else if let origin = SessionOrigin(outcome) {
            await settle(session, handledByServer: outcome.handledBeforeFailure)
            kept = newSession(origin)
            changes.append(resumptionChange(outcome, kept.jid))
        } else {
            throw StreamProblem(
                code: "resumed-unasked", sentence: "The server resumed a session that was not asked for.",
                section: "XEP-0198 §5")
        }
        login.leftover = nil
        session = kept
        do throws(StoreError) { try await commit(changes) } catch { throw StreamProblem(error) }
        return kept
    }

    private func newSession(_ origin: SessionOrigin) -> Session {
        isGreeted = false
        handed = []
        let plan = SessionPlan(account: jid, extensions: Extensions.all(extensionSettings))
        let stamp = AuthorityStamp(
            account: jid, standing: { [book] in book.standing($0) }, isJoinedRoom: { _ in false })
        let session = Session(origin, plan: plan, stamp: stamp, delegate: self, clock: surroundings.clock)
        capabilities = [:]
        finder = CapabilityFinder(requesting: session, cache: StoredCapabilities(store: surroundings.store))
        return session
    }

    /// What an earlier process left: its session goes on when the server has resumed it.
    private func resumedOrigin(_ outcome: LoginOutcome) async -> SessionOrigin? {
        guard case .resumed = outcome.binding, let leftover = login.leftover, let jid = try? FullJID(leftover.jid)
        else { return nil }
        let rows = (try? await surroundings.store.outbox(of: id)) ?? []
        let reserved = rows.compactMap { row in
            row.sequence.map {
                SessionOrigin.Reserved(
                    number: $0, element: OutgoingMessage.element(row), token: row.entry.id.description)
            }
        }
        return SessionOrigin(resuming: outcome, as: jid, with: leftover.resumption, outbox: reserved)
    }

    private func loginChanges(_ outcome: LoginOutcome) -> [Change] {
        var changes: [Change] = []
        if outcome.pin != login.pin {
            login.pin = outcome.pin
            changes.append(.setLoginPin(id, outcome.pin.text))
        }
        if let token = outcome.token {
            login.token = token
            changes.append(tokenChange())
        } else if outcome.refusedToken, login.token != nil {
            login.token = nil
            changes.append(.setSealedToken(id, nil))
        }
        return changes
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
        do throws(StoreError) { try await commit([tokenChange()]) } catch { throw StreamProblem(error) }
        return token
    }

    private func tokenChange() -> Change {
        guard let token = login.token, let sealer = try? sealer(),
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
    init(_ error: VaultError) {
        self.init(
            code: error.code, sentence: error.sentence, action: "Set the password anew: saluton account set.",
            remedy: .user)
    }

    init(_ error: StoreError) {
        self.init(
            code: error.kind.code, sentence: "The database refused: \(error.kind.code).",
            action: error.kind == .diskFull ? "Make room on the disk." : nil, detail: error.detail)
    }
}
