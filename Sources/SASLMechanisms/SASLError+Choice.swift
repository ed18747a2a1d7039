/// Refusals before anything was sent.
extension SASLError {
    /// Nothing that the server offers can be used with the credentials of the account.
    public static func noUsableMechanism(offered: [String]) -> SASLError {
        SASLError(
            "no-usable-mechanism",
            "The server offers no login method that fits this account's credentials (offered: \(listed(offered))).")
    }

    /// The best that is offered is weaker than what this account has used before.
    public static func downgrade(offered: [String], pinned: LoginPin) -> SASLError {
        SASLError(
            "downgrade",
            "The server's offer (\(listed(offered))) is weaker than what this account used before (\(pinned.text)). "
                + "This may be an attack. If the server's operator confirms the change, reset the login protection of "
                + "the account.")
    }

    /// PLAIN alone is left, and the certificate was not verified.
    public static let plainOverUnverified = SASLError(
        "plain-over-unverified",
        "The server takes only the plain password, and its certificate is not verified: the password was not sent.")
    /// SCRAM is offered but not usable, so the plain password is not sent either.
    public static func plainBesideBetter(offered: [String]) -> SASLError {
        SASLError(
            "plain-beside-better",
            "The server offers safer methods than the plain password (\(listed(offered))), but none that can be used "
                + "here: the password was not sent.")
    }
    /// SASL2 offers channel binding without naming a type (XEP-0440 §3, rule 4).
    public static let bindingTypesMissing = SASLError(
        "binding-types-missing",
        "The server offers channel binding but not which kind: it is misconfigured, or somebody is in the middle.")
    /// Binding types are announced, but no mechanism that binds (XEP-0440 §3, rule 5).
    public static let boundMechanismsMissing = SASLError(
        "bound-mechanisms-missing",
        "The server announces channel binding but no method that uses it: it is misconfigured, or somebody is in the "
            + "middle.")
    /// Every offered mechanism wants a channel binding that we cannot give.
    public static let noUsableBinding = SASLError(
        "no-usable-binding", "The server insists on a kind of channel binding that cannot be used on this connection.")

    /// Mechanism names as remote text that is safe to show: registered form only, at most twelve.
    private static func listed(_ offered: [String]) -> String {
        let names = offered.filter(Mechanism.isWellFormed).prefix(12)
        return names.isEmpty ? "nothing" : names.joined(separator: ", ")
    }
}
