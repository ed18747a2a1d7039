/// The bus's answer to a request for a name.
public enum NameClaim: Equatable, Sendable {
    /// The name is ours.
    case owner
    /// Somebody else has it.
    case taken
}
