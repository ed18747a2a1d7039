/// How much of the event log is kept.
public struct EventLimits: Sendable, Equatable {
    /// Events older than so many days go; 0: however old they are.
    public var days: UInt32
    /// The newest so many stay; 0: however many there are.
    public var events: UInt32

    public init(days: UInt32 = 90, events: UInt32 = 1_000_000) {
        self.days = days
        self.events = events
    }

    static let daysSetting = "events.keep-days"
    static let eventsSetting = "events.keep-events"

    /// As settings say; what was never set, or is no number, as it is at first.
    init(settings: [String: String]) {
        self.init()
        if let days = settings[Self.daysSetting].flatMap({ UInt32($0) }) { self.days = days }
        if let events = settings[Self.eventsSetting].flatMap({ UInt32($0) }) { self.events = events }
    }
}
