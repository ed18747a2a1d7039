public import XMLStreams
public import XMPPStanzas

extension Namespace {
    /// Last Activity (XEP-0012 §9).
    public static let lastActivity: Namespace = "jabber:iq:last"
}

/// How long somebody is idle, away or running: which of them depends on whom was asked (XEP-0012 §2).
public struct LastActivity: Hashable, Sendable, IQResult {
    public var seconds: UInt64
    /// The last status of somebody who is away; "" when there is none.
    public var status: String

    public init(seconds: UInt64, status: String = "") {
        self.seconds = seconds
        self.status = status
    }

    public static let codec = Codec(
        Name("query", .lastActivity), { LastActivity(seconds: $0, status: $1) },
        .attribute("seconds", \.seconds), .text(\.status))
}
