public import Domain
import Logging
public import Store
import XMPPSessions

/// Reading the event log, and keeping it within its limits.
extension Backend {
    /// A page of the event log.
    public func events(
        since number: Int64, limit: Int, account: AccountID?
    ) async throws(BackendError) -> EventPage {
        do throws(StoreError) {
            return try await surroundings.store.events(since: number, limit: limit, account: account)
        } catch {
            throw BackendError(error)
        }
    }

    public func eventLimits() async throws(BackendError) -> EventLimits {
        do throws(StoreError) { return EventLimits(settings: try await surroundings.store.settings()) } catch {
            throw BackendError(error)
        }
    }

    /// Keeps more or less from now on, and removes at once what is too much.
    public func setEventLimits(_ limits: EventLimits) async throws(BackendError) {
        do throws(StoreError) {
            try await surroundings.store.commit(
                Batch([
                    .setSetting(EventLimits.daysSetting, String(limits.days)),
                    .setSetting(EventLimits.eventsSetting, String(limits.events)),
                ]))
            try await trimEvents(to: limits)
        } catch {
            throw BackendError(error)
        }
    }

    /// Keeps the log within its limits, some time after the start and then hourly, until the task is cancelled.
    public func keepEventsTrimmed() async {
        var next = surroundings.clock.now + .seconds(300)
        while (try? await surroundings.clock.sleep(until: next)) != nil {
            next = surroundings.clock.now + .seconds(3_600)
            do throws(StoreError) {
                try await trimEvents(to: EventLimits(settings: try await surroundings.store.settings()))
            } catch {
                log.warning("the event log could not be trimmed", metadata: ["error": "\(error)"])
            }
        }
    }

    private func trimEvents(to limits: EventLimits) async throws(StoreError) {
        let age = Int64(limits.days) * 86_400 * 1_000_000
        let removed = try await surroundings.store.trimEvents(
            keeping: limits.events == 0 ? .max : Int(limits.events),
            since: limits.days == 0 ? nil : surroundings.now().advanced(byMicroseconds: -age))
        if removed > 0 { log.info("events trimmed", metadata: ["count": "\(removed)"]) }
    }
}
