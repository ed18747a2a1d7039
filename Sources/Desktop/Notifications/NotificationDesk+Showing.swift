import Backend
import Domain
import XMPPSessions

extension NotificationDesk {
    /// Shows what has waited long enough.
    func showDue() async {
        let (each, together) = book.takeDue(at: clock.now)
        let again = book.takeAgain(at: clock.now)
        guard !each.isEmpty || !together.isEmpty || !again.isEmpty else { return }
        let settings = await host.notificationSettings
        for due in each { await show(due, settings) }
        if !together.isEmpty { await show(together, settings) }
        for subject in again { await showAgain(subject, settings) }
    }

    private func show(_ due: NotificationBook.Due, _ settings: NotificationSettings) async {
        guard let facts = await host.facts(of: due.conversation) else { return }
        let subject = NotificationSubject.conversation(due.conversation)
        let old = book.shown[subject]
        let isCall = due.waiting.isCall || old?.isCall == true
        let events = Array(((old?.events ?? []) + due.waiting.events).suffix(NotificationBounds.lines))
        let content = NotificationWriting.conversation(facts, events, isCall: isCall, isSilent: false, settings)
        guard let content else { return }
        guard let number = await show(content, replacing: old?.number) else {
            return book.postpone(due, until: restsUntil)
        }
        book.set(
            subject,
            NotificationBook.Shown(
                number: number, account: facts.account, events: events, isCall: isCall, at: clock.now))
    }

    /// Too many conversations for one each.
    private func show(_ together: [NotificationBook.Due], _ settings: NotificationSettings) async {
        var (conversations, messages) = (0, 0)
        for due in together {
            guard let facts = await host.facts(of: due.conversation),
                NotificationWriting.conversation(
                    facts, due.waiting.events, isCall: due.waiting.isCall, isSilent: false, settings) != nil
            else { continue }
            conversations += 1
            messages += facts.unread
        }
        guard conversations > 0 else { return }
        let content = NotificationWriting.backlog(conversations: conversations, messages: messages)
        guard let number = await show(content, replacing: book.shown[.backlog]?.number) else {
            for due in together { book.postpone(due, until: restsUntil) }
            return
        }
        book.set(.backlog, NotificationBook.Shown(number: number, at: clock.now))
    }

    private func showAgain(_ subject: NotificationSubject, _ settings: NotificationSettings) async {
        let content: NotificationContent?
        switch subject {
        case .conversation(let conversation):
            guard let old = book.shown[subject], let facts = await host.facts(of: conversation) else { return }
            content = NotificationWriting.conversation(
                facts, old.events, isCall: old.isCall, isSilent: true, settings)
        case .requests(let account):
            let addresses = await host.waitingRequests(of: account) ?? []
            requests[account] = addresses.count == 1 ? addresses.first : nil
            content = NotificationWriting.requests(addresses, settings)
        case .account(let account):
            content = failed[account].flatMap { NotificationWriting.problem($0.jid, $0.problem, settings) }
        case .backlog: return
        }
        await put(content, subject)
    }

    /// Shows it in place of what was shown of the subject, or takes that away.
    private func put(_ content: NotificationContent?, _ subject: NotificationSubject) async {
        let old = book.shown[subject]
        guard let content else {
            if let number = book.clear(subject) { server.close(number) }
            return
        }
        guard let number = await show(content, replacing: old?.number) else {
            return book.lookAgain(at: subject, restsUntil)
        }
        var new = old ?? NotificationBook.Shown(number: number, account: subject.account, at: clock.now)
        new.number = number
        new.at = clock.now
        book.set(subject, new)
    }
}
