import FrontendKit
import JSONText

/// Contacts, one a line.
struct RosterReport: Report {
    var contacts: [ContactShape]

    var json: JSON { ["contacts": .array(contacts.map(\.json))] }

    func lines(_ time: LocalTime) -> [String] {
        guard !contacts.isEmpty else { return ["No contacts."] }
        var table = TextTable("ADDRESS", "NAME", "SUBSCRIPTION", "PRESENCE", "GROUPS")
        for contact in contacts {
            table.append([
                contact.jid.printable, contact.name?.printable ?? "", contact.subscriptionText,
                contact.resources.first?.show.printable ?? "",
                contact.groups.map(\.printable).joined(separator: ", "),
            ])
        }
        return table.lines
    }
}

/// One contact with all its clients.
struct ContactReport: Report {
    var contact: ContactShape

    var json: JSON { contact.json }

    func lines(_ time: LocalTime) -> [String] {
        var sheet = FactSheet()
        sheet.add("Address", contact.jid.printable)
        sheet.add("Name", contact.name?.printable)
        sheet.add("Groups", contact.groups.map(\.printable).joined(separator: ", "))
        sheet.add("Subscription", contact.subscriptionText)
        sheet.add("Online", contact.resources.map(\.line))
        return sheet.lines
    }
}

/// What a contact's clients say.
struct ContactPresenceReport: Report {
    var contact: ContactShape

    var json: JSON { contact.json }

    func lines(_ time: LocalTime) -> [String] {
        contact.resources.isEmpty
            ? ["\(contact.jid.printable): not seen online"]
            : contact.resources.map { "\(contact.jid.printable)/\($0.line)" }
    }
}

/// What our own contacts see of us.
struct OwnPresenceReport: Report {
    var account: AccountShape

    var json: JSON {
        .object([JSON.Member("jid", account.json["jid"] ?? "")] + (account.presence.json.members ?? []))
    }

    func lines(_ time: LocalTime) -> [String] {
        let presence = account.presence
        var line = "\(account.jid.printable): \(presence.show.printable), priority \(presence.priority)"
        if account.state != .online { line += " (\(RemoteText(account.state.name).printable))" }
        return [line] + LanguageLines.lines(presence.statuses).map { "  " + $0 }
    }
}

extension ContactShape {
    /// `both`, `none, asked`, `none, approved`.
    var subscriptionText: String {
        ([RemoteText(subscription).printable] + (isAsked ? ["asked"] : []) + (isApproved ? ["approved"] : []))
            .joined(separator: ", ")
    }
}

extension ResourceShape {
    /// `balcony  away, priority 5  Back at five`.
    var line: String {
        var line = "\(resource.printable)  \(show.printable)"
        if priority != 0 { line += ", priority \(priority)" }
        return statuses.isEmpty ? line : line + "  " + LanguageLines.line(statuses)
    }
}
