/// The steps an incoming stanza goes through, in this order.
public enum Stage: Int, Sendable, CaseIterable, Comparable {
    /// Copies and archive results become the message they carry.
    case unwrap
    /// Statements that only certain senders may make are believed or struck out.
    case authenticate
    /// What was seen before ends here.
    case deduplicate
    case decrypt
    /// What refers to other messages finds them.
    case attach
    case store
    case announce

    public static func < (one: Stage, other: Stage) -> Bool { one.rawValue < other.rawValue }
}
