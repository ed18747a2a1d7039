/// The course of a mechanism that says one thing and hears success or nothing.
struct SingleMessage: Equatable {
    private enum State { case fresh, said, over }
    private var state = State.fresh

    mutating func say() throws(SASLError) {
        guard state == .fresh else { throw challenged() }
        state = .said
    }

    /// None of these mechanisms knows a challenge after its initial response.
    mutating func challenged() -> SASLError {
        state = .over
        return .outOfOrder
    }

    mutating func succeed(with additional: [UInt8]?) throws(SASLError) {
        guard state == .said, additional?.isEmpty ?? true else {
            state = .over
            throw .outOfOrder
        }
        state = .over
    }
}
