import Backend
import BusAPI
import DBusWire
import Domain
import Store

/// The named consumers of the event log.
extension RootObject {
    func openConsumer(_ call: BusCall, name: String, options: Fields) async throws(BusError) -> UInt64 {
        try options.refuseUnknown(allowed: ["after", "reset"])
        let after = try options.get("after", as: UInt64.self).map { Int64(clamping: $0) }
        let isReset = try options.get("reset", as: Bool.self) ?? false
        return UInt64(
            clamping: try await onBus { () async throws(BackendError) in
                try await backend.openConsumer(name, after: after, isReset: isReset)
            })
    }

    func readConsumer(
        _ call: BusCall, name: String, limit: UInt32
    ) async throws(BusError) -> (events: [EventRow], newest: UInt64, lost: UInt64) {
        let count = try page(limit)
        let found = try await onBus { () async throws(BackendError) in
            try await backend.events(for: name, limit: count)
        }
        switch found {
        case .unknown: throw BusError(.noSuchConsumer(name))
        case .trimmed(_, let oldest, let newest):
            return ([], UInt64(clamping: newest), UInt64(clamping: oldest - 1))
        case .events(let page): return (EventRows.fitting(page.events), UInt64(clamping: page.newest), 0)
        }
    }

    func acknowledge(_ call: BusCall, name: String, number: UInt64) async throws(BusError) {
        try await onBus { () async throws(BackendError) in
            try await backend.acknowledge(name, Int64(clamping: number))
        }
    }

    func consumers(_ call: BusCall) async throws(BusError) -> [Row<String, UInt64, Int64>] {
        try await onBus { () async throws(BackendError) in try await backend.consumers() }
            .map { Row($0.name, UInt64(clamping: $0.acknowledged), $0.usedAt.microseconds) }
    }

    func forgetConsumer(_ call: BusCall, name: String) async throws(BusError) {
        try await onBus { () async throws(BackendError) in try await backend.forgetConsumer(name) }
    }
}
