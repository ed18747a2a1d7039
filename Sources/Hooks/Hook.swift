/// A program of the user's that is run on events.
struct Hook: Hashable, Sendable {
    /// The folder it stands in: `all`, `received`, or a kind of events.
    let point: String
    /// Its file name.
    let name: String
    /// Where it really is.
    let path: String

    /// `received/echo`: as the user sees it.
    var title: String { "\(point)/\(name)" }

    /// The name under which its place in the event log is kept.
    var consumer: String { Self.consumerPrefix + "\(point).\(name)" }

    static let consumerPrefix = "hook."
}

/// A file or folder that is not run, and why.
struct RefusedHook: Hashable, Sendable {
    /// Below the hooks' folder; empty: that folder itself.
    let title: String
    /// Half a sentence: `it is not executable`.
    let reason: String
}
