extension Session {
    /// Ends the session at the server: others see us as unavailable at once, and nothing can be resumed.
    ///
    /// Returns at once; `run` returns `.closed` after at most about `patience`.
    public func close(patience: Duration = .milliseconds(500)) {
        switch phase {
        case .suspended: phase = .over
        case .closing, .over: break
        case .running:
            line.append(.init(element: .unavailablePresence, token: nil))
            phase = .closing(patience: patience)
            endPause()
            wakeWriter()
            wakeSenders()
        }
    }

    /// Drops the connection at once, so that the session can be resumed.
    public func abandon() async {
        isAbandoned = true
        endPause()
        await stream?.abandon()
    }

    /// Ends a session that was closed or whose resumption was refused, and tells what became of the outbox.
    ///
    /// `count` is what the server said it had handled with its refusal (XEP-0198 §5).  Open requests fail.
    public func dissolve(handledByServer count: UInt32? = nil) -> SessionRemains {
        precondition(!isRunning, "a running session cannot dissolve")
        phase = .over
        var remains = SessionRemains()
        let split = management.dissolve(count)
        remains.acknowledged = acknowledged + split.arrived.compactMap(\.token)
        remains.doubtful = split.doubtful.compactMap(\.token)
        remains.unsent = line.takeStanzas(.max).compactMap(\.token)
        acknowledged = []
        for waiter in requests.closeAll() { waiter.fail(.disconnected) }
        for sender in sendersWait { sender.resume() }
        sendersWait = []
        timer?.task.cancel()
        timer = nil
        return remains
    }
}
