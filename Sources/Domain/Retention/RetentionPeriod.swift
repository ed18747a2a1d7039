/// How long entries are kept, counted from the time by which they stand in their conversation.
public enum RetentionPeriod: Hashable, Sendable {
    case forever
    /// 1 or more.
    case seconds(UInt32)
}
