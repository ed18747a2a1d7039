public import Domain
public import Logging
public import Store
import Synchronization
public import XMPPSessions

/// The user's hooks: programs that are run on events (docs/hooks.md).
public final class Hooks: Sendable {
    private let folder: HookFolder
    private let world: HookWorld
    private let seen = Mutex(Seen())
    private let wakes: AsyncStream<Void>
    private let waker: AsyncStream<Void>.Continuation

    private struct Seen {
        /// The last event that is known.
        var newest: Int64 = 0
        /// The last event from before `prepare`.
        var before: Int64 = 0
    }

    /// - Parameters:
    ///   - folder: where the programs are, one folder for each kind of events; need not exist.
    ///   - environment: the daemon's; a choice of it goes on to the programs.
    public init(
        folder: String, store: Store, host: any HookHost, clock: any SessionClock,
        now: @escaping @Sendable () -> Timestamp, log: Logger, environment: [String: String]
    ) {
        self.folder = HookFolder(path: folder)
        world = HookWorld(store: store, host: host, clock: clock, now: now, log: log, environment: environment)
        (wakes, waker) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Events were stored; quick, from any thread.
    public func recorded(_ events: [Event]) {
        guard let last = events.last else { return }
        seen.withLock { $0.newest = max($0.newest, last.number) }
        waker.yield()
    }

    /// To be called before anything happens: what comes afterwards is for programs that are new as well.
    public func prepare() async {
        let consumers = (try? await world.store.consumers()) ?? []
        let wanted = Set(folder.look().hooks.map(\.consumer))
        for consumer in consumers where consumer.name.hasPrefix(Hook.consumerPrefix) {
            if !wanted.contains(consumer.name) { await forget(consumer.name) }
        }
        let last = (try? await world.store.events(since: .max, limit: 1).newest) ?? 0
        seen.withLock { seen in
            seen.before = last
            seen.newest = max(seen.newest, last)
        }
    }

    /// Runs programs until the task is cancelled; those that run then are killed, and meet their event again at the
    /// next start.
    public func run() async {
        // Not at what is newest now: events may have come since all was prepared.
        var looked = seen.withLock(\.before)
        var lanes: [Hook: HookLane] = [:]
        var known: Set<RefusedHook> = []
        waker.yield()
        await withDiscardingTaskGroup { group in
            for await _ in wakes {
                let now = seen.withLock(\.newest)
                let look = folder.look()
                tell(look, &known)
                for (hook, lane) in lanes where !look.hooks.contains(hook) {
                    lane.finish()
                    lanes[hook] = nil
                    await forget(hook.consumer)
                    world.log.notice("a hook is gone", metadata: ["hook": "\(hook.title)"])
                }
                for hook in look.hooks where lanes[hook] == nil {
                    guard let place = await open(hook, start: looked) else { continue }
                    world.log.notice("a hook is there", metadata: ["hook": "\(hook.title)"])
                    let lane = HookLane(hook, world, place: place)
                    lanes[hook] = lane
                    group.addTask { await lane.run() }
                }
                for lane in lanes.values { lane.wake() }
                looked = now
            }
            group.cancelAll()
        }
    }

    /// The place where a program stood, or where it begins; `nil`: it cannot be kept.
    ///
    /// Done here and not by its lane, so that a place is made and forgotten in one order.
    private func open(_ hook: Hook, start: Int64) async -> Int64? {
        let (store, facts): (_, Logger.Metadata) = (world.store, ["hook": "\(hook.title)"])
        do throws(StoreError) {
            if let known = try await store.consumer(hook.consumer) { return known.acknowledged }
            try await store.commit(Batch([.setConsumer(hook.consumer, acknowledged: start)]))
            if let known = try await store.consumer(hook.consumer) { return known.acknowledged }
            world.log.error("there are too many consumers of events: it is not run", metadata: facts)
        } catch {
            world.log.error("its place in the event log cannot be kept: \(error)", metadata: facts)
        }
        return nil
    }

    private func forget(_ consumer: String) async {
        _ = try? await world.store.commit(Batch([.removeConsumer(consumer)]))
    }

    private func tell(_ look: HookFolder.Look, _ known: inout Set<RefusedHook>) {
        let refused = Set(look.refused)
        for file in look.refused where !known.contains(file) {
            world.log.warning("a hook is not run: \(file.reason)", metadata: ["hook": "\(folder.path)/\(file.title)"])
        }
        known = refused
    }
}
