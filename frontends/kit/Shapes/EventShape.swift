public import JSONText

/// One event of the log, as in Events1: `number`, `time`, `kind`, `account`, `conversation`, and its content as `event`.
public struct EventShape: Shape {
    public let json: JSON

    public init(_ json: JSON) { self.json = json }

    public var number: UInt64 { UInt64(clamping: json["number"]?.integer ?? 0) }
    /// µs since 1970, UTC.
    public var time: Int64 { json["time"]?.integer ?? 0 }
    public var kind: String { json["kind"]?.string ?? "" }
    public var account: String? { json["account"]?.string }
    public var conversation: String? { json["conversation"]?.string }
    public var content: JSON { json["event"] ?? .object([]) }
}
