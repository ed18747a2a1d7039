import XMLStreams
import XMPPAddresses
import XMPPStanzas

extension Session {
    /// Takes a request or an answer (RFC 6120 §8.2.3).
    func takeIQ(_ element: Element, _ turn: inout Turn) {
        let iq: IQ
        do throws(StanzaProblem) {
            iq = try IQ(element)
        } catch {
            refuse(Refusal(error))
            return answerMalformed(element, with: StanzaError(error.condition), &turn)
        }
        switch iq.content {
        case .result, .error: turn.effects.append(.resolve(iq))
        case .get(let payload): takeRequest(.get, payload, iq, &turn)
        case .set(let payload): takeRequest(.set, payload, iq, &turn)
        }
    }

    /// A malformed request is answered as well, as far as that is possible and gives nothing away.
    private func answerMalformed(_ element: Element, with error: StanzaError, _ turn: inout Turn) {
        guard let id = element[attribute: "id"], let type = element[attribute: "type"], type != "result",
            type != "error", let from = try? element[attribute: "from"].map({ try JID($0) })
        else { return }
        let mayKnow = stamp.mayKnowPresence(stamp.authority(of: from))
        turn.effects.append(.write(IQ(.error(mayKnow ? error : .serviceUnavailable), id: id, to: from).element))
    }

    private func takeRequest(_ type: RequestType, _ payload: Element, _ iq: IQ, _ turn: inout Turn) {
        let authority = stamp.authority(of: iq.from)
        let request = IncomingRequest(id: iq.id, from: iq.from, payload: payload, authority: authority)
        guard let rule = plan.requests[.init(type: type, payload: payload.name)] else {
            return take(.refuse(.unservedRequest), to: request, &turn)
        }
        let isAccepted = rule.accepting.contains(authority.kind) && stamp.mayKnowPresence(authority)
        take(isAccepted ? rule.answer(request) : .refuse(rule.otherwise), to: request, &turn)
    }

    private func take(_ answer: Answer, to request: IncomingRequest, _ turn: inout Turn) {
        switch answer {
        case .result(let payload): turn.effects.append(.write(request.result(payload)))
        case .error(let error): turn.effects.append(.write(request.error(error)))
        case .produce(let product):
            turn.products.append(.product(product, request.authority))
            turn.effects.append(.write(request.result(nil)))
        case .refuse(let refusal):
            refuse(refusal)
            turn.effects.append(.write(request.unserved))
        case .later(let make): turn.effects.append(.answerLater(request, make))
        }
    }
}

extension IncomingRequest {
    func result(_ payload: Element?) -> Element { IQ(.result(payload), id: id, to: from).element }

    func error(_ error: StanzaError) -> Element { IQ(.error(error), id: id, to: from).element }

    /// What a server answers for somebody who is not there (RFC 6121 §8.5.3.2.3): no echo, no text.
    var unserved: Element { error(.serviceUnavailable) }
}
