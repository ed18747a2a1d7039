/// What happens to a connection by itself.
public enum BusEvent: Equatable, Sendable {
    /// The bus is gone; nothing works any more.
    case disconnected
    /// We do not own this name any longer.
    case nameLost(BusName)
}
