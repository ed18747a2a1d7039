/// The rules of channel binding: RFC 5802 §6, XEP-0440 §3, XEP-0474 §7, and the decision record
/// "Channel binding without announced types".
extension MechanismChoice {
    /// The best SCRAM, or `nil` when none is offered that the credentials allow.
    static func scram(_ situation: LoginSituation) throws(SASLError) -> MechanismChoice? {
        guard let choice = try bestSCRAM(situation) else { return nil }
        if let strength = choice.strength, let pinned = situation.pin.strength, strength < pinned {
            throw .downgrade(offered: situation.mechanisms, pinned: situation.pin)
        }
        return choice
    }

    private static func bestSCRAM(_ situation: LoginSituation) throws(SASLError) -> MechanismChoice? {
        let unbound = strongest(situation, Mechanism.scram)
        let bound = strongest(situation, Mechanism.scramPlus)
        let offersBinding = situation.mechanisms.contains { isSCRAM($0) && $0.hasSuffix("-PLUS") }
        guard offersBinding else {
            // XEP-0440 §3, rule 5. Under RFC 6120 it is a SHOULD, and servers whose passwords allow PLAIN only
            // announce types all the same; there is no SCRAM then that somebody could have cut down.
            let isSuspicious = situation.profile == .sasl2 || situation.mechanisms.contains(where: isSCRAM)
            guard situation.bindingTypes?.isEmpty ?? true || !isSuspicious else { throw .boundMechanismsMissing }
            let binding: Binding = situation.available.isEmpty ? .unsupported : .notOffered
            return unbound.map { MechanismChoice(.scram($0), binding: binding) }
        }

        // XEP-0440 §3, rule 4.
        guard situation.bindingTypes != nil || situation.profile == .sasl else { throw .bindingTypesMissing }
        let type = situation.bestBinding
        if let type, let bound { return MechanismChoice(.scramPlus(bound), binding: .bound(type)) }
        guard let unbound else {
            guard bound == nil else { throw .noUsableBinding }
            return nil
        }
        return MechanismChoice(.scram(unbound), listHashRule: situation.ruleWithoutBinding)
    }

    private static func strongest(
        _ situation: LoginSituation, _ mechanism: (SCRAMHash) -> Mechanism
    ) -> SCRAMHash? {
        SCRAMHash.allCases.filter {
            situation.credentials.allows($0) && situation.mechanisms.contains(mechanism($0).name)
        }.max()
    }
}

extension LoginSituation {
    /// The best type that the connection gives and the server takes: says it takes, or is known to when it is silent.
    var bestBinding: ChannelBindingType? {
        guard let bindingTypes else {
            let pinned = pin.strength?.binding.map { [$0] } ?? []
            return available.intersection(known.union(pinned)).max()
        }
        return available.filter { bindingTypes.contains($0.rawValue) }.max()
    }

    /// Whether the list must be signed when the server offers binding and we cannot take it.
    ///
    /// A list that we can take nothing from may be cut on its way. It is believed unsigned only when nothing was
    /// announced at all, or when it has `tls-server-end-point`, which every server must announce.
    var ruleWithoutBinding: ListHashRule {
        guard let bindingTypes else { return .whenPresent }
        guard bestBinding == nil else { return .required }
        return bindingTypes.contains(ChannelBindingType.tlsServerEndPoint.rawValue) ? .whenPresent : .required
    }
}
