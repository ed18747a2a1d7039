/// How far an outgoing entry has come.
///
/// `queued → (held) → sent → on-server → delivered → displayed`, or `failed` from anywhere before `delivered`.
public enum EntryState: Hashable, Sendable {
    /// Stored; it will be written as soon as there is a stream.
    case queued
    /// Waiting for something the user can know about.
    case held(Reason)
    /// Written to a stream, not acknowledged.
    case sent
    /// The server acknowledged it (XEP-0198).
    case onServer
    /// A device of the recipient has it (XEP-0184).
    case delivered
    /// The recipient has seen it (XEP-0333).
    case displayed
    /// It will not arrive unless the user tries again.
    case failed(Reason)

    /// The word on the bus.
    public var name: String {
        switch self {
        case .queued: "queued"
        case .held: "held"
        case .sent: "sent"
        case .onServer: "on-server"
        case .delivered: "delivered"
        case .displayed: "displayed"
        case .failed: "failed"
        }
    }

    public var reason: Reason? {
        switch self {
        case .held(let reason), .failed(let reason): reason
        case .queued, .sent, .onServer, .delivered, .displayed: nil
        }
    }

    /// Whether it waits to be written, again or for the first time.
    public var isWaiting: Bool {
        switch self {
        case .queued, .held: true
        case .sent, .onServer, .delivered, .displayed, .failed: false
        }
    }

    /// Whether an entry in this state may go on to the other one; only a hold may be replaced by itself.
    ///
    /// Receipts overtake acknowledgements and arrive for what was thought lost, so news of success is always taken; but
    /// a server also acknowledges what it sends back as an error.
    public func mayBecome(_ next: EntryState) -> Bool {
        switch next {
        case .queued: [1, 2, 6].contains(rank)
        case .held: rank <= 2
        case .sent: rank <= 1
        case .onServer: rank <= 2
        case .delivered: rank <= 3 || rank == 6
        case .displayed: rank != 5
        case .failed: rank <= 3
        }
    }

    private var rank: Int {
        switch self {
        case .queued: 0
        case .held: 1
        case .sent: 2
        case .onServer: 3
        case .delivered: 4
        case .displayed: 5
        case .failed: 6
        }
    }
}
