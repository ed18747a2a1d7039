/// How far an outgoing entry is.  Open: states to come are treated as under way.
public struct EntryProgress: Hashable, Sendable {
    public let name: String

    public init(name: String) { self.name = name }

    public static let queued = EntryProgress(name: "queued")
    public static let held = EntryProgress(name: "held")
    public static let sent = EntryProgress(name: "sent")
    public static let onServer = EntryProgress(name: "on-server")
    public static let delivered = EntryProgress(name: "delivered")
    public static let displayed = EntryProgress(name: "displayed")
    public static let failed = EntryProgress(name: "failed")

    /// Whether the server has acknowledged it.
    public var isAcknowledged: Bool { [.onServer, .delivered, .displayed].contains(self) }
}
