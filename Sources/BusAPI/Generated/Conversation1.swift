// swift-format-ignore-file
// Generated from dbus/ by `swift run bindings`; do not edit.
public import DBusWire

/// everything exchanged with one address, at …/accounts/<id>/conversations/<id>. An entry is a dictionary: id (s,
/// opaque), direction (s: in, out), kind (s: chat, normal, headline, groupchat, error, undecryptable: encrypted in
/// a way that cannot be read here, its texts a stand-in), texts (a{ss}, by language tag, the empty one where none
/// was declared), subjects (a{ss}), author (s, JID as authenticated), time (x, µs since 1970 UTC, when it was
/// written), received (x, when it reached us), delayed (b, absent when not), thread (s), thread-parent (s),
/// message-id (s), origin-id (s), stanza-ids (a{ss}, by the JID that gave it), state (s, only where direction is
/// out: queued, held, sent, on-server, delivered, displayed, failed), reason (s, why held or failed, for people),
/// reason-code (s, for programs), encryption (s: none, or its name, omemo:2, or its namespace); and where they
/// apply: corrected (x, when last), versions (u, how many earlier texts Versions gives), retracted (x, when),
/// retracted-by (s), retraction-reason (s), reactions (a{sas}, reaction to the JIDs that gave it), reply-to (s, the
/// id answered, as sent), reply-to-author (s), reply-to-entry (s, the entry meant, when it is here), quoted (u, how
/// many code points at the head of the first text repeat what is answered, for programs that do not show it),
/// spoiler (s, its hint; may be empty), links (aa{sv}: url, description), spans (aa{sv}, see docs/events.md),
/// mentions (as), mentioned (b, it calls the user), attention (b), language (s, guessed where the text declares
/// none itself, or declared), timer (u, seconds until it goes), pinned (x, when), occupant-id (s), action (b,
/// XEP-0245), acts (aa{sv}: what the user did to it and the server has not heard of: id, act, state, reason,
/// reason-code). What is unknown is absent. Further keys may come.
public enum Conversation1 {
    public typealias Outlet = BusAPI.Outlet<Properties>

