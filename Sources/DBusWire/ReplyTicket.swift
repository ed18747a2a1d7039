/// What is needed to answer a call later.
struct ReplyTicket: Sendable {
    let caller: BusName
    let serial: UInt32
    /// False when the caller asked for no reply; then none may be sent.
    let isWanted: Bool

    /// The reply to this call; nil when none is wanted.  A result that cannot be sent becomes an error.
    func message(_ result: Result<[Value], ErrorReply>) -> Message? {
        guard isWanted else { return nil }
        do throws(WireError) {
            switch result {
            case .success(let values): return try Message(values, for: self)
            case .failure(let error): return try Message(error, for: self)
            }
        } catch {
            let name = error == .tooLarge ? ErrorName.limitsExceeded : .failed
            return try? Message(ErrorReply(name, "the answer cannot be sent: \(error)"), for: self)
        }
    }
}
