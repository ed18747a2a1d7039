internal import NIOCore
internal import XMLStreams
internal import XMPPSessions

/// The connection once the stream is ready, and its end.
extension WireHandler {
    // MARK: Arriving

    func feedStream(_ bytes: UnsafeRawBufferPointer) {
        batchBytes += bytes.count
        var refusal: XMLStreamError?
        do throws(XMLStreamError) { try parser.feed(bytes, into: &events) } catch { refusal = error }
        var end: XMLStreamEvent?
        for event in events {
            guard case .stanza(let element) = event, !isError(element) else {
                end = event
                break
            }
            if !isFeatures(element) { batch.append(element) }
        }
        events.removeAll(keepingCapacity: events.count < 1_000)
        switch end {
        case .stanza(let element) where element.name.local == "error": return fail(.streamError(element))
        case .closed: return closedByPeer()
        case nil, .stanza, .opened: break
        }
        if let refusal { refuse(refusal) }
    }

    private func isError(_ element: Element) -> Bool {
        element.name.local == "error" && element.name.namespace == .streams
    }

    /// What closes a SASL2 login that has resumed (XEP-0388 §2.6.1).
    private func isFeatures(_ element: Element) -> Bool {
        element.name.local == "features" && element.name.namespace == .streams
    }

    /// Gives what was gathered to the session, in one piece for all that was read at once.
    func handOver() {
        guard let mailbox, !batch.isEmpty || batchBytes > 0 else { return }
        isPaused = !mailbox.deliver(batch, bytes: batchBytes)
        batch = []
        batchBytes = 0
    }

    /// There is room again.
    func resumeReading() {
        isPaused = false
        guard owesRead else { return }
        owesRead = false
        context?.read()
    }

    // MARK: Leaving

    func send(_ bytes: [UInt8], then done: @escaping (StreamProblem?) -> Void) {
        guard case .secured = stage, let context, !isClosing else { return done(.closedHere) }
        let promise = context.eventLoop.makePromise(of: Void.self)
        promise.futureResult.assumeIsolated().whenComplete { result in
            switch result {
            case .success: done(nil)
            case .failure(let error): done(error as? StreamProblem ?? .lost(ErrorText.of(error)))
            }
        }
        write(bytes, promise: promise)
    }

    // MARK: Ending

    /// Says that we are done and waits for the server to say it, too (RFC 6120 §4.4).
    func closeStream(_ patience: Duration, then done: @escaping () -> Void) {
        whenClosed(done)
        guard case .secured = stage, let context, !isClosing else { return }
        writeEnd()
        context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(patience)) { [weak self] in
            guard let self, case .secured = stage else { return }
            handOver()
            mailbox?.finish(.orderly)
            closeChannel()
        }
    }

    /// The server will send nothing more.
    private func closedByPeer() {
        handOver()
        mailbox?.finish(.orderly)
        writeEnd()
        closeChannel()
    }

    func writeEnd() {
        guard !isClosing else { return }
        isClosing = true
        var bytes: [UInt8] = []
        XMLWriter.close(to: &bytes)
        write(bytes)
    }

    /// Ends at once, saying nothing, so that the stream can be resumed.
    func drop(_ problem: StreamProblem) {
        if case .over = stage { return }
        handOver()
        mailbox?.finish(.broken(problem))
        stage = .over
        context?.close(promise: nil)
    }

    /// Calls back once the connection is gone.
    func whenClosed(_ done: @escaping () -> Void) {
        guard let context, context.channel.isActive else { return done() }
        closers.append(done)
    }

    /// Takes leave of TLS and closes.
    func closeChannel() {
        if case .over = stage { return }
        engine?.shutDown()
        flush()
        stage = .over
        context?.close(promise: nil)
    }

    /// The connection is gone.
    func lost(_ reason: String) {
        if login != nil || mailbox == nil {
            fail(reason == "connection closed" ? .closedByServer : .lost(reason))
        } else if case .secured = stage {
            handOver()
            mailbox?.finish(
                isClosing ? .orderly : .broken(reason == "connection closed" ? .closedByServer : .lost(reason)))
            stage = .over
            context?.close(promise: nil)
        }
        stepTimer?.cancel()
        guard !(context?.channel.isActive ?? false) else { return }
        let waiting = closers
        closers = []
        for closer in waiting { closer() }
    }
}
