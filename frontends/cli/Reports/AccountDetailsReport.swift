import FrontendKit
import JSONText

/// Everything about one account, except its secrets.
struct AccountDetailsReport: Report {
    var account: AccountShape

    var json: JSON { account.json }

    func lines(_ time: LocalTime) -> [String] {
        var sheet = FactSheet()
        sheet.add("Address", account.jid.printable)
        sheet.add("Id", RemoteText(account.id).printable)
        sheet.add("Enabled", account.isEnabled ? "yes" : "no")
        sheet.add("State", RemoteText(account.state.name).printable)
        if let problem = account.problem { sheet.add("Problem", problem.lines.map { String($0.dropFirst(2)) }) }
        sheet.add("Next try", account.nextTry.map(time.text))
        sheet.add("Bound as", account.boundJID?.printable)
        sheet.add("To be sent", account.queued == 0 ? nil : "\(account.queued)")
        if account.archive.state != "unknown" { sheet.add("Archive", archive) }
        sheet.add("Presence", presence)
        sheet.add("Security", Self.facts(account.security))
        sheet.add("Settings", Self.facts(account.settings))
        return sheet.lines
    }

    private var archive: [String] {
        let archive = account.archive
        let count = archive.fetched.map { ", \($0) messages so far" } ?? ""
        let lines = archive.problem?.lines.map { String($0.dropFirst(2)) } ?? []
        return [RemoteText(archive.state).printable + count] + lines
    }

    private var presence: String {
        let presence = account.presence
        let priority = presence.priority == 0 ? "" : ", priority \(presence.priority)"
        let statuses = presence.statuses.isEmpty ? "" : ", " + LanguageLines.line(presence.statuses)
        return presence.show.printable + priority + statuses
    }

    /// `name value`, one a line.
    private static func facts(_ json: JSON) -> [String] {
        (json.members ?? []).map { member in
            let value = member.value.string ?? member.value.text
            return RemoteText(member.name).printable + " " + RemoteText(value).printable
        }
    }
}
