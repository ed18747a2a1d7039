import XMLStreams

extension Session {
    /// Reads and writes until the stream ends; the first stream is that of the origin, later ones resume the session.
    ///
    /// Cancelling the task drops the connection, so that the session can be resumed.
    public func run(over outcome: LoginOutcome) async -> SessionEnd {
        precondition(!isRunning, "a session runs over one stream at a time")
        if case .bound = outcome.binding { precondition(!hasRun, "a new stream needs a new session") }
        hasRun = true
        let stream = outcome.stream
        guard !isOver else {
            await stream.close(patience: .seconds(1))
            return .closed
        }
        do throws(ManagementFault) {
            try begin(outcome)
        } catch {
            phase = .over
            await end(stream, of: error)
            return .lost(error.problem)
        }
        // Nobody else hears of a cancellation, and the handler cannot wait.
        let end = await withTaskCancellationHandler {
            await work(stream)
        } onCancel: {
            Task { await self.abandon() }
        }
        return finish(end)
    }

    private func begin(_ outcome: LoginOutcome) throws(ManagementFault) {
        if case .resumed(let count) = outcome.binding {
            let settled = try management.resume(count)
            acknowledged += settled.compactMap(\.token)
            replay = management.replay.map(\.element)
            keep(features: outcome.features)
        }
        stream = outcome.stream
        uncounted = outcome.uncounted
        phase = .running
        problem = nil
        isAbandoned = false
        liveness = Liveness(at: clock.now)
        // A new stream begins as active, also when it resumes a session (XEP-0352 §5.2).
        if attention == .inactive { tellAttention() }
        arm()
    }

    /// Both directions at once; the first to end ends the other.
    private func work(_ stream: any XMPPStream) async -> StreamProblem? {
        async let writing: StreamProblem? = write(to: stream)
        let read = await read(from: stream)
        problem = problem ?? read
        // Who closes in order still has something to write, also when the reader has given up.
        if !isClosing { self.stream = nil }
        wakeWriter()
        let written = await writing
        self.stream = nil
        // What the reader saw says more than that writing then failed.
        return problem ?? written
    }

    private func finish(_ problem: StreamProblem?) -> SessionEnd {
        liveness = nil
        replay = []
        switch phase {
        case .closing:
            phase = .over
            return .closed
        case .suspended, .running, .over:
            // Without a problem the server closed in order, and its side of the session is gone (XEP-0198 §7).
            phase = problem?.endsSession ?? true || isSpoilt ? .over : .suspended
            return .lost(problem ?? .closedByServer)
        }
    }

    /// Tells the server which rule it broke, and closes (RFC 6120 §4.9); the session cannot go on.
    func end(_ stream: any XMPPStream, of fault: ManagementFault) async {
        isSpoilt = true
        try? await stream.send([fault.element])
        await stream.close(patience: .seconds(1))
    }
}
