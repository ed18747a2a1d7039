internal import DBusWire

/// One line of the daemon's log.
public struct LogLine: Hashable, Sendable {
    public var number: UInt64
    /// µs since 1970, UTC.
    public var time: Int64
    public var level: String
    public var label: String
    public var text: String

    public init(number: UInt64, time: Int64, level: String, label: String, text: String) {
        self.number = number
        self.time = time
        self.level = level
        self.label = label
        self.text = text
    }

    /// Reads a row of ReadLog; nil where it is none.
    init?(_ row: [Value]) {
        guard row.count == 5, case .uint64(let number) = row[0], case .int64(let time) = row[1],
            case .string(let level) = row[2], case .string(let label) = row[3], case .string(let text) = row[4]
        else { return nil }
        self.init(number: number, time: time, level: level, label: label, text: text)
    }
}
