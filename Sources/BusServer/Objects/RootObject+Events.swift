import Backend
import BusAPI
import DBusWire
import Domain
import Store

/// The event log.
extension RootObject {
    func subscribe(_ call: BusCall, options: Fields) async throws(BusError) -> UInt64 {
        try options.refuseUnknown(allowed: ["watching"])
        let watching = try options.get("watching", as: Bool.self) ?? false
        try subscribers.add(call, isWatching: watching)
        await subscribers.tellAttention(to: backend)
        let page = try await onBus { () async throws(BackendError) in
            try await backend.events(since: .max, limit: 1, account: nil)
        }
        return UInt64(clamping: page.newest)
    }

    func unsubscribe(_ call: BusCall) async throws(BusError) {
        subscribers.remove(call.caller)
        await subscribers.tellAttention(to: backend)
    }

    func read(
        _ call: BusCall, after: UInt64, limit: UInt32, options: Fields
    ) async throws(BusError) -> (events: [EventRow], newest: UInt64, oldest: UInt64) {
        try options.refuseUnknown(allowed: ["account"])
        let count = try page(limit)
        var account: AccountID?
        if let text = try options.get("account", as: String.self) {
            guard let id = AccountID(text) else {
                throw BusError.invalidArguments.because("account is an account's Id")
            }
            account = id
        }
        let page = try await onBus { () async throws(BackendError) in
            try await backend.events(since: Int64(clamping: after), limit: count, account: account)
        }
        return (EventRows.fitting(page.events), UInt64(clamping: page.newest), UInt64(clamping: page.oldest))
    }

    func setKeepDays(_ call: BusCall, to value: UInt32) async throws(BusError) {
        try await setLimits { $0.days = value }
    }

    func setKeepEvents(_ call: BusCall, to value: UInt32) async throws(BusError) {
        try await setLimits { $0.events = value }
    }

    private func setLimits(_ change: (inout EventLimits) -> Void) async throws(BusError) {
        var limits = EventLimits(days: log.properties.keepDays, events: log.properties.keepEvents)
        change(&limits)
        let wanted = limits
        try await onBus { () async throws(BackendError) in try await backend.setEventLimits(wanted) }
        log.update {
            $0.keepDays = wanted.days
            $0.keepEvents = wanted.events
        }
    }
}
