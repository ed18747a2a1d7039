import XMLStreams

/// One thing to do at one stage.
struct StageRule<Stanza: Sendable>: Sendable {
    let stage: Stage
    let accepting: Authority.Kinds
    let otherwise: SessionPlan.Otherwise?
    let handle: SessionPlan.Handler<Stanza>
    /// What it was registered for; `nil`: every stanza.
    var payload: Name?
}

/// What is to be done with stanzas, found by the names of what they carry.
struct StageTable<Stanza: PayloadCarrying>: Sendable {
    private var named: [Name: [StageRule<Stanza>]] = [:]
    private var general: [StageRule<Stanza>] = []

    mutating func add(_ rule: StageRule<Stanza>, for payload: Name? = nil) {
        var rule = rule
        rule.payload = payload
        if let payload { named[payload, default: []].append(rule) } else { general.append(rule) }
    }

    /// Rules for a stanza, those of stages behind the given one, in order; allocates nothing when there are none.
    func rules(for stanza: Stanza, after stage: Stage? = nil) -> [StageRule<Stanza>] {
        var found: [StageRule<Stanza>] = []
        // What an error carries is an echo of what we sent (RFC 6120 §8.3.1), not a statement of its sender.
        if !named.isEmpty, !stanza.isError {
            for payload in stanza.payloads {
                guard let rules = named[payload.name] else { continue }
                // A stanza that carries the same payload twice is looked at once.
                if !found.contains(where: { $0.payload == payload.name }) { found += rules }
            }
        }
        if !general.isEmpty { found += general }
        if let stage { found.removeAll { $0.stage <= stage } }
        if found.count > 1 { found.sort { $0.stage < $1.stage } }
        return found
    }

    /// Takes a stanza through its stages; `strike` hears of payloads that are struck out.
    func route(_ incoming: Incoming<Stanza>, strike: (Refusal) -> Void) async -> Verdict<Stanza> {
        var rules = rules(for: incoming.stanza)[...]
        guard !rules.isEmpty else { return .unchanged }
        var current = incoming
        var isChanged = false
        while let rule = rules.popFirst() {
            guard rule.accepting.contains(current.authority.kind) else {
                switch rule.otherwise {
                case .refuse(let refusal): return .refuse(refusal)
                case .strike(let refusal):
                    strike(refusal)
                    current.stanza.payloads.removeAll { $0.name == rule.payload }
                    rules.removeAll { $0.payload == rule.payload }
                    isChanged = true
                case nil: break
                }
                continue
            }
            switch await rule.handle(current) {
            case .unchanged: break
            case .pass(let next):
                current = next
                isChanged = true
                // What comes out of a wrapper is looked at anew, but never unwrapped again (XEP-0280 §11).
                let rest = rule.stage == .unwrap ? [] : rules.filter { $0.stage == rule.stage }
                rules = (rest + self.rules(for: next.stanza, after: rule.stage))[...]
            case let end: return end
            }
        }
        return isChanged ? .pass(current) : .unchanged
    }
}
