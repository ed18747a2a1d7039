import FrontendKit
import JSONText

/// How long something is kept, in words.
enum RetentionText {
    /// - Parameter seconds: 0: for ever; below: as something wider says.
    static func text(_ seconds: Int64) -> String {
        switch seconds {
        case ..<0: "as usual"
        case 0: "kept for ever"
        default: Span.text(seconds: UInt64(seconds))
        }
    }
}

/// After which time entries are deleted, and who says so.
struct RetentionReport: Report {
    /// Seconds; 0: never.
    var daemon: Int64
    var account: AccountShape
    var conversation: ConversationShape?

    var json: JSON {
        var members = [
            JSON.Member("seconds", .integer(seconds)), JSON.Member("daemon", .integer(daemon)),
            JSON.Member("account", .integer(account.retention)),
        ]
        if let own = conversation?.retention { members.append(JSON.Member("conversation", .integer(own))) }
        return .object(members)
    }

    /// What applies.
    private var seconds: Int64 {
        if let own = conversation?.retention, own >= 0 { return own }
        return account.retention >= 0 ? account.retention : daemon
    }

    func lines(_ time: LocalTime) -> [String] {
        var sheet = FactSheet()
        sheet.add("All accounts", RetentionText.text(daemon))
        sheet.add(account.jid.printable, RetentionText.text(account.retention))
        if let conversation {
            sheet.add(conversation.jid.printable, RetentionText.text(conversation.retention ?? -1))
        }
        sheet.add("Applies", RetentionText.text(seconds))
        return sheet.lines
    }
}
