public import XMLStreams
public import XMPPStanzas

extension SessionPlan {
    /// Looks at messages that carry this payload, when said by one of `accepting`.
    public mutating func onMessage(
        containing payload: Name, at stage: Stage, accepting: Authority.Kinds = [], otherwise: Otherwise,
        _ handle: @escaping Handler<Message>
    ) {
        messages.add(StageRule(stage: stage, accepting: accepting, otherwise: otherwise, handle: handle), for: payload)
    }

    /// Looks at every message.
    public mutating func onMessage(at stage: Stage, _ handle: @escaping Handler<Message>) {
        messages.add(StageRule(stage: stage, accepting: .anybody, otherwise: nil, handle: handle))
    }

    /// Looks at presences that carry this payload, when said by one of `accepting`.
    public mutating func onPresence(
        containing payload: Name, at stage: Stage, accepting: Authority.Kinds = [], otherwise: Otherwise,
        _ handle: @escaping Handler<Presence>
    ) {
        presences.add(StageRule(stage: stage, accepting: accepting, otherwise: otherwise, handle: handle), for: payload)
    }

    /// Looks at every presence.
    public mutating func onPresence(at stage: Stage, _ handle: @escaping Handler<Presence>) {
        presences.add(StageRule(stage: stage, accepting: .anybody, otherwise: nil, handle: handle))
    }

    /// Answers requests with this payload, when made by one of `accepting` who may know that we are online.
    ///
    /// All others get `service-unavailable`, as do requests that nothing answers: what a server says when nobody is
    /// there (RFC 6121 §8.5.3.2.3).
    public mutating func onIQ(
        _ type: RequestType, _ payload: Name, accepting: Authority.Kinds = [], otherwise: Refusal = .foreignRequest,
        _ answer: @escaping RequestHandler
    ) {
        let rule = RequestRule(accepting: accepting, otherwise: otherwise, answer: answer)
        let replaced = requests.updateValue(rule, forKey: RequestKey(type: type, payload: payload))
        precondition(replaced == nil, "two extensions answer \(payload)")
    }
}
