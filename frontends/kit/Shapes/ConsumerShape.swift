public import JSONText

/// A named consumer of the event log: `name`, `acknowledged`, `behind`, `used`, and `lost` where events were trimmed
/// that it had not dealt with.
public struct ConsumerShape: Shape {
    public let json: JSON

    public init(_ json: JSON) { self.json = json }

    public var name: RemoteText { RemoteText(json["name"]?.string ?? "") }
    /// The last event it has dealt with.
    public var acknowledged: Int64 { json["acknowledged"]?.integer ?? 0 }
    /// How many numbers the log is ahead of it.
    public var behind: Int64 { json["behind"]?.integer ?? 0 }
    /// When it read or acknowledged last, µs since 1970, UTC.
    public var used: Int64 { json["used"]?.integer ?? 0 }
    /// The last of the events that were trimmed before it dealt with them; nil: none were.
    public var lost: Int64? { json["lost"]?.integer }
}
