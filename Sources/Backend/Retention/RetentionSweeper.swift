import Domain
import Logging
import Store
import Synchronization
import XMPPSessions

/// Deletes what is due: by a rule of the user's, or by a sender's timer.
///
/// It looks at the start, when rules change, at the time that is due next, and a while after anything was stored, since
/// that may be due before.
public actor RetentionSweeper {
    /// How long it waits at least between two looks.
    static let pause = Duration.seconds(5)
    /// And at most: the wall clock, which rules go by, may jump.
    static let patience = Duration.seconds(3_600)

    private let store: Store
    private let clock: any SessionClock
    private let now: @Sendable () -> Timestamp
    private let log: Logger
    private var nap: Task<Void, Never>?
    private var isSweeping = false
    private var isWanted = false
    private var isDirty = false
    private var isRunning = false
    private var trust = ClockTrust()
    private var isDoubting = false
    private nonisolated let isNoted = Mutex(false)

    init(store: Store, clock: any SessionClock, now: @escaping @Sendable () -> Timestamp, log: Logger) {
        self.store = store
        self.clock = clock
        self.now = now
        self.log = log
    }

    /// Returns at once: cleaning a large database may take its time.
    func start() {
        isRunning = true
        sleep(.zero)
    }

    func stop() {
        isRunning = false
        nap?.cancel()
        nap = nil
    }

    /// Something was stored that may be due before what was known to be due next.
    nonisolated func noted(_ committed: Committed) {
        let mayAge = committed.outcomes.contains { outcome in
            switch outcome {
            case .added, .waiting: true
            default: false
            }
        }
        guard mayAge || !committed.changed.isEmpty else { return }
        let isFirst = isNoted.withLock { isNoted in
            defer { isNoted = true }
            return !isNoted
        }
        guard isFirst else { return }
        // Ends after one look; there is one at a time.
        Task { await self.noteLater() }
    }

    private func noteLater() async {
        if isRunning { try? await clock.sleep(until: clock.now + Self.pause) }
        isNoted.withLock { $0 = false }
        await look()
    }

    /// Looks at once; `isDirty`: something was deleted already, whose words are to be cleaned away.
    func look(isDirty: Bool = false) async {
        self.isDirty = self.isDirty || isDirty
        isWanted = true
        guard isRunning, !isSweeping else { return }
        isSweeping = true
        defer { isSweeping = false }
        while isWanted, isRunning {
            isWanted = false
            nap?.cancel()
            nap = nil
            do throws(StoreError) {
                if let wait = try await sweep(), isRunning { sleep(wait) }
            } catch {
                guard error.kind != .closed else { return }
                log.error("cannot delete what is due", metadata: ["error": "\(error)"])
                sleep(.seconds(60))
            }
        }
    }

    /// Deletes what is due; returns how long to wait for the next, `nil`: nothing will be due.
    private func sweep() async throws(StoreError) -> Duration? {
        let isBelieved = trust.believes(now(), at: clock.now)
        if !isBelieved, !isDoubting { log.notice("the clock leapt ahead: nothing is deleted by it for an hour") }
        isDoubting = !isBelieved
        if isBelieved, let due = try await store.nextPurge(), due <= now() {
            let removed = try await store.purgeDue()
            if removed > 0 {
                isDirty = true
                log.info("deleted what was due", metadata: ["count": "\(removed)"])
            }
        }
        if isDirty {
            try await store.scrub()
            isDirty = false
        }
        guard isBelieved else { return ClockTrust.patience }
        guard let next = try await store.nextPurge() else { return nil }
        let (distance, isFar) = next.microseconds.subtractingReportingOverflow(now().microseconds)
        return isFar ? Self.patience : min(max(.microseconds(distance), Self.pause), Self.patience)
    }

    private func sleep(_ wait: Duration) {
        let clock = clock
        let due = clock.now + wait
        nap = Task {
            guard (try? await clock.sleep(until: due)) != nil, !Task.isCancelled else { return }
            nap = nil
            await look()
        }
    }
}
