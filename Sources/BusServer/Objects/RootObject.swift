import Backend
import BusAPI
import DBusWire
import Domain
import Logging
import Logs
import Store
import XMPPAddresses
import XMPPSessions

/// The daemon itself on the bus: accounts, log, event log.
final class RootObject: Manager1Service, Events1Service {
    let backend: Backend
    private let logs: LogHub
    private let subscribers: Subscribers
    private let outlet: Manager1.Outlet

    init(backend: Backend, logs: LogHub, subscribers: Subscribers, outlet: Manager1.Outlet) {
        self.backend = backend
        self.logs = logs
        self.subscribers = subscribers
        self.outlet = outlet
    }

    // MARK: Manager1

    func addAccount(
        _ call: BusCall, jid: String, settings: Fields, options: Fields
    ) async throws(BusError) -> ObjectPath {
        try options.refuseUnknown(allowed: ["enabled"])
        var change = try AccountChange(settings)
        change.isEnabled = try options.get("enabled", as: Bool.self) ?? true
        let jid = try bareJID(jid)
        let service = try await onBus { () async throws(BackendError) in try await backend.addAccount(jid, change) }
        return BusPaths.account(service.id)
    }

    func removeAccount(_ call: BusCall, account: ObjectPath, options: Fields) async throws(BusError) {
        try options.refuseUnknown(allowed: [])
        guard let id = BusPaths.account(at: account) else { throw BusError.noSuchAccount }
        try await onBus { () async throws(BackendError) in try await backend.removeAccount(id) }
    }

    func findAccount(_ call: BusCall, name: String) async throws(BusError) -> ObjectPath {
        let service = try await onBus { () async throws(BackendError) in try await backend.find(name) }
        return BusPaths.account(service.id)
    }

    func readLog(
        _ call: BusCall, after: UInt64, limit: UInt32, options: Fields
    ) async throws(BusError) -> (next: UInt64, lines: [Row<UInt64, Int64, String, String, String>]) {
        try options.refuseUnknown(allowed: ["level", "label"])
        let name = try options.get("level", as: String.self) ?? "trace"
        guard let level = Logger.Level(rawValue: name) else {
            throw BusError.invalidArguments.because("level is trace, debug, info, notice, warning or error")
        }
        let label = try options.get("label", as: String.self) ?? ""
        let count = try page(limit)
        let found = logs.lines(after: after, limit: count, level: level, label: label)
        return (found.next, found.lines.map { Row($0.number, $0.time, $0.level.rawValue, $0.label, $0.text) })
    }

    func refusals(_ call: BusCall) async throws(BusError) -> [Row<String, String, UInt64>] {
        await backend.refusals().map { Row($0.refusal.code, $0.refusal.section, UInt64(clamping: $0.count)) }
    }

    func networkChanged(_ call: BusCall) async throws(BusError) { await backend.encourage() }

    func echo(_ call: BusCall, text: String) throws(BusError) -> String { text }

    func setLogFilter(_ call: BusCall, to value: String) async throws(BusError) {
        guard let filter = LogFilter(value) else {
            throw BusError.invalidArguments.because("a filter is a level, or label=level pairs separated by commas")
        }
        logs.filter = filter
        outlet.update { $0.logFilter = filter.description }
    }

    // MARK: Events1

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

    func page(_ limit: UInt32) throws(BusError) -> Int {
        guard (1...500).contains(limit) else { throw BusError.invalidArguments.because("limit is 1-500") }
        return Int(limit)
    }
}
