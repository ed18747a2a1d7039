import FrontendKit
import JSONText

/// A conversation, and the last that was said in it.
struct ConversationReport: Report {
    var conversation: ConversationShape
    var last: EntryShape?
    /// µs since 1970, UTC.
    var now: Int64

    var json: JSON {
        var members = conversation.json.members ?? []
        if let last { members.append(JSON.Member("last", last.json)) }
        return .object(members)
    }

    func lines(_ time: LocalTime) -> [String] {
        var sheet = FactSheet()
        sheet.add("Address", conversation.jid.printable)
        sheet.add("Id", RemoteText(conversation.id).printable)
        sheet.add("Kind", RemoteText(conversation.kind).printable)
        sheet.add("Unread", conversation.unreadText)
        sheet.add("Read up to", conversation.readUpTo.map { RemoteText($0).printable })
        sheet.add("Draft", conversation.draft?.printableLines ?? [])
        sheet.add("Draft answers", conversation.draftReply.map { RemoteText($0).printable })
        sheet.add("They are", conversation.chatStates.map { "\($0.state.printable): \($0.author.printable)" })
        sheet.add("In the list", conversation.isOpen ? "yes" : "no")
        sheet.add("Pinned", conversation.isPinned ? "yes" : nil)
        sheet.add("Muted until", conversation.mutedUntil(after: now).map(time.text))
        sheet.add("Notify", conversation.notify.map { RemoteText($0).printable })
        sheet.add("Kept for", conversation.retention.map(RetentionText.text))
        let latest = last.map { EntryReport(entry: $0, showsPlace: true).lines(time) } ?? []
        return sheet.lines + latest
    }
}

/// All conversations, one a line: pinned ones first, then those where something was said last.
struct ConversationListReport: Report {
    var conversations: [ConversationReport]
    /// The accounts by their ids, where they are of several.
    var accounts: [String: RemoteText] = [:]

    var json: JSON { ["conversations": .array(sorted.map(\.json))] }

    private var sorted: [ConversationReport] {
        conversations.sorted { first, second in
            let (one, other) = (first.conversation, second.conversation)
            if one.isPinned != other.isPinned { return one.isPinned }
            let (newer, older) = (first.last?.time ?? 0, second.last?.time ?? 0)
            return newer == older ? (one.address, one.account) < (other.address, other.account) : newer > older
        }
    }

    func lines(_ time: LocalTime) -> [String] {
        guard !conversations.isEmpty else { return ["No conversations.  Begin one: saluton message send JID TEXT"] }
        let isSeveral = !accounts.isEmpty
        let head = ["ADDRESS"] + (isSeveral ? ["ACCOUNT"] : []) + ["UNREAD", "REMARKS", "LAST", "TEXT"]
        var table = TextTable(head)
        for report in sorted {
            let account = isSeveral ? [accounts[report.conversation.accountID]?.printable ?? ""] : []
            table.append(
                [report.conversation.jid.printable] + account + [
                    report.conversation.unreadText ?? "", report.remarks, report.last?.time.map(time.text) ?? "",
                    report.lastText,
                ])
        }
        return table.lines
    }
}

extension ConversationReport {
    /// `pinned, muted, draft, composing`.
    fileprivate var remarks: String {
        var remarks: [String] = []
        if conversation.isPinned { remarks.append("pinned") }
        if !conversation.isOpen { remarks.append("closed") }
        if conversation.mutedUntil(after: now) != nil { remarks.append("muted") }
        if conversation.draft != nil { remarks.append("draft") }
        if conversation.chatStates.contains(where: { $0.state == RemoteText("composing") }) {
            remarks.append("writing")
        }
        return remarks.joined(separator: ", ")
    }

    fileprivate var lastText: String {
        guard let last else { return "" }
        return (last.isOutgoing ? "→ " : "← ") + last.summary.shortened(to: 60)
    }
}

extension ConversationShape {
    /// `3, 1 to us`; nil for none.
    fileprivate var unreadText: String? {
        unread == 0 ? nil : mentions == 0 ? "\(unread)" : "\(unread), \(mentions) to us"
    }
}
