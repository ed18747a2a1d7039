internal import SASLMechanisms

/// One authentication under way: the mechanism chosen, and the protocol that carries it.
struct AuthenticationRun: Sendable {
    let profile: LoginSituation.Profile
    let choice: MechanismChoice
    var client: any SASLClient

    /// Whether a token stands in for the password.
    var usesToken: Bool { if case .hashedToken = choice.mechanism { true } else { false } }
}
