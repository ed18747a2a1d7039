import XMLStreams
import XMPPStanzas

extension Session {
    /// Commits what a read led to, trying again while the store fails; then does what had to wait for it.
    ///
    /// False when the stream ended first: the server keeps the stanzas.
    func commit(_ turn: Turn) async -> Bool {
        let through = management.received
        let told = acknowledged.count
        if turn.count > 0 || told > 0 {
            let resumption = management.resumption(handled: through)
            let batch = SessionBatch(products: turn.products, acknowledged: acknowledged, resumption: resumption)
            guard await store(batch) else { return false }
        }
        acknowledged.removeFirst(told)
        management.commit(through: through)
        for effect in turn.effects { perform(effect) }
        if let h = management.answer() { enqueue(nonza: ManagementNonza.answer(h).element) }
        // An answer to a ping may just have acknowledged something.
        return acknowledged.isEmpty ? true : await commit(Turn())
    }

    private func store(_ batch: SessionBatch) async -> Bool {
        var wait = Duration.seconds(1)
        var hasFailed = false
        while true {
            do {
                try await delegate.commit(batch)
                if hasFailed { await delegate.commitRecovered() }
                return true
            } catch {
                hasFailed = true
                let next = clock.now + wait
                await delegate.commitFailed(error, nextTryIn: wait)
                guard mayTryAgain else { return false }
                await pause(until: next)
            }
            guard mayTryAgain else { return false }
            wait = min(wait * 2, .seconds(60))
        }
    }

    private var mayTryAgain: Bool { if case .running = phase { stream != nil && !isAbandoned } else { false } }

    private func perform(_ effect: Turn.Effect) {
        switch effect {
        case .write(let element): answer(element)
        case .resolve(let iq): resolve(iq)
        case .answerLater(let request, let make): answerLater(request, make)
        }
    }

    /// Answers never wait for room, because the reader must not wait for the writer.
    private func answer(_ element: Element) {
        guard line.answers < limits.answers else { return refuse(.floodOfRequests) }
        enqueue(.init(element: element, token: nil, isAnswer: true))
    }

    private func answerLater(_ request: IncomingRequest, _ make: @escaping @Sendable () async -> Answer) {
        guard laterAnswers < limits.laterAnswers else {
            refuse(.floodOfRequests)
            return answer(request.unserved)
        }
        laterAnswers += 1
        // Runs beside the stream on purpose: stanzas must not wait for it.  Bounded by `laterAnswers`.
        Task {
            let made = await make()
            laterAnswers -= 1
            if let element = reply(to: request, with: made) { answer(element) }
        }
    }

    /// The element for an answer that is there; what it produced comes to the backend with the next commit.
    private func reply(to request: IncomingRequest, with made: Answer) -> Element? {
        switch made {
        case .result(let payload): return request.result(payload)
        case .error(let error): return request.error(error)
        case .refuse(let refusal):
            refuse(refusal)
            return request.unserved
        case .produce, .later: preconditionFailure("a late answer is a result or an error")
        }
    }

    private func resolve(_ iq: IQ) {
        switch requests.resolve(id: iq.id, from: iq.from) {
        case .refused(let refusal): refuse(refusal)
        case .answered(.sign): break
        case .answered(.acknowledgement(let number)): acknowledgedByPing(number)
        case .answered(.caller(let continuation)):
            if case .error(let error) = iq.content {
                continuation.resume(returning: .failure(.refused(error)))
            } else {
                continuation.resume(returning: .success(iq.payloadInItsLanguage))
            }
        }
    }

    /// Numbers are our own here, so the server cannot tell a wrong one.
    private func acknowledgedByPing(_ number: UInt32) {
        try? takeAcknowledgement(number)
    }
}

extension IQ {
    /// The payload with the language of what it stands in written on it, where it has none (XML 1.0 §2.12).
    fileprivate var payloadInItsLanguage: Element? {
        guard var payload, let lang else { return payload }
        if payload[Name("lang", .xml)] == nil { payload[Name("lang", .xml)] = lang }
        return payload
    }
}
