/// How lengths of time are written for people.
public enum Span {
    /// `420 µs`, `12.3 ms`, `4.5 s`, `2 min 5 s`, `3 h 20 min`, `2 days 4 h`.
    public static func text(microseconds: Int64) -> String {
        switch microseconds {
        case ..<1_000: "\(microseconds) µs"
        case ..<1_000_000: "\(tenths(microseconds, of: 1_000)) ms"
        case ..<60_000_000: "\(tenths(microseconds, of: 1_000_000)) s"
        default: text(seconds: UInt64(microseconds / 1_000_000))
        }
    }

    /// The two largest units that matter.
    public static func text(seconds: UInt64) -> String {
        switch seconds {
        case ..<60: "\(seconds) s"
        case ..<3_600: pair(seconds / 60, "min", seconds % 60, "s")
        case ..<86_400: pair(seconds / 3_600, "h", seconds % 3_600 / 60, "min")
        default: pair(seconds / 86_400, seconds / 86_400 == 1 ? "day" : "days", seconds % 86_400 / 3_600, "h")
        }
    }

    private static func tenths(_ value: Int64, of unit: Int64) -> String {
        let tenths = value / (unit / 10)
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }

    private static func pair(_ large: UInt64, _ unit: String, _ small: UInt64, _ part: String) -> String {
        small == 0 ? "\(large) \(unit)" : "\(large) \(unit) \(small) \(part)"
    }
}
