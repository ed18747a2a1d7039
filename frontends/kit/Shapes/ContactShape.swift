public import JSONText

/// One contact, as in Roster1.
public struct ContactShape: Shape {
    public let json: JSON

    public init(_ json: JSON) { self.json = json }

    public var jid: RemoteText { json.remote("jid") ?? RemoteText("") }
    public var name: RemoteText? { json.remote("name") }
    public var groups: [RemoteText] { json.remotes("groups") }
    /// `none`, `to`, `from` or `both`.
    public var subscription: String { json["subscription"]?.string ?? "none" }
    /// Whether our request waits for an answer.
    public var isAsked: Bool { json["ask"]?.bool ?? false }
    public var isApproved: Bool { json["approved"]?.bool ?? false }
    /// The highest priority first.
    public var resources: [ResourceShape] {
        let all = (json["resources"]?.array ?? []).map(ResourceShape.init)
        return all.sorted { $0.priority > $1.priority }
    }
}

/// One client of a contact that is online.
public struct ResourceShape: Shape {
    public let json: JSON

    public init(_ json: JSON) { self.json = json }

    public var resource: RemoteText { json.remote("resource") ?? RemoteText("") }
    /// `available`, `chat`, `away`, `xa` or `dnd`.
    public var show: RemoteText { json.remote("show") ?? RemoteText("available") }
    public var priority: Int64 { json["priority"]?.integer ?? 0 }
    public var statuses: [LanguageText] { json.texts("statuses") }
}
