/// Whether somebody changes what waits in the outbox, and whether somebody did since it was read.
struct OutboxChanges {
    private var running = 0
    /// Changes with each change that ended.
    private(set) var version: UInt64 = 0

    var isRunning: Bool { running > 0 }

    /// Whether what was read at this version may be sent.
    func isCurrent(_ version: UInt64) -> Bool { running == 0 && version == self.version }

    mutating func begin() { running += 1 }

    mutating func end() {
        running = max(running - 1, 0)
        version &+= 1
    }
}