    public static let interface = InterfaceDescription(
        "org.saluton.Conversation1",
        methods: [
            .init("Send", [.init("texts", "a{ss}"), .init("options", "a{sv}")], [.init("entry", "s")]),
            .init(
                "History",
                [.init("limit", "u"), .init("options", "a{sv}")],
                [.init("entries", "aa{sv}"), .init("earlier", "s"), .init("later", "s")]),
            .init("GetEntry", [.init("entry", "s")], [.init("content", "a{sv}")]),
            .init("Correct", [.init("entry", "s"), .init("texts", "a{ss}"), .init("options", "a{sv}")], []),
            .init("Retract", [.init("entry", "s"), .init("options", "a{sv}")], []),
            .init("React", [.init("entry", "s"), .init("reactions", "as")], []),
            .init("Versions", [.init("entry", "s")], [.init("versions", "aa{sv}")]),
            .init("Cancel", [.init("entry", "s")], []),
            .init("Retry", [.init("entry", "s")], []),
            .init("MarkRead", [.init("entry", "s")], []),
            .init("SetChatState", [.init("state", "s")], [.init("told", "b")]),
            .init("SetDraft", [.init("text", "s"), .init("options", "a{sv}")], []),
            .init("Set", [.init("settings", "a{sv}")], []),
            .init("Purge", [.init("options", "a{sv}")], [.init("removed", "t")]),
        ],
        properties: [
            .init("Id", "s", isWritable: false, change: .constant),
            .init("Account", "o", isWritable: false, change: .constant),
            .init("JID", "s", isWritable: false, change: .constant),
            .init("Kind", "s", isWritable: false, change: .constant),
            .init("Unread", "u", isWritable: false, change: .value),
            .init("Mentions", "u", isWritable: false, change: .value),
            .init("ReadUpTo", "s", isWritable: false, change: .value),
            .init("Draft", "a{sv}", isWritable: false, change: .value),
            .init("ChatStates", "a{ss}", isWritable: false, change: .value),
            .init("Settings", "a{sv}", isWritable: false, change: .value),
        ],
        signals: [],
        xml: #"""
          <interface name="org.saluton.Conversation1">
            <method name="Send">
              <annotation name="org.saluton.Errors" value="InvalidArguments StorageFailed StorageFull"/>
              <annotation name="org.saluton.Command" value="saluton message send romeo@example.org 'Wherefore art thou?'"/>
              <arg name="texts" type="a{ss}" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
              <arg name="entry" type="s" direction="out"/>
            </method>
            <method name="History">
              <annotation name="org.saluton.Errors" value="InvalidArguments StorageFailed"/>
              <annotation name="org.saluton.Command" value="saluton history romeo@example.org --last 20"/>
              <arg name="limit" type="u" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
              <arg name="entries" type="aa{sv}" direction="out"/>
              <arg name="earlier" type="s" direction="out"/>
              <arg name="later" type="s" direction="out"/>
            </method>
            <method name="GetEntry">
              <annotation name="org.saluton.Errors" value="NoSuchEntry StorageFailed"/>
              <annotation name="org.saluton.Command" value="saluton history romeo@example.org --last 1 --json"/>
              <arg name="entry" type="s" direction="in"/>
              <arg name="content" type="a{sv}" direction="out"/>
            </method>
            <method name="Correct">
              <annotation name="org.saluton.Errors" value="InvalidArguments NoSuchEntry NotAllowed StorageFailed StorageFull"/>
              <annotation name="org.saluton.Command" value="saluton message correct romeo@example.org 'Wherefore art thou Romeo?'"/>
              <arg name="entry" type="s" direction="in"/>
              <arg name="texts" type="a{ss}" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
            </method>
            <method name="Retract">
              <annotation name="org.saluton.Errors" value="InvalidArguments NoSuchEntry NotAllowed StorageFailed StorageFull"/>
              <annotation name="org.saluton.Command" value="saluton message retract romeo@example.org"/>
              <arg name="entry" type="s" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
            </method>
            <method name="React">
              <annotation name="org.saluton.Errors" value="InvalidArguments NoSuchEntry NotAllowed StorageFailed StorageFull"/>
              <annotation name="org.saluton.Command" value="saluton message react romeo@example.org 🌹"/>
              <arg name="entry" type="s" direction="in"/>
              <arg name="reactions" type="as" direction="in"/>
            </method>
            <method name="Versions">
              <annotation name="org.saluton.Errors" value="NoSuchEntry StorageFailed"/>
              <annotation name="org.saluton.Command" value="saluton message versions e12"/>
              <arg name="entry" type="s" direction="in"/>
              <arg name="versions" type="aa{sv}" direction="out"/>
            </method>
            <method name="Cancel">
              <annotation name="org.saluton.Errors" value="NoSuchEntry NotAllowed StorageFailed StorageFull"/>
              <annotation name="org.saluton.Command" value="saluton message cancel e12"/>
              <arg name="entry" type="s" direction="in"/>
            </method>
            <method name="Retry">
              <annotation name="org.saluton.Errors" value="NoSuchEntry NotAllowed StorageFailed StorageFull"/>
              <annotation name="org.saluton.Command" value="saluton message retry e12"/>
              <arg name="entry" type="s" direction="in"/>
            </method>
            <method name="MarkRead">
              <annotation name="org.saluton.Errors" value="NoSuchEntry StorageFailed StorageFull"/>
              <annotation name="org.saluton.Command" value="saluton conversation read romeo@example.org"/>
              <arg name="entry" type="s" direction="in"/>
            </method>
            <method name="SetChatState">
              <annotation name="org.saluton.Errors" value="InvalidArguments"/>
              <annotation name="org.saluton.Command" value="saluton conversation set romeo@example.org --typing on"/>
              <arg name="state" type="s" direction="in"/>
              <arg name="told" type="b" direction="out"/>
            </method>
            <method name="SetDraft">
              <annotation name="org.saluton.Errors" value="InvalidArguments NoSuchEntry StorageFailed StorageFull"/>
              <annotation name="org.saluton.Command" value="saluton conversation draft romeo@example.org 'Good night'"/>
              <arg name="text" type="s" direction="in"/>
              <arg name="options" type="a{sv}" direction="in"/>
            </method>
            <method name="Set">
              <annotation name="org.saluton.Errors" value="InvalidArguments StorageFailed StorageFull"/>
              <annotation name="org.saluton.Command" value="saluton conversation set romeo@example.org --pin"/>
              <arg name="settings" type="a{sv}" direction="in"/>
            </method>
            <method name="Purge">
              <annotation name="org.saluton.Errors" value="InvalidArguments StorageFailed StorageFull"/>
              <annotation name="org.saluton.Command" value="saluton history purge romeo@example.org"/>
              <arg name="options" type="a{sv}" direction="in"/>
              <arg name="removed" type="t" direction="out"/>
            </method>
            <property name="Id" type="s" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="const"/>
            </property>
            <property name="Account" type="o" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="const"/>
            </property>
            <property name="JID" type="s" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="const"/>
            </property>
            <property name="Kind" type="s" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="const"/>
            </property>
            <property name="Unread" type="u" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="true"/>
            </property>
            <property name="Mentions" type="u" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="true"/>
            </property>
            <property name="ReadUpTo" type="s" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="true"/>
            </property>
            <property name="Draft" type="a{sv}" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="true"/>
            </property>
            <property name="ChatStates" type="a{ss}" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="true"/>
            </property>
            <property name="Settings" type="a{sv}" access="read">
              <annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="true"/>
            </property>
          </interface>
        """#)

    /// The state of an object, as far as this interface shows it.
    public struct Properties: InterfaceProperties, Equatable {
        /// short and stable, as in the path and in events.
        public var id: String = ""
        /// path of the account it belongs to.
        public var account: ObjectPath = "/"
        /// bare JID of the other side.
        public var jid: String = ""
        /// chat or room.
        public var kind: String = ""
        /// how many entries of others are newer than what the user has seen.
        public var unread: UInt32 = 0
        /// how many of these call the user.
        public var mentions: UInt32 = 0
        /// the newest entry that the user has seen; empty for none.
        public var readUpTo: String = ""
        /// what SetDraft kept. Keys: text (s), reply-to (s), time (x). Empty for none.
        public var draft: Fields = [:]
        /// what the others do now, by their address (in rooms that of the occupant): composing, paused, active,
        /// inactive or gone. Whoever is not named does nothing that is known. Not stored, and not in the log of
        /// events: it is believed for minutes only.
        public var chatStates: OrderedEntries<String, String> = [:]
        /// those that differ from the default. Keys: open (b): it stands in the list of conversations; pinned (b);
        /// notify (s: all, mentions, none: what calls for attention); muted-until (x, µs since 1970 UTC: silent
        /// until then, or as notify says); retention (u, seconds until entries are deleted; 0: never, whatever the
        /// account says).
        public var settings: Fields = [:]

        public static var interface: InterfaceDescription { Conversation1.interface }

        public init() {}

        public init(
            id: String = "", account: ObjectPath = "/", jid: String = "", kind: String = "", unread: UInt32 = 0,
            mentions: UInt32 = 0, readUpTo: String = "", draft: Fields = [:], chatStates: OrderedEntries<String, String>
            = [:], settings: Fields = [:]
        ) {
            self.id = id
            self.account = account
            self.jid = jid
            self.kind = kind
            self.unread = unread
            self.mentions = mentions
            self.readUpTo = readUpTo
            self.draft = draft
            self.chatStates = chatStates
            self.settings = settings
        }

        public var values: [Value?] {
            [
                id.busValue, account.busValue, jid.busValue, kind.busValue, unread.busValue, mentions.busValue,
                readUpTo.busValue, draft.busValue, chatStates.busValue, settings.busValue
            ]
        }

        public mutating func apply(_ fields: Fields) throws(BusError) {
            if let id = try fields.get("Id", as: String.self) { self.id = id }
            if let account = try fields.get("Account", as: ObjectPath.self) { self.account = account }
            if let jid = try fields.get("JID", as: String.self) { self.jid = jid }
            if let kind = try fields.get("Kind", as: String.self) { self.kind = kind }
            if let unread = try fields.get("Unread", as: UInt32.self) { self.unread = unread }
            if let mentions = try fields.get("Mentions", as: UInt32.self) { self.mentions = mentions }
            if let readUpTo = try fields.get("ReadUpTo", as: String.self) { self.readUpTo = readUpTo }
            if let draft = try fields.get("Draft", as: Fields.self) { self.draft = draft }
            if let chatStates = try fields.get("ChatStates", as: OrderedEntries<String, String>.self) { self.chatStates = chatStates }
            if let settings = try fields.get("Settings", as: Fields.self) { self.settings = settings }
        }
    }
}

/// The server's side of `org.saluton.Conversation1`.
public protocol Conversation1Service: Sendable {
    /// queues a message and returns its entry, stored; what becomes of it comes as events of the kind
    /// `message-state`. It waits while the account is offline.
    /// - Parameters:
    ///   - texts: text by language tag; the empty tag for none. At most 16 texts, 240,000 bytes in all, & counting
    ///   five.
    ///   - options: subjects (a{ss}); type (s: chat, normal, headline, groupchat; default chat); thread (s, at most
    ///   256 bytes); thread-parent (s); resource (s): only to this resource; token (s, at most 128 bytes): a second
    ///   call with the same token returns the first entry; reply-to (s): the entry this answers; spoiler (s): hide
    ///   the text behind this hint, which may be empty; link (s): the message is this URL; attention (b): call the
    ///   other side. Unknown keys fail.
    /// - Returns: `entry`: its id.
    /// - Throws: InvalidArguments, StorageFailed, StorageFull
    /// Source: RFC 6121 §5.
    func send(_ call: BusCall, texts: OrderedEntries<String, String>, options: Fields) async throws(BusError) -> String

    /// a page of entries, oldest first. Where the server's archive may have more than is here, it is asked first,
    /// for 10 seconds at most; the answer is what is here then.
    /// - Parameters:
    ///   - limit: at most this many, 1-500.
    ///   - options: before (s): entries before this cursor; after (s): entries after it; neither: the newest.
    ///   Unknown keys fail.
    /// - Returns: `entries`: as described above.
    /// - Returns: `earlier`: cursor for the page before; empty when there is none, here or, as far as it can be
    /// asked, in the archive.
    /// - Returns: `later`: cursor for the page after; entries yet to come will be there.
    /// - Throws: InvalidArguments, StorageFailed
    func history(
        _ call: BusCall, limit: UInt32, options: Fields
    ) async throws(BusError) -> (entries: [Fields], earlier: String, later: String)

    /// one entry.
    /// - Parameters:
    ///   - entry: its id.
    /// - Returns: `content`: as described above.
    /// - Throws: NoSuchEntry, StorageFailed
    func getEntry(_ call: BusCall, entry: String) async throws(BusError) -> Fields

    /// replaces the text of an own message, here and, as far as their programs can, with everybody who has it. What
    /// stood there before is kept, see Versions.
    /// - Parameters:
    ///   - entry: the message.
    ///   - texts: as in Send.
    ///   - options: subjects (a{ss}). Unknown keys fail.
    /// - Throws: InvalidArguments, NoSuchEntry, NotAllowed, StorageFailed, StorageFull
    /// Source: XEP-0308.
    func correct(
        _ call: BusCall, entry: String, texts: OrderedEntries<String, String>, options: Fields
    ) async throws(BusError)

    /// deletes an own message here and asks everybody else to do the same; nobody can be made to.
    /// - Parameters:
    ///   - entry: the message.
    ///   - options: no keys yet; unknown keys fail.
    /// - Throws: InvalidArguments, NoSuchEntry, NotAllowed, StorageFailed, StorageFull
    /// Source: XEP-0424.
    func retract(_ call: BusCall, entry: String, options: Fields) async throws(BusError)

    /// sets the user's reactions to an entry; they replace those given before.
    /// - Parameters:
    ///   - entry: the entry.
    ///   - reactions: at most 16 emoji; none takes all back.
    /// - Throws: InvalidArguments, NoSuchEntry, NotAllowed, StorageFailed, StorageFull
    /// Source: XEP-0444.
    func react(_ call: BusCall, entry: String, reactions: [String]) async throws(BusError)

    /// the texts an entry had before it was corrected, oldest first.
    /// - Parameters:
    ///   - entry: the entry.
    /// - Returns: `versions`: texts (a{ss}), subjects (a{ss}), time (x, since when it read so).
    /// - Throws: NoSuchEntry, StorageFailed
    func versions(_ call: BusCall, entry: String) async throws(BusError) -> [Fields]

    /// takes back a message that was not sent yet.
    /// - Parameters:
    ///   - entry: the message.
    /// - Throws: NoSuchEntry, NotAllowed, StorageFailed, StorageFull
    func cancel(_ call: BusCall, entry: String) async throws(BusError)

    /// queues again what failed or is held.
    /// - Parameters:
    ///   - entry: the message, which stands for what was to be said about it too, or the id of such an act.
    /// - Throws: NoSuchEntry, NotAllowed, StorageFailed, StorageFull
    func retry(_ call: BusCall, entry: String) async throws(BusError)

    /// the user has seen everything up to an entry; never goes back.
    /// - Parameters:
    ///   - entry: the entry; empty for the newest.
    /// - Throws: NoSuchEntry, StorageFailed, StorageFull
    func markRead(_ call: BusCall, entry: String) async throws(BusError)

    /// tells the other side what the user does now; nothing is stored. They are told when their own messages say
    /// such things, they see our presence and are online, and the account's setting chat-states allows it; the same
    /// is not told twice in a row. Messages say active by themselves.
    /// - Parameters:
    ///   - state: composing, paused, active, inactive or gone.
    /// - Returns: `told`: whether the other side was told.
    /// - Throws: InvalidArguments
    /// Source: XEP-0085 §5.
    func setChatState(_ call: BusCall, state: String) async throws(BusError) -> Bool

    /// keeps what the user has begun to write; every frontend has it.
    /// - Parameters:
    ///   - text: at most 64 KiB; empty for none.
    ///   - options: reply-to (s): the entry it answers.
    /// - Throws: InvalidArguments, NoSuchEntry, StorageFailed, StorageFull
    func setDraft(_ call: BusCall, text: String, options: Fields) async throws(BusError)

    /// changes settings of the conversation, all or none, and stores them.
    /// - Parameters:
    ///   - settings: those to change, as in Settings; notify all, or muted-until 0, ends silence; retention -1 (x)
    ///   takes the setting away, and counts from 60 seconds. Unknown keys fail.
    /// - Throws: InvalidArguments, StorageFailed, StorageFull
    func set(_ call: BusCall, settings: Fields) async throws(BusError)

    /// deletes entries here for good, with their index and versions; no archive brings them back. Words in the
    /// index and in the log are cleaned away right afterwards; what waits to be sent stays.
    /// - Parameters:
    ///   - options: before (x, µs since 1970 UTC): only those written before; default all. Unknown keys fail.
    /// - Returns: `removed`: how many.
    /// - Throws: InvalidArguments, StorageFailed, StorageFull
    func purge(_ call: BusCall, options: Fields) async throws(BusError) -> UInt64
}

extension Conversation1 {
    /// Puts a service and its outlet together, for the object tree.
    public static func serve(_ service: some Conversation1Service, _ outlet: Outlet) -> ServedInterface {
        ServedInterface(
            outlet,
            dispatch: { dispatch(service, $0, $1, $2) },
            set: { _, _, _ in .unknownMember })
    }

    private static func dispatch(
        _ service: some Conversation1Service, _ call: BusCall, _ method: Int, _ arguments: [Value]
    ) -> CallAnswer {
        switch method {
        case 0:  // Send
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.send(call, texts: input.next(), options: input.next())
                return [output.busValue]
            }
        case 1:  // History
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.history(call, limit: input.next(), options: input.next())
                return [output.entries.busValue, output.earlier.busValue, output.later.busValue]
            }
        case 2:  // GetEntry
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.getEntry(call, entry: input.next())
                return [output.busValue]
            }
        case 3:  // Correct
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                try await service.correct(
                    call, entry: input.next(), texts: input.next(), options: input.next())
                return []
            }
        case 4:  // Retract
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                try await service.retract(call, entry: input.next(), options: input.next())
                return []
            }
        case 5:  // React
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                try await service.react(call, entry: input.next(), reactions: input.next())
                return []
            }
        case 6:  // Versions
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.versions(call, entry: input.next())
                return [output.busValue]
            }
        case 7:  // Cancel
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                try await service.cancel(call, entry: input.next())
                return []
            }
        case 8:  // Retry
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                try await service.retry(call, entry: input.next())
                return []
            }
        case 9:  // MarkRead
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                try await service.markRead(call, entry: input.next())
                return []
            }
        case 10:  // SetChatState
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.setChatState(call, state: input.next())
                return [output.busValue]
            }
        case 11:  // SetDraft
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                try await service.setDraft(call, text: input.next(), options: input.next())
                return []
            }
        case 12:  // Set
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                try await service.set(call, settings: input.next())
                return []
            }
        case 13:  // Purge
            .later { () async throws(BusError) in
                var input = Arguments(arguments)
                let output = try await service.purge(call, options: input.next())
                return [output.busValue]
            }
        default: .unknownMember
        }
    }
}

/// The client's side of `org.saluton.Conversation1`, for one object.
public struct Conversation1Proxy: Sendable {
    public let client: any BusClient
    public let path: ObjectPath
    /// Time for each answer; nil for the usual one.
    public var timeout: Duration?

    public init(_ client: any BusClient, _ path: ObjectPath, timeout: Duration? = nil) {
        self.client = client
        self.path = path
        self.timeout = timeout
    }

    /// queues a message and returns its entry, stored; what becomes of it comes as events of the kind
    /// `message-state`. It waits while the account is offline.
    /// - Parameters:
    ///   - texts: text by language tag; the empty tag for none. At most 16 texts, 240,000 bytes in all, & counting
    ///   five.
    ///   - options: subjects (a{ss}); type (s: chat, normal, headline, groupchat; default chat); thread (s, at most
    ///   256 bytes); thread-parent (s); resource (s): only to this resource; token (s, at most 128 bytes): a second
    ///   call with the same token returns the first entry; reply-to (s): the entry this answers; spoiler (s): hide
    ///   the text behind this hint, which may be empty; link (s): the message is this URL; attention (b): call the
    ///   other side. Unknown keys fail.
    /// - Returns: `entry`: its id.
    /// - Throws: InvalidArguments, StorageFailed, StorageFull
    /// Source: RFC 6121 §5.
    public func send(texts: OrderedEntries<String, String>, options: Fields) async throws(BusError) -> String {
        let reply = try await client.call(
            path, Conversation1.interface.name, "Send", [texts.busValue, options.busValue], timeout: timeout)
        var output = Arguments(reply)
        return try output.next()
    }

    /// a page of entries, oldest first. Where the server's archive may have more than is here, it is asked first,
    /// for 10 seconds at most; the answer is what is here then.
    /// - Parameters:
    ///   - limit: at most this many, 1-500.
    ///   - options: before (s): entries before this cursor; after (s): entries after it; neither: the newest.
    ///   Unknown keys fail.
    /// - Returns: `entries`: as described above.
    /// - Returns: `earlier`: cursor for the page before; empty when there is none, here or, as far as it can be
    /// asked, in the archive.
    /// - Returns: `later`: cursor for the page after; entries yet to come will be there.
    /// - Throws: InvalidArguments, StorageFailed
    public func history(
        limit: UInt32, options: Fields
    ) async throws(BusError) -> (entries: [Fields], earlier: String, later: String) {
        let reply = try await client.call(
            path, Conversation1.interface.name, "History", [limit.busValue, options.busValue], timeout: timeout)
        var output = Arguments(reply)
        return (entries: try output.next(), earlier: try output.next(), later: try output.next())
    }

    /// one entry.
    /// - Parameters:
    ///   - entry: its id.
    /// - Returns: `content`: as described above.
    /// - Throws: NoSuchEntry, StorageFailed
    public func getEntry(entry: String) async throws(BusError) -> Fields {
        let reply = try await client.call(
            path, Conversation1.interface.name, "GetEntry", [entry.busValue], timeout: timeout)
        var output = Arguments(reply)
        return try output.next()
    }

    /// replaces the text of an own message, here and, as far as their programs can, with everybody who has it. What
    /// stood there before is kept, see Versions.
    /// - Parameters:
    ///   - entry: the message.
    ///   - texts: as in Send.
    ///   - options: subjects (a{ss}). Unknown keys fail.
    /// - Throws: InvalidArguments, NoSuchEntry, NotAllowed, StorageFailed, StorageFull
    /// Source: XEP-0308.
    public func correct(entry: String, texts: OrderedEntries<String, String>, options: Fields) async throws(BusError) {
        _ = try await client.call(
            path, Conversation1.interface.name, "Correct", [entry.busValue, texts.busValue, options.busValue],
            timeout: timeout)
    }

    /// deletes an own message here and asks everybody else to do the same; nobody can be made to.
    /// - Parameters:
    ///   - entry: the message.
    ///   - options: no keys yet; unknown keys fail.
    /// - Throws: InvalidArguments, NoSuchEntry, NotAllowed, StorageFailed, StorageFull
    /// Source: XEP-0424.
    public func retract(entry: String, options: Fields) async throws(BusError) {
        _ = try await client.call(
            path, Conversation1.interface.name, "Retract", [entry.busValue, options.busValue], timeout: timeout)
    }

    /// sets the user's reactions to an entry; they replace those given before.
    /// - Parameters:
    ///   - entry: the entry.
    ///   - reactions: at most 16 emoji; none takes all back.
    /// - Throws: InvalidArguments, NoSuchEntry, NotAllowed, StorageFailed, StorageFull
    /// Source: XEP-0444.
    public func react(entry: String, reactions: [String]) async throws(BusError) {
        _ = try await client.call(
            path, Conversation1.interface.name, "React", [entry.busValue, reactions.busValue], timeout: timeout)
    }

    /// the texts an entry had before it was corrected, oldest first.
    /// - Parameters:
    ///   - entry: the entry.
    /// - Returns: `versions`: texts (a{ss}), subjects (a{ss}), time (x, since when it read so).
    /// - Throws: NoSuchEntry, StorageFailed
    public func versions(entry: String) async throws(BusError) -> [Fields] {
        let reply = try await client.call(
            path, Conversation1.interface.name, "Versions", [entry.busValue], timeout: timeout)
        var output = Arguments(reply)
        return try output.next()
    }

    /// takes back a message that was not sent yet.
    /// - Parameters:
    ///   - entry: the message.
    /// - Throws: NoSuchEntry, NotAllowed, StorageFailed, StorageFull
    public func cancel(entry: String) async throws(BusError) {
        _ = try await client.call(
            path, Conversation1.interface.name, "Cancel", [entry.busValue], timeout: timeout)
    }

    /// queues again what failed or is held.
    /// - Parameters:
    ///   - entry: the message, which stands for what was to be said about it too, or the id of such an act.
    /// - Throws: NoSuchEntry, NotAllowed, StorageFailed, StorageFull
    public func retry(entry: String) async throws(BusError) {
        _ = try await client.call(
            path, Conversation1.interface.name, "Retry", [entry.busValue], timeout: timeout)
    }

    /// the user has seen everything up to an entry; never goes back.
    /// - Parameters:
    ///   - entry: the entry; empty for the newest.
    /// - Throws: NoSuchEntry, StorageFailed, StorageFull
    public func markRead(entry: String) async throws(BusError) {
        _ = try await client.call(
            path, Conversation1.interface.name, "MarkRead", [entry.busValue], timeout: timeout)
    }

    /// tells the other side what the user does now; nothing is stored. They are told when their own messages say
    /// such things, they see our presence and are online, and the account's setting chat-states allows it; the same
    /// is not told twice in a row. Messages say active by themselves.
    /// - Parameters:
    ///   - state: composing, paused, active, inactive or gone.
    /// - Returns: `told`: whether the other side was told.
    /// - Throws: InvalidArguments
    /// Source: XEP-0085 §5.
    public func setChatState(state: String) async throws(BusError) -> Bool {
        let reply = try await client.call(
            path, Conversation1.interface.name, "SetChatState", [state.busValue], timeout: timeout)
        var output = Arguments(reply)
        return try output.next()
    }

    /// keeps what the user has begun to write; every frontend has it.
    /// - Parameters:
    ///   - text: at most 64 KiB; empty for none.
    ///   - options: reply-to (s): the entry it answers.
    /// - Throws: InvalidArguments, NoSuchEntry, StorageFailed, StorageFull
    public func setDraft(text: String, options: Fields) async throws(BusError) {
        _ = try await client.call(
            path, Conversation1.interface.name, "SetDraft", [text.busValue, options.busValue], timeout: timeout)
    }

    /// changes settings of the conversation, all or none, and stores them.
    /// - Parameters:
    ///   - settings: those to change, as in Settings; notify all, or muted-until 0, ends silence; retention -1 (x)
    ///   takes the setting away, and counts from 60 seconds. Unknown keys fail.
    /// - Throws: InvalidArguments, StorageFailed, StorageFull
    public func set(settings: Fields) async throws(BusError) {
        _ = try await client.call(
            path, Conversation1.interface.name, "Set", [settings.busValue], timeout: timeout)
    }

    /// deletes entries here for good, with their index and versions; no archive brings them back. Words in the
    /// index and in the log are cleaned away right afterwards; what waits to be sent stays.
    /// - Parameters:
    ///   - options: before (x, µs since 1970 UTC): only those written before; default all. Unknown keys fail.
    /// - Returns: `removed`: how many.
    /// - Throws: InvalidArguments, StorageFailed, StorageFull
    public func purge(options: Fields) async throws(BusError) -> UInt64 {
        let reply = try await client.call(
            path, Conversation1.interface.name, "Purge", [options.busValue], timeout: timeout)
        var output = Arguments(reply)
        return try output.next()
    }

    /// Reads: short and stable, as in the path and in events.
    public func getId() async throws(BusError) -> String {
        try await client.property(path, Conversation1.interface.name, "Id")
    }

    /// Reads: path of the account it belongs to.
    public func getAccount() async throws(BusError) -> ObjectPath {
        try await client.property(path, Conversation1.interface.name, "Account")
    }

    /// Reads: bare JID of the other side.
    public func getJID() async throws(BusError) -> String {
        try await client.property(path, Conversation1.interface.name, "JID")
    }

    /// Reads: chat or room.
    public func getKind() async throws(BusError) -> String {
        try await client.property(path, Conversation1.interface.name, "Kind")
    }

    /// Reads: how many entries of others are newer than what the user has seen.
    public func getUnread() async throws(BusError) -> UInt32 {
        try await client.property(path, Conversation1.interface.name, "Unread")
    }

    /// Reads: how many of these call the user.
    public func getMentions() async throws(BusError) -> UInt32 {
        try await client.property(path, Conversation1.interface.name, "Mentions")
    }

    /// Reads: the newest entry that the user has seen; empty for none.
    public func getReadUpTo() async throws(BusError) -> String {
        try await client.property(path, Conversation1.interface.name, "ReadUpTo")
    }

    /// Reads: what SetDraft kept. Keys: text (s), reply-to (s), time (x). Empty for none.
    public func getDraft() async throws(BusError) -> Fields {
        try await client.property(path, Conversation1.interface.name, "Draft")
    }

    /// Reads: what the others do now, by their address (in rooms that of the occupant): composing, paused, active,
    /// inactive or gone. Whoever is not named does nothing that is known. Not stored, and not in the log of events:
    /// it is believed for minutes only.
    public func getChatStates() async throws(BusError) -> OrderedEntries<String, String> {
        try await client.property(path, Conversation1.interface.name, "ChatStates")
    }

    /// Reads: those that differ from the default. Keys: open (b): it stands in the list of conversations; pinned
    /// (b); notify (s: all, mentions, none: what calls for attention); muted-until (x, µs since 1970 UTC: silent
    /// until then, or as notify says); retention (u, seconds until entries are deleted; 0: never, whatever the
    /// account says).
    public func getSettings() async throws(BusError) -> Fields {
        try await client.property(path, Conversation1.interface.name, "Settings")
    }

    /// Reads all properties at once.
    public func properties() async throws(BusError) -> Conversation1.Properties {
        try await client.properties(path)
    }

    /// Follows the properties: subscribe first, then read.
    public func changes() async throws(BusError) -> BusUpdates<PropertiesChanged> {
        try await client.changes(of: Conversation1.Properties.self, at: path)
    }
}
