import Backend
import Domain

/// What a notification says.
enum NotificationWriting {
    /// A conversation with what is new in it; `nil`: it is nothing to be told of.
    static func conversation(
        _ facts: ConversationFacts, _ events: [Event], isCall: Bool, isSilent: Bool, _ settings: NotificationSettings
    ) -> NotificationContent? {
        guard facts.unread > 0, isWanted(facts, isCall: isCall, settings) else { return nil }
        let lines = events.compactMap { NotificationNews.line($0.payload) }
        guard !lines.isEmpty else { return nil }
        var title = NotificationText.line(facts.name, NotificationBounds.title)
        if facts.unread > 1 { title += " (\(facts.unread))" }
        var content = NotificationContent(title: title, actions: [.open, .markRead], isSilent: isSilent)
        if !facts.isRoom { content.actions.append(.reply) }
        if settings.showsText {
            content.lines = Array(lines.suffix(NotificationBounds.lines))
        } else {
            content.lines = [facts.unread == 1 ? "A new message" : "\(facts.unread) new messages"]
        }
        // A stranger cannot make it stay on the screen.
        if isCall, facts.isContact { content.urgency = .critical }
        return content
    }

    private static func isWanted(_ facts: ConversationFacts, isCall: Bool, _ settings: NotificationSettings) -> Bool {
        guard !facts.isQuiet, settings.level != .none, facts.mute != .all else { return false }
        // In a room people talk to each other.
        return isCall || settings.level == .all && facts.mute == nil && !facts.isRoom
    }

    /// Many conversations at once.
    static func backlog(conversations: Int, messages: Int) -> NotificationContent {
        NotificationContent(
            title: "\(messages) new messages", lines: ["in \(conversations) conversations, while you were away"],
            urgency: .low)
    }

    /// Those who ask to see the account's presence; at least one.
    static func requests(_ addresses: [String], _ settings: NotificationSettings) -> NotificationContent? {
        guard let first = addresses.first, settings.level != .none else { return nil }
        let name = NotificationText.line(first, NotificationBounds.title)
        guard addresses.count == 1 else {
            return NotificationContent(
                title: "\(addresses.count) contact requests", lines: settings.showsText ? ["The first: \(name)"] : [],
                category: "presence")
        }
        return NotificationContent(
            title: settings.showsText ? name : "A contact request",
            lines: settings.showsText ? ["wants to see when you are online"] : [], category: "presence",
            actions: [.accept, .deny])
    }

    /// An account that waits for the user.
    static func problem(_ jid: String, _ problem: Problem, _ settings: NotificationSettings) -> NotificationContent? {
        guard settings.level != .none else { return nil }
        return NotificationContent(
            title: NotificationText.line("\(jid) cannot connect", NotificationBounds.title),
            lines: [problem.sentence, problem.action ?? ""].filter { !$0.isEmpty }.map {
                NotificationText.line($0, NotificationBounds.characters)
            }, urgency: .critical, category: "network.error")
    }
}
