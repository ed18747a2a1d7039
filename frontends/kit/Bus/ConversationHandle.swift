public import DBusWire
internal import JSONText

/// One conversation of the daemon: Conversation1.
public struct ConversationHandle: Sendable {
    public let daemon: Daemon
    public let path: ObjectPath

    init(daemon: Daemon, path: ObjectPath) {
        self.daemon = daemon
        self.path = path
    }

    private var object: BusObject { BusObject(daemon: daemon, path: path, interface: "org.saluton.Conversation1") }

    /// Queues a message; returns the id of its entry, once it is stored.
    /// - Parameter options: as Conversation1.Send documents.
    public func send(
        _ texts: [(language: String, text: String)], options: [Value.Field]
    ) async throws(DaemonError) -> String {
        try await object.call("Send", [Value(texts: texts), .fields(options)]).string(0)
    }

    /// A page of entries, oldest first.
    /// - Parameter place: before or after a cursor; nil for the newest.
    public func history(limit: UInt32, at place: HistoryPlace?) async throws(DaemonError) -> HistoryPage {
        let options: [Value.Field] =
            switch place {
            case nil: []
            case .before(let cursor): [Value.Field("before", .string(cursor))]
            case .after(let cursor): [Value.Field("after", .string(cursor))]
            }
        let answer = try await object.call("History", [.uint32(limit), .fields(options)])
        let earlier = try answer.string(1)
        return HistoryPage(
            entries: try answer.elements(0).map { EntryShape(JSON($0)) }, earlier: earlier.isEmpty ? nil : earlier,
            later: try answer.string(2))
    }

    public func entry(_ id: String) async throws(DaemonError) -> EntryShape {
        EntryShape(JSON(.fields(try await object.call("GetEntry", [.string(id)]).fields(0))))
    }
}

/// Where a page of history lies.
public enum HistoryPlace: Hashable, Sendable {
    case before(cursor: String)
    case after(cursor: String)
}

/// A page of history.
public struct HistoryPage: Hashable, Sendable {
    /// Oldest first.
    public var entries: [EntryShape]
    /// Cursor for the page before; nil when there is none.
    public var earlier: String?
    /// Cursor for what comes after.
    public var later: String
}
