public import JSONText

/// Somebody who asks to see our presence, as in Roster1.
public struct RequestShape: Shape {
    public let json: JSON

    public init(_ json: JSON) { self.json = json }

    public var jid: RemoteText { json.remote("jid") ?? RemoteText("") }
    /// µs since 1970, UTC.
    public var received: Int64 { json["received"]?.integer ?? 0 }
    public var text: RemoteText? { json.remote("text") }
    /// Chosen by the sender: no proof of who it is.
    public var nick: RemoteText? { json.remote("nick") }
}
