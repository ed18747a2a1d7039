import Backend
import BusAPI
import DBusWire
import Domain
import XMPPAddresses

/// One account on the bus.
final class AccountObject: Account1Service {
    let service: AccountService
    private let backend: Backend

    init(service: AccountService, backend: Backend) {
        self.service = service
        self.backend = backend
    }

    func connect(_ call: BusCall) async throws(BusError) {
        guard await service.account.isEnabled else {
            throw BusError.invalidArguments.because("the account is disabled: enable it first")
        }
        await service.connect()
    }

    func disconnect(_ call: BusCall) async throws(BusError) { await service.disconnect() }

    func set(_ call: BusCall, settings: Fields, options: Fields) async throws(BusError) -> [String] {
        try options.refuseUnknown(allowed: [])
        let change = try AccountChange(settings)
        return try await onBus { () async throws(BackendError) in try await service.change(change) }
    }

    func setPresence(
        _ call: BusCall, show: String, statuses: OrderedEntries<String, String>, options: Fields
    ) async throws(BusError) {
        try options.refuseUnknown(allowed: ["priority", "to"])
        guard let show = OwnPresence.Show(rawValue: show) else {
            throw BusError.invalidArguments.because("show is available, chat, away, xa, dnd or unavailable")
        }
        let number = try options.get("priority", as: Int16.self) ?? 0
        guard let priority = Int8(exactly: number) else {
            throw BusError.invalidArguments.because("priority is -128 to 127")
        }
        let texts = try LanguageMap(statuses, atMost: 16, bytes: 1024, each: true)
        let presence = OwnPresence(show: show, statuses: texts, priority: priority)
        guard let to = try options.get("to", as: String.self) else {
            try await onBus { () async throws(BackendError) in try await service.setPresence(presence) }
            return
        }
        let jid = try anyJID(to)
        try await onBus { () async throws(BackendError) in try await service.sendPresence(presence, to: jid) }
    }

    func openConversation(_ call: BusCall, jid: String, options: Fields) async throws(BusError) -> ObjectPath {
        try options.refuseUnknown(allowed: [])
        let peer = try anyJID(jid).bare
        let conversation = try await onBus { () async throws(BackendError) in try await service.conversation(with: peer)
        }
        return BusPaths.conversation(conversation.id, of: conversation.account)
    }

    func traceXML(_ call: BusCall, output: OwnedDescriptor, seconds: UInt32, options: Fields) async throws(BusError) {
        try options.refuseUnknown(allowed: ["bodies"])
        guard (1...3600).contains(seconds) else { throw BusError.invalidArguments.because("seconds is 1-3600") }
        let bodies = try options.get("bodies", as: Bool.self) ?? false
        guard await service.trace(TraceOutput(output), for: .seconds(seconds), bodies: bodies) else {
            throw BusError.limitExceeded.because("a trace of this account runs already")
        }
    }
}
