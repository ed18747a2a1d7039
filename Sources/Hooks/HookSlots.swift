/// Places for programs that run at once; who comes first is served first.
actor HookSlots {
    private var free = HookBounds.running
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// Runs the body once there is a place for it.
    func run<Result: Sendable>(_ body: @Sendable () async -> Result) async -> Result {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
        let result = await body()
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
        return result
    }
}
