import Domain
import JSONText
import Store
import XMPPAddresses

/// What the event log tells of an account's connection and archive.
struct AccountStatus: Sendable {
    var state: AccountState
    var problem: Problem?
    var archive: ArchiveStatus

    /// The payload of an `account-state` event; keys as in `docs/events.md`.
    func payload(of account: Account) -> String {
        var json = JSONWriter()
        json.object {
            $0.member("account", account.id.description)
            $0.member("jid", account.jid.description)
            $0.member("state", state.rawValue)
            $0.member("problem", problem)
            $0.member("archive", archive.name)
            $0.member("archive-problem", archive.problem)
        }
        return json.text
    }
}

/// What differs in its details only is no news: how much of the archive is here, or which address was tried last.
extension AccountStatus: Equatable {
    static func == (left: Self, right: Self) -> Bool {
        left.state == right.state && left.archive.name == right.archive.name && isSame(left.problem, right.problem)
            && isSame(left.archive.problem, right.archive.problem)
    }

    private static func isSame(_ left: Problem?, _ right: Problem?) -> Bool {
        left?.code == right?.code && left?.sentence == right?.sentence
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ name: String, _ problem: Problem?) {
        guard let problem else { return }
        key(name)
        object {
            $0.member("code", problem.code)
            $0.member("sentence", problem.sentence)
            $0.member("action", ifPresent: problem.action)
        }
    }
}
