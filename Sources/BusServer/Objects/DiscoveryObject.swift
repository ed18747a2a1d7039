import Backend
import BusAPI
import DBusWire
import XMPPAddresses
import XMPPExtensions

/// Questions to others, on an account's object.
final class DiscoveryObject: Discovery1Service {
    private let service: AccountService

    init(service: AccountService) { self.service = service }

    func info(_ call: BusCall, jid: String, node: String, options: Fields) async throws(BusError) -> Fields {
        try options.refuseUnknown(allowed: ["timeout", "fresh"])
        let target = try target(jid)
        let wanted = try checked(node)
        let timeout = try timeout(options)
        let fresh = try options.get("fresh", as: Bool.self) ?? false
        let info = try await onBus { () async throws(BackendError) in
            try await service.info(target, node: wanted, fresh: fresh, timeout: timeout)
        }
        var fields: Fields = [:]
        fields.set("identities", info.identities.map { Row($0.category, $0.type, $0.language ?? "", $0.name ?? "") })
        fields.set("features", info.features)
        fields.set(
            "forms",
            info.forms.map { form in
                let type = form.type.map { [("FORM_TYPE", [$0])] } ?? []
                return OrderedEntries<String, [String]>(type + form.fields.map { ($0.name, $0.values) })
            })
        return fields
    }

    func items(
        _ call: BusCall, jid: String, node: String, options: Fields
    ) async throws(BusError) -> [Row<String, String, String>] {
        try options.refuseUnknown(allowed: ["timeout"])
        let target = try target(jid)
        let wanted = try checked(node)
        let timeout = try timeout(options)
        let items = try await onBus { () async throws(BackendError) in
            try await service.items(target, node: wanted, timeout: timeout)
        }
        return items.map { Row($0.jid.description, $0.node ?? "", $0.name ?? "") }
    }

    func version(_ call: BusCall, jid: String, options: Fields) async throws(BusError) -> Fields {
        try options.refuseUnknown(allowed: ["timeout"])
        let target = try target(jid)
        let timeout = try timeout(options)
        let version = try await onBus { () async throws(BackendError) in
            try await service.version(target, timeout: timeout)
        }
        var fields: Fields = ["name": .string(version.name), "version": .string(version.version)]
        fields.set("os", version.os)
        return fields
    }

    func time(_ call: BusCall, jid: String, options: Fields) async throws(BusError) -> (utc: Int64, offset: Int32) {
        try options.refuseUnknown(allowed: ["timeout"])
        let target = try target(jid)
        let timeout = try timeout(options)
        return try await onBus { () async throws(BackendError) in try await service.time(target, timeout: timeout) }
    }

    func lastActivity(
        _ call: BusCall, jid: String, options: Fields
    ) async throws(BusError) -> (seconds: UInt64, status: String) {
        try options.refuseUnknown(allowed: ["timeout"])
        let target = try target(jid)
        let timeout = try timeout(options)
        return try await onBus { () async throws(BackendError) in
            try await service.lastActivity(target, timeout: timeout)
        }
    }

    func ping(_ call: BusCall, jid: String, options: Fields) async throws(BusError) -> Int64 {
        try options.refuseUnknown(allowed: ["timeout"])
        let target = try target(jid)
        let timeout = try timeout(options)
        return try await onBus { () async throws(BackendError) in try await service.ping(target, timeout: timeout) }
    }

    /// Empty: the account's server.
    private func target(_ text: String) throws(BusError) -> JID {
        text.isEmpty ? .bare(service.jid.domainJID) : try anyJID(text)
    }

    /// Empty: no node.
    private func checked(_ node: String) throws(BusError) -> String? {
        guard node.utf8.count <= 1024, node.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) else {
            throw BusError.invalidArguments.because("a node has at most 1024 bytes and no control characters")
        }
        return node.isEmpty ? nil : node
    }

    private func timeout(_ options: Fields) throws(BusError) -> Duration {
        let seconds = try options.get("timeout", as: UInt32.self) ?? 30
        guard (1...300).contains(seconds) else { throw BusError.invalidArguments.because("timeout is 1-300 seconds") }
        return .seconds(seconds)
    }
}
