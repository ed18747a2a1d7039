import Backend
import BusAPI
import DBusWire
import XMPPAddresses
import XMPPExtensions

extension AccountObject {
    func archivePreferences(_ call: BusCall) async throws(BusError) -> Fields {
        Fields(try await onBus { () async throws(BackendError) in try await service.archivePreferences() })
    }

    func setArchivePreferences(_ call: BusCall, preferences: Fields) async throws(BusError) -> Fields {
        try preferences.refuseUnknown(allowed: ["default", "always", "never"])
        guard let word = try preferences.get("default", as: String.self),
            let rule = ArchivePreferences.Rule(rawValue: word)
        else { throw BusError.invalidArguments.because("default is always, never or roster") }
        let wish = ArchivePreferences(
            rule: rule, always: try addresses(preferences, "always"), never: try addresses(preferences, "never"))
        return Fields(
            try await onBus { () async throws(BackendError) in try await service.setArchivePreferences(wish) })
    }

    private func addresses(_ fields: Fields, _ key: String) throws(BusError) -> [JID] {
        let texts = try fields.get(key, as: [String].self) ?? []
        guard texts.count <= ArchivePreferences.limit else {
            throw BusError.invalidArguments.because("\(key) holds \(ArchivePreferences.limit) addresses at most")
        }
        var addresses: [JID] = []
        for text in texts { addresses.append(try anyJID(text)) }
        return addresses
    }
}

extension Fields {
    fileprivate init(_ preferences: ArchivePreferences) {
        self = ["default": .string(preferences.rule.rawValue)]
        set("always", preferences.always.map(\.description))
        set("never", preferences.never.map(\.description))
    }
}
