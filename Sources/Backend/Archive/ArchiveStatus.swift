/// Where the account's archive stands, as frontends show it.
public enum ArchiveStatus: Hashable, Sendable {
    /// Nothing was asked yet: there is no connection, or no answer.
    case unknown
    /// The server is being asked whether there is one.
    case asking
    /// What is new is being fetched, so many messages so far.
    case catchingUp(Int)
    /// Everything new is here.
    case current
    /// The server has none.
    case unsupported
    /// The server refused, or did not answer; tried again later.
    case failed(Problem)

    /// The word on the bus.
    public var name: String {
        switch self {
        case .unknown: "unknown"
        case .asking: "asking"
        case .catchingUp: "catching-up"
        case .current: "current"
        case .unsupported: "unsupported"
        case .failed: "failed"
        }
    }

    /// What is the matter; `nil`: nothing.
    public var problem: Problem? {
        switch self {
        case .unknown, .asking, .catchingUp, .current: nil
        case .unsupported:
            Problem(
                code: "archive-unsupported",
                sentence: "The server keeps no archive, so what reaches other devices while this one is away is "
                    + "missing here.",
                action: "Ask who runs the server for message archives (XEP-0313), or use a server that has them.",
                section: "XEP-0313 §7")
        case .failed(let problem): problem
        }
    }
}
