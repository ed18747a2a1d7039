import Domain

/// Whether the wall clock is believed when history is to be deleted by it.
///
/// A clock that leaps ahead, beside one that only counts, is wrong as often as it was wrong before: it has to stand for an
/// hour.  One that is set back deletes nothing.
struct ClockTrust {
    /// What is no leap.
    static let drift = Duration.seconds(600)
    /// How long a leap has to stand.
    static let patience = Duration.seconds(3_600)

    /// The distance of the two clocks that is believed; `nil`: none was seen yet.
    private var believed: Duration?
    private var doubt: (distance: Duration, until: Duration)?

    /// - Parameters:
    ///   - wall: what the wall clock says.
    ///   - instant: what the other clock says, which goes on while the machine sleeps.
    mutating func believes(_ wall: Timestamp, at instant: Duration) -> Bool {
        let distance = .microseconds(wall.microseconds) - instant
        if let believed, distance - believed > Self.drift {
            guard let doubt, abs(distance - doubt.distance) <= Self.drift else {
                doubt = (distance, instant + Self.patience)
                return false
            }
            guard instant >= doubt.until else { return false }
        }
        believed = distance
        doubt = nil
        return true
    }

    private func abs(_ span: Duration) -> Duration { span < .zero ? .zero - span : span }
}
