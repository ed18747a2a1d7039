import Backend
import BusAPI
import DBusWire
import Domain

/// What concerns the entries of all conversations of an account.
extension AccountObject {
    func queue(_ call: BusCall, limit: UInt32, options: Fields) async throws(BusError) -> [Fields] {
        try options.refuseUnknown(allowed: ["after"])
        guard (1...500).contains(limit) else { throw BusError.invalidArguments.because("limit is 1-500") }
        let after = try options.get("after", as: String.self)
        let rows = try await onBus { () async throws(BackendError) in
            try await service.queue(after: after, limit: Int(limit))
        }
        return rows.map { Fields($0) }
    }

    func `import`(_ call: BusCall, entries: [Fields], options: Fields) async throws(BusError) -> Fields {
        try options.refuseUnknown(allowed: ["dry-run"])
        let isRehearsal = try options.get("dry-run", as: Bool.self) ?? false
        guard entries.count <= AccountService.importBound else {
            throw BusError.invalidArguments.because("at most \(AccountService.importBound) entries at once")
        }
        var accepted: [ImportedEntry] = []
        var problem: String?
        for fields in entries {
            do throws(BusError) {
                accepted.append(try ImportedEntry(fields))
            } catch {
                problem = problem ?? error.message
            }
        }
        let batch = accepted
        let result = try await onBus { () async throws(BackendError) in
            try await service.importEntries(batch, isRehearsal: isRehearsal)
        }
        var outcome: Fields = [
            "added": .uint32(UInt32(clamping: result.added)), "known": .uint32(UInt32(clamping: result.known)),
            "refused": .uint32(UInt32(clamping: entries.count - accepted.count)),
        ]
        outcome.set("problem", problem)
        return outcome
    }

    func setRetention(_ call: BusCall, seconds: Int64) async throws(BusError) {
        var period: RetentionPeriod?
        if seconds != -1 {
            guard let number = UInt32(exactly: seconds) else {
                throw BusError.invalidArguments.because("seconds is 0, -1, or 60 and more")
            }
            period = RetentionPeriod(number: number)
        }
        let wanted = period
        try await onBus { () async throws(BackendError) in try await service.setRetention(wanted) }
    }
}
