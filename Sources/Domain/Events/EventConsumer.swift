/// A named reader of the event log, remembered over restarts of either side.
public struct EventConsumer: Hashable, Sendable {
    /// Shape: 1–64 characters of `a`–`z`, `A`–`Z`, `0`–`9`, `.`, `-` and `_`.
    public var name: String
    /// The last event it has dealt with; 0: none.
    public var acknowledged: Int64
    /// When it last said so, or was made.
    public var usedAt: Timestamp

    public init(name: String, acknowledged: Int64, usedAt: Timestamp) {
        self.name = name
        self.acknowledged = acknowledged
        self.usedAt = usedAt
    }

    /// Whether a name has the shape above.
    public static func isValid(_ name: String) -> Bool {
        guard (1...64).contains(name.utf8.count) else { return false }
        return name.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
            default: false
            }
        }
    }
}
