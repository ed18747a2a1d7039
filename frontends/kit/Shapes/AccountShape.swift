public import JSONText

/// One account: the properties of Account1, their names in lower case with hyphens.
public struct AccountShape: Shape {
    public let json: JSON

    public init(_ json: JSON) { self.json = json }

    public var id: String { json["id"]?.string ?? "" }
    public var jid: RemoteText { json.remote("jid") ?? RemoteText("") }
    /// For comparing; not to be shown.
    var address: String { json["jid"]?.string ?? "" }
    public var isEnabled: Bool { json["enabled"]?.bool ?? false }
    public var state: AccountState { AccountState(name: json["state"]?.string ?? "") }
    public var problem: ProblemShape? {
        guard let problem = json["problem"], problem.members?.isEmpty == false else { return nil }
        return ProblemShape(problem)
    }
    /// µs since 1970, UTC; nil while no try is planned.
    public var nextTry: Int64? { json["next-try"]?.integer.flatMap { $0 == 0 ? nil : $0 } }
    public var boundJID: RemoteText? { json.remote("bound-jid") }
    public var security: JSON { json["security"] ?? .object([]) }
    public var settings: JSON { json["settings"] ?? .object([]) }
    public var presence: PresenceShape { PresenceShape(json["presence"] ?? .object([])) }
    public var queued: Int64 { json["queued"]?.integer ?? 0 }
    /// Seconds until entries are deleted; 0: never; -1: as the daemon says.
    public var retention: Int64 { json["retention"]?.integer ?? -1 }
    public var archive: ArchiveShape { ArchiveShape(json["archive"] ?? .object([])) }
}

/// Where an account stands.  Open: states to come are neither online nor at rest.
public struct AccountState: Hashable, Sendable {
    public let name: String

    public init(name: String) { self.name = name }

    public static let disabled = AccountState(name: "disabled")
    public static let offline = AccountState(name: "offline")
    public static let connecting = AccountState(name: "connecting")
    public static let online = AccountState(name: "online")
    public static let waiting = AccountState(name: "waiting")
    public static let failed = AccountState(name: "failed")
    public static let paused = AccountState(name: "paused")

    /// Whether nothing will happen before the user acts.
    public var isAtRest: Bool { [.disabled, .offline, .failed].contains(self) }
}

/// What went wrong with an account, and what to do about it.
public struct ProblemShape: Shape {
    public let json: JSON

    public init(_ json: JSON) { self.json = json }

    public var code: RemoteText { json.remote("code") ?? RemoteText("unknown") }
    public var sentence: RemoteText? { json.remote("sentence") }
    public var action: RemoteText? { json.remote("action") }
    public var section: RemoteText? { json.remote("section") }
    public var detail: RemoteText? { json.remote("detail") }
}

/// What contacts see of an account.
public struct PresenceShape: Shape {
    public let json: JSON

    public init(_ json: JSON) { self.json = json }

    public var show: RemoteText { json.remote("show") ?? RemoteText("available") }
    public var statuses: [LanguageText] { json.texts("statuses") }
    public var priority: Int64 { json["priority"]?.integer ?? 0 }
}
