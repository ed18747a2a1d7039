/// What the user wants to be told of by notifications; the same for all accounts.
public struct NotificationSettings: Hashable, Sendable {
    /// The raw values are the words on the bus and in the store.
    public enum Level: String, Hashable, Sendable, CaseIterable {
        /// Every message that is not muted.
        case all
        /// Only what names the user, wants attention, or waits for an answer of theirs.
        case calls
        case none
    }

    public var level = Level.all
    /// Whether texts are shown; without them only who wrote, and how much.
    public var showsText = true

    public init(level: Level = .all, showsText: Bool = true) {
        self.level = level
        self.showsText = showsText
    }

    /// Names of the settings in the store.
    public static let levelName = "notifications.level"
    public static let textName = "notifications.text"

    /// From the store's settings; what is not known counts as not set.
    public init(_ settings: [String: String]) {
        level = settings[Self.levelName].flatMap(Level.init) ?? .all
        showsText = settings[Self.textName] != "hidden"
    }
}
