/// What an account tells others of its user without being asked each time.
public struct Manners: Hashable, Sendable {
    /// That a message arrived (XEP-0184).
    public var sendsReceipts = true
    /// That a message was seen (XEP-0333 §8).
    public var sendsMarkers = true
    /// That the user is writing (XEP-0085 §5.2).
    public var sendsChatStates = true
    /// Whether others may call for the user's attention (XEP-0224 §6); announced with the next session.
    public var takesAttention = true

    public init() {}
}
