/// How much hooks may take.
enum HookBounds {
    /// Programs that are run at all.
    static let hooks = 32
    /// Programs that run at once.
    static let running = 4
    /// From the start of a program until it is asked to end.
    static let time = Duration.seconds(10)
    /// From being asked until it is killed.
    static let grace = Duration.seconds(2)
    /// What a program prints, in bytes.
    static let output = 64 << 10
    /// What it complains, in bytes; so much may stand in the log.
    static let complaints = 4 << 10
    /// Lines of complaints in the log, of each run.
    static let complaintLines = 8
    /// Starts of one program at once, and afterwards one for each `startEvery`; the events wait meanwhile.
    static let starts = 20
    static let startEvery = Duration.milliseconds(500)
    /// Answers of one run.
    static let answers = 3
    /// A message that waited longer is no news to be answered, in µs.
    static let newsAge: Int64 = 600_000_000
    /// Events read at a time.
    static let page = 100
    /// Events passed over until the place in the log is written down.
    static let passed = 500
}
