public import XMLStreams

extension Session {
    /// Puts a stanza in the line; what is put there in one turn is written together, in this order.
    ///
    /// `token` names the outbox entry it belongs to: its place in the stream is then reserved with the delegate before
    /// it is written, and `SessionBatch.acknowledged` tells when the server has it.  Waits while the line is full.
    /// While there is no stream the stanza waits for the next one.
    public func send(_ stanza: Element, token: String? = nil) async throws(SessionOver) {
        while !isOver, !isClosing, line.stanzas.count >= limits.line {
            await withCheckedContinuation { sendersWait.append($0) }
        }
        guard !isOver, !isClosing else { throw SessionOver() }
        enqueue(.init(element: stanza, token: token))
    }

    func enqueue(_ entry: OutgoingLine.Entry) {
        line.append(entry)
        wakeWriter()
    }

    /// Puts an element in the line that is not counted (XEP-0198 §1).
    func enqueue(nonza: Element) {
        line.append(nonza: nonza)
        wakeWriter()
    }

    func wakeWriter() {
        writerWaits?.resume()
        writerWaits = nil
    }

    /// Writes what comes into the line until the stream ends; returns why it failed.
    func write(to stream: any XMPPStream) async -> StreamProblem? {
        do throws(StreamProblem) {
            try await writeAgain(to: stream)
            while self.stream != nil {
                try await flush(to: stream)
                if case .closing(let patience) = phase, line.isEmpty {
                    await close(stream, patience)
                    return nil
                }
                guard !hasWork else { continue }
                await withCheckedContinuation { writerWaits = $0 }
            }
            return nil
        } catch {
            await stream.abandon()
            return error
        }
    }

    private var hasWork: Bool {
        stream == nil || !line.nonzas.isEmpty || !line.stanzas.isEmpty && (hasWindow || isClosing)
            || management.hasQuestion
    }

    private var hasWindow: Bool { management.unacknowledged < limits.unacknowledged }

    /// Exactly what the server has not handled comes first, in its old order and with its old numbers (XEP-0198 §5).
    private func writeAgain(to stream: any XMPPStream) async throws(StreamProblem) {
        guard !replay.isEmpty else { return }
        let elements = replay
        replay = []
        liveness?.sent(at: clock.now)
        try await stream.send(elements)
    }

    private func flush(to stream: any XMPPStream) async throws(StreamProblem) {
        let window = isClosing ? limits.flush : limits.unacknowledged - management.unacknowledged
        let entries = await reserve(line.takeStanzas(min(limits.flush, window)))
        wakeSenders()
        var elements = entries.map(\.element)
        for entry in entries { management.number(entry.element, token: entry.token) }
        elements += line.takeNonzas()
        if line.stanzas.isEmpty || !hasWindow, let question = question() { elements.append(question) }
        guard !elements.isEmpty else { return }
        if !entries.isEmpty {
            liveness?.sent(at: clock.now)
            arm()
        }
        try await stream.send(elements)
    }

    /// Has the places of outbox entries stored; nobody else gives numbers meanwhile.
    private func reserve(_ entries: [OutgoingLine.Entry]) async -> [OutgoingLine.Entry] {
        guard entries.contains(where: { $0.token != nil }) else { return entries }
        if await stored(entries) { return entries }
        return entries.filter { $0.token == nil }
    }

    private func stored(_ entries: [OutgoingLine.Entry]) async -> Bool {
        var reservations: [Reservation] = []
        for (index, entry) in entries.enumerated() {
            guard let token = entry.token else { continue }
            let number = management.grant == nil ? nil : management.upcoming(after: UInt32(index))
            reservations.append(Reservation(token: token, number: number))
        }
        do {
            try await delegate.reserve(reservations)
            return true
        } catch {
            return false
        }
    }

    /// The question for an acknowledgement, when one is due; without Stream Management a ping, itself a stanza.
    private func question() -> Element? {
        guard management.asks() else { return nil }
        guard management.grant == nil else { return ManagementNonza.request.element }
        let ping = ping(for: .acknowledgement(management.upcoming()))
        management.number(ping)
        return ping
    }

    func wakeSenders() {
        let waiting = sendersWait
        sendersWait = []
        for sender in waiting { sender.resume() }
    }

    private func close(_ stream: any XMPPStream, _ patience: Duration) async {
        // Right before closing, so that nothing comes again that is handled (XEP-0198 §4).
        if management.grant != nil {
            try? await stream.send([ManagementNonza.answer(management.handled).element])
        }
        await stream.close(patience: patience)
    }
}
