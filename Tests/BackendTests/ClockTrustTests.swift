import Domain
import Testing

@testable import Backend

/// Deleting by a clock that may be wrong.
struct ClockTrustTests {
    private static let day: Int64 = 86_400

    /// What the two clocks say, seconds, and whether the first is believed.
    struct Look: Sendable {
        var wall: Int64
        var instant: Int64
        var isBelieved: Bool
    }

    static let stories: [[Look]] = [
        // In step, and with a clock that is put right by some minutes.
        [Look(wall: 0, instant: 0, isBelieved: true), Look(wall: 7_800, instant: 7_200, isBelieved: true)],
        // Years ahead and back again.
        [
            Look(wall: 0, instant: 0, isBelieved: true), Look(wall: 900 * day, instant: 60, isBelieved: false),
            Look(wall: 900 * day + 3_000, instant: 3_060, isBelieved: false),
            Look(wall: 3_600, instant: 3_600, isBelieved: true),
        ],
        // Ahead to stay.
        [
            Look(wall: 0, instant: 0, isBelieved: true), Look(wall: day, instant: 0, isBelieved: false),
            Look(wall: day + 3_599, instant: 3_599, isBelieved: false),
            Look(wall: day + 3_600, instant: 3_600, isBelieved: true),
            Look(wall: day + 3_700, instant: 3_700, isBelieved: true),
        ],
        // It leaps again while it is doubted: the hour begins anew.
        [
            Look(wall: 0, instant: 0, isBelieved: true), Look(wall: day, instant: 0, isBelieved: false),
            Look(wall: 9 * day, instant: 3_600, isBelieved: false),
            Look(wall: 9 * day + 3_600, instant: 7_200, isBelieved: true),
        ],
        // Set back, which deletes nothing; then ahead.
        [
            Look(wall: 9 * day, instant: 0, isBelieved: true), Look(wall: 0, instant: 60, isBelieved: true),
            Look(wall: 9 * day, instant: 120, isBelieved: false),
        ],
        // A sleeping machine is no leap: the other clock has slept as long.
        [Look(wall: 0, instant: 0, isBelieved: true), Look(wall: 30 * day, instant: 30 * day, isBelieved: true)],
    ]

    @Test("A clock that leaps ahead has to stand for an hour", arguments: stories)
    func story(looks: [Look]) {
        var trust = ClockTrust()
        for look in looks {
            let wall = Timestamp(microseconds: look.wall * 1_000_000)
            #expect(trust.believes(wall, at: .seconds(look.instant)) == look.isBelieved, "\(look)")
        }
    }
}
