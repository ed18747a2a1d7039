import FrontendKit
import JSONText

/// All accounts, one a line.
struct AccountListReport: Report {
    var accounts: [AccountShape]

    var json: JSON { ["accounts": .array(accounts.map(\.json))] }

    func lines(_ time: LocalTime) -> [String] {
        guard !accounts.isEmpty else { return ["No accounts yet.  Add one: saluton account add JID"] }
        var table = TextTable("ID", "ADDRESS", "STATE", "WAITING", "PROBLEM")
        for account in accounts {
            table.append([
                RemoteText(account.id).printable, account.jid.printable, RemoteText(account.state.name).printable,
                account.queued == 0 ? "" : "\(account.queued)", account.problem?.summary ?? "",
            ])
        }
        return table.lines
    }
}

/// Where one account stands: one line, and what to do where something is wrong.
struct AccountStatusReport: Report {
    var account: AccountShape
    /// µs since 1970, UTC.
    var now: Int64

    var json: JSON { account.json }

    func lines(_ time: LocalTime) -> [String] {
        var line = "\(account.jid.printable): \(RemoteText(account.state.name).printable)"
        if let bound = account.boundJID { line += " as \(bound.printable)" }
        if let next = account.nextTry {
            let left = max(0, next.subtractingReportingOverflow(now).partialValue)
            line += ", next try at \(time.clockText(next)) (in \(Span.text(seconds: UInt64(left / 1_000_000))))"
        }
        if account.queued > 0 { line += ", \(account.queued) to be sent" }
        return [line] + (account.problem?.lines ?? [])
    }
}

/// Where all accounts stand.
struct StatusReport: Report {
    var accounts: [AccountStatusReport]

    var json: JSON { ["accounts": .array(accounts.map(\.json))] }

    func lines(_ time: LocalTime) -> [String] {
        accounts.isEmpty ? AccountListReport(accounts: []).lines(time) : accounts.flatMap { $0.lines(time) }
    }
}

extension ProblemShape {
    /// What goes into a cell.
    var summary: String { sentence?.printable ?? code.printable }

    /// What went wrong, the rule, and what to do.
    var lines: [String] {
        var first = summary
        if let section { first += " (\(section.printable))" }
        let rest = [detail, action].compactMap { $0?.printable }
        return ([first] + rest).map { "  " + $0 }
    }
}
