import Domain
import Logging
import Store
import XMPPAddresses
import XMPPSessions

extension AccountService {
    /// Begins to be connected, as the stored settings say.
    func start() {
        tell()
        if account.isEnabled { connect() }
    }

    /// Connects at once, whatever the account waits for; without effect while it is disabled.
    public func connect() {
        guard !isStopped, account.isEnabled else { return }
        perform(reconnection.wanted())
    }

    /// Closes the stream and stays offline until `connect`.
    public func disconnect() async { await disconnect(patience: .milliseconds(800)) }

    private func disconnect(patience: Duration) async {
        reconnection.unwanted()
        generation += 1
        let generation = generation
        timer?.cancel()
        timer = nil
        let before = life
        let end = Task { await self.end(before, patience) }
        life = end
        await end.value
        // Whoever connected meanwhile has the last word.
        if generation == self.generation { set(account.isEnabled ? .offline : .disabled) }
    }

    /// The network is up again, or the machine woke: no waiting.
    public func encourage() { perform(reconnection.encouraged()) }

    /// Closes for good, because the daemon ends or the account goes.
    func stop(patience: Duration) async {
        isStopped = true
        await disconnect(patience: patience)
    }

    /// Goes on after a `stop` that was in vain, because the account could not be removed.
    func revive() {
        isStopped = false
        start()
    }

    /// The account is gone: nobody hears of it any more.
    func retire() {
        isRetired = true
        chatStateTimer?.cancel()
    }

    /// Somebody looks at a frontend, or nobody does any more (XEP-0352).
    func setWatched(_ watched: Bool) async {
        isWatched = watched
        await session?.setAttention(watched ? .active : .inactive)
    }

    /// Ends whatever the connection is doing.  A session whose stream is broken stays, so that what the server has of
    /// it is not sent twice.
    private func end(_ before: Task<Void, Never>?, _ patience: Duration) async {
        if isOnline, let session { await session.close(patience: patience) } else { before?.cancel() }
        await before?.value
    }

    private func perform(_ action: Reconnection.Action) {
        guard action != .stay else { return }
        timer?.cancel()
        timer = nil
        switch action {
        case .stay: break
        case .connect:
            generation += 1
            let generation = generation
            let before = life
            set(.connecting, problem)
            // The account's life line: what is done to the connection is done one after the other.
            life = Task {
                await before?.value
                await self.live(generation)
            }
        case .wait(let duration):
            let clock = surroundings.clock
            let due = clock.now + duration
            let moment = surroundings.now().advanced(byMicroseconds: Int64(duration / .microseconds(1)))
            set(.waiting, problem, nextTry: moment)
            timer = Task {
                guard (try? await clock.sleep(until: due)) != nil else { return }
                self.wake()
            }
        case .stop(let problem):
            set(.failed, Problem(problem))
        }
    }

    private func wake() { perform(reconnection.due()) }

    private func lost(_ problem: StreamProblem) {
        log.notice("stream lost", metadata: ["code": "\(problem.code)", "detail": "\(problem.detail ?? "")"])
        self.problem = Problem(problem)
        perform(reconnection.lost(problem, at: surroundings.clock.now, random: surroundings.random()))
    }

    /// One attempt, and the stream it leads to.
    private func live(_ generation: Int) async {
        guard generation == self.generation else { return }
        let outcome: LoginOutcome
        do throws(StreamProblem) {
            let request = try await loginRequest()
            outcome = try await surroundings.connector.connect(request)
        } catch {
            if generation == self.generation { lost(error) }
            return
        }
        guard generation == self.generation else {
            await outcome.stream.close(patience: .milliseconds(200))
            return
        }
        do throws(StreamProblem) {
            let session = try await adopt(outcome)
            guard generation == self.generation else {
                await outcome.stream.close(patience: .milliseconds(200))
                return
            }
            let end = await run(session, over: outcome)
            await ended(end, of: session, generation)
        } catch {
            await outcome.stream.abandon()
            if generation == self.generation { lost(error) }
        }
    }

    private func run(_ session: Session, over outcome: LoginOutcome) async -> SessionEnd {
        reconnection.connected(at: surroundings.clock.now)
        isOnline = true
        security = outcome.security
        if case .resumed = outcome.binding { isResumed = true } else { isResumed = false }
        log.notice("online", metadata: ["resumed": "\(isResumed)", "mechanism": "\(outcome.security.mechanism)"])
        await session.setAttention(isWatched ? .active : .inactive)
        set(.online)
        let greeting = Task { await self.greet(session) }
        defer { greeting.cancel() }
        var tapped = outcome
        tapped.stream = TappedStream(outcome.stream, tap)
        return await session.run(over: tapped)
    }

    private func ended(_ end: SessionEnd, of session: Session, _ generation: Int) async {
        isOnline = false
        if await session.resumption == nil {
            hideAll()
            archive.end()
            await settle(session)
        }
        guard generation == self.generation else { return }
        switch end {
        case .closed:
            reconnection.unwanted()
            set(account.isEnabled ? .offline : .disabled)
        case .lost(let problem): lost(problem)
        }
    }
}
