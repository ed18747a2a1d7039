extension Session {
    /// Makes sure that the timer goes off no later than something is due; a later one is left alone.
    ///
    /// One timer serves all.  Traffic does not touch it, unless it would go off far too early and wake for nothing.
    func arm() {
        let dates = [requests.deadline, isRunning ? liveness?.deadline : nil, stall?.until].compactMap { $0 }
        guard let next = dates.min() else { return }
        if let timer, timer.deadline <= next, next - timer.deadline < Self.earliness { return }
        timer?.task.cancel()
        let clock = clock
        // Goes on while no stream is open, so it is not a child of `run`; it ends with `dissolve` or with the session.
        let task = Task { [weak self] in
            guard (try? await clock.sleep(until: next)) != nil else { return }
            await self?.due(next)
        }
        timer = (next, task)
    }

    /// How much too early a timer may go off.
    private static let earliness = Duration.seconds(60)

    private func due(_ deadline: Duration) async {
        guard timer?.deadline == deadline else { return }
        timer = nil
        let now = clock.now
        for waiter in requests.expire(at: now) { waiter.fail(.timedOut) }
        // While the store fails nothing is read, and the server's silence says nothing.
        if stall != nil { liveness?.acknowledged(at: now, isComplete: management.unacknowledged == 0) }
        if let stall, stall.until <= now { endPause() }
        let stream = stream
        if isRunning, let action = liveness?.check(at: now) {
            switch action {
            case .wait: break
            case .ask: askForLife()
            case .dead:
                problem = .noAnswer
                self.liveness = nil
                await stream?.abandon()
            }
        }
        arm()
    }

    private func askForLife() {
        if management.grant == nil {
            enqueue(.init(element: ping(for: .sign), token: nil))
        } else {
            enqueue(nonza: ManagementNonza.request.element)
        }
    }

    /// Waits until then, or less when the session closes or drops the connection.
    func pause(until instant: Duration) async {
        await withCheckedContinuation { continuation in
            stall = Stall(until: instant, continuation: continuation)
            arm()
        }
    }

    func endPause() {
        stall?.continuation.resume()
        stall = nil
    }
}
