/// How fast one program may be started.
struct StartBudget {
    private var free = Double(HookBounds.starts)
    private var seen = Duration.zero

    /// How long to wait before the next start, which is then taken.
    mutating func wait(at now: Duration) -> Duration {
        free = min(free + max(now - seen, .zero) / HookBounds.startEvery, Double(HookBounds.starts))
        seen = max(seen, now)
        free -= 1
        return free >= 0 ? .zero : HookBounds.startEvery * -free
    }
}
