/// A notification as it is to be shown.
struct NotificationContent: Hashable, Sendable {
    /// The levels of the specification ("Urgency Levels").
    enum Urgency: UInt8, Hashable, Sendable {
        case low = 0
        case normal = 1
        case critical = 2
    }

    /// What the user can do with it; the raw values travel.
    enum Action: String, Hashable, Sendable {
        case open = "default"
        case markRead = "mark-read"
        case reply = "inline-reply"
        case accept
        case deny

        var label: String {
            switch self {
            case .open: "Open"
            case .markRead: "Mark as read"
            case .reply: "Reply"
            case .accept: "Accept"
            case .deny: "Deny"
            }
        }
    }

    /// Plain text, one line.
    var title: String
    /// Plain text; empty: none.
    var lines: [String] = []
    var urgency = Urgency.normal
    /// Of the specification's list ("Categories").
    var category = "im.received"
    var actions: [Action] = []
    /// Whether it only says otherwise what was shown before.
    var isSilent = false
}
