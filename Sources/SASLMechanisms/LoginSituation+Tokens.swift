extension LoginSituation {
    /// The token to ask for at this login, or `nil` (XEP-0484 §3.2): the best that later logins can use.
    public var tokenToRequest: TokenBinding? { usableTokens.first }

    /// Token mechanisms that are offered and safe here, best first.
    ///
    /// Only in SASL2, only over a verified certificate (XEP-0484 §6), and never bound less than the account once was.
    var usableTokens: [TokenBinding] {
        guard profile == .sasl2, certificate == .verified else { return [] }
        let floor = LoginStrength.rank(pin.strength?.binding)
        return TokenBinding.allCases.filter { binding in
            tokenMechanisms.contains(Mechanism.hashedToken(binding).name)
                && (binding.type.map(available.contains) ?? true) && LoginStrength.rank(binding.type) >= floor
        }
    }
}
