/// How long entries are kept, counted from the time by which they stand in their conversation.
public enum RetentionPeriod: Hashable, Sendable {
    case forever
    /// 1 or more.
    case seconds(UInt32)

    /// Seconds; 0: for ever.
    public var number: UInt32 {
        switch self {
        case .forever: 0
        case .seconds(let seconds): seconds
        }
    }

    /// What `number` gave.
    public init(number: UInt32) {
        self = number == 0 ? .forever : .seconds(number)
    }
}
