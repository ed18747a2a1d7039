/// A moment on the wall clock: microseconds since 1970-01-01T00:00:00Z.
///
/// Any `Int64` is allowed, since clocks jump and stamps are remote; arithmetic clamps instead of trapping.
public struct Timestamp: Hashable, Comparable, Sendable {
    public var microseconds: Int64

    public init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.microseconds < right.microseconds
    }

    /// This moment moved by microseconds, kept within what an `Int64` holds.
    public func advanced(byMicroseconds distance: Int64) -> Timestamp {
        let (sum, overflow) = microseconds.addingReportingOverflow(distance)
        return Timestamp(microseconds: overflow ? (distance < 0 ? .min : .max) : sum)
    }
}
