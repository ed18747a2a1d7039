import Domain
import Logging
import Store
import Synchronization
import XMPPSessions

/// One program's way through the event log, one event after the other.
///
/// What it has dealt with is kept in the log as the place of a consumer, so nothing is missed over a restart, and a
/// slow program holds up itself alone.
final class HookLane: Sendable {
    let hook: Hook
    let world: HookWorld
    /// Behind which event it begins.
    let start: Int64
    private let wakes: AsyncStream<Void>
    private let waker: AsyncStream<Void>.Continuation
    private let isFinished = Mutex(false)

    init(_ hook: Hook, _ world: HookWorld, place: Int64) {
        self.hook = hook
        self.world = world
        start = place
        (wakes, waker) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        waker.yield()
    }

    /// There may be something to do.
    func wake() { waker.yield() }

    /// The program is gone: what runs is finished, then nothing more is begun.
    func finish() {
        isFinished.withLock { $0 = true }
        waker.finish()
    }

    private var goesOn: Bool { !Task.isCancelled && !isFinished.withLock { $0 } }

    /// Runs until finished or cancelled.
    func run() async {
        var place = start
        var budget = StartBudget()
        for await _ in wakes { place = await advance(from: place, &budget) }
    }

    /// Deals with all there is; returns how far it came.
    private func advance(from start: Int64, _ budget: inout StartBudget) async -> Int64 {
        var (place, kept) = (start, start)
        while goesOn, let page = await read(after: place), let last = page.events.last {
            for event in page.events where hook.wants(event) {
                guard goesOn, await meet(event, &budget) else { return place }
                place = event.number
                kept = place
                await keep(place)
            }
            place = last.number
            guard place - kept >= HookBounds.passed else { continue }
            kept = place
            await keep(place)
        }
        return place
    }

    private func keep(_ place: Int64) async {
        do throws(StoreError) {
            try await world.store.commit(Batch([.advanceConsumer(hook.consumer, acknowledged: place)]))
        } catch {
            // It will be given the same events again; never none.
            log(.error, "its place in the event log cannot be kept: \(error)")
        }
    }

    private func read(after place: Int64) async -> EventPage? {
        do throws(StoreError) {
            let page = try await world.store.events(since: place, limit: HookBounds.page)
            if page.oldest > place + 1 {
                log(.warning, "it was too slow: it has missed events up to \(page.oldest - 1)")
            }
            return page
        } catch {
            log(.error, "the event log cannot be read: \(error)")
            return nil
        }
    }

    /// Deals with one event; false when it must be met again later.
    private func meet(_ event: Event, _ budget: inout StartBudget) async -> Bool {
        let message = ReceivedMessage(event, now: world.now())
        if hook.point == Hook.received, message == nil { return true }
        let wait = budget.wait(at: world.clock.now)
        if wait > .zero {
            do { try await world.clock.sleep(until: world.clock.now + wait) } catch { return false }
        }
        let run = HookRun(hook: hook, event: event, message: message, world: world)
        await world.slots.run { if !Task.isCancelled { await run.perform() } }
        return !Task.isCancelled
    }

    private func log(_ level: Logger.Level, _ text: String) {
        world.log.log(level: level, "\(text)", metadata: ["hook": "\(hook.title)"])
    }
}

extension Hook {
    static let all = "all"
    static let received = "received"

    /// Whether an event may be for it.
    func wants(_ event: Event) -> Bool {
        switch point {
        case Self.all: true
        case Self.received: event.kind == .message
        default: event.kind.description == point
        }
    }
}
