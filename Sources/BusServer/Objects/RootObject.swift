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
    let subscribers: Subscribers
    let outlet: Manager1.Outlet
    let log: Events1.Outlet

    init(
        backend: Backend, logs: LogHub, subscribers: Subscribers, outlet: Manager1.Outlet, log: Events1.Outlet
    ) {
        self.backend = backend
        self.logs = logs
        self.subscribers = subscribers
        self.outlet = outlet
        self.log = log
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

    func setNotifications(_ call: BusCall, to value: Fields) async throws(BusError) {
        try value.refuseUnknown(allowed: ["level", "text"])
        var settings = await backend.notificationSettings
        if let name = try value.get("level", as: String.self) {
            guard let level = NotificationSettings.Level(rawValue: name) else {
                throw BusError.invalidArguments.because("level is all, calls or none")
            }
            settings.level = level
        }
        if let showsText = try value.get("text", as: Bool.self) { settings.showsText = showsText }
        let wanted = settings
        try await onBus { () async throws(BackendError) in try await backend.set(wanted) }
        outlet.update { $0.notifications = BusFace.fields(wanted) }
    }

    func page(_ limit: UInt32) throws(BusError) -> Int {
        guard (1...500).contains(limit) else { throw BusError.invalidArguments.because("limit is 1-500") }
        return Int(limit)
    }
}
