import FrontendKit
import JSONText
import Testing

@testable import CommandLine

@Suite("What commands print")
struct ReportTests {
    /// For people, and beneath it for programs.
    private func check(_ name: String, _ reports: any Report...) throws {
        var text = ""
        for report in reports {
            for json in [false, true] {
                let paper = Paper()
                var desk = paper.desk()
                desk.isJSON = json
                try desk.show(report)
                text += paper.output
            }
        }
        let controls = text.unicodeScalars.filter { $0.properties.generalCategory == .control && $0 != "\n" }
        #expect(controls.isEmpty)
        expectSnapshot(text, "reports/\(name).txt")
    }

    @Test("Accounts")
    func accounts() throws {
        try check("account-list", AccountListReport(accounts: [Samples.online, Samples.failed, Samples.waiting]))
        try check("account-list-empty", AccountListReport(accounts: []))
        try check(
            "account-show", AccountDetailsReport(account: Samples.online), AccountDetailsReport(account: Samples.failed)
        )
        try check(
            "account-archive",
            ArchivePreferencesReport(json: [
                "default": "roster", "always": ["romeo@example.net"],
                "never": ["tybalt@example.com", "evil\u{1B}@example.com"],
            ]), ArchivePreferencesReport(json: ["default": "always"]))
        let all = [Samples.online, Samples.failed, Samples.waiting]
        try check(
            "account-status",
            StatusReport(accounts: all.map { AccountStatusReport(account: $0, now: Samples.moment) }))
    }

    @Test(
        "How far the archive is fetched is told",
        arguments: [
            (["state": "catching-up", "fetched": 250], "catching-up, 250 messages so far"),
            (["state": "current"], "current"), (["state": "asking"], "asking"),
        ] as [(JSON, String)])
    func archive(status: JSON, line: String) throws {
        let paper = Paper()
        let account = AccountShape(["id": "a1", "jid": "juliet@example.org", "state": "online", "archive": status])
        try paper.desk().show(AccountDetailsReport(account: account))
        let lines = paper.output.split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("Archive") && $0.hasSuffix(" " + line) }, "\(paper.output)")
    }

    @Test("Entries and pages of them")
    func entries() throws {
        try check(
            "history",
            HistoryReport(
                peer: "romeo@example.org",
                entries: [Samples.received, Samples.several, Samples.hostile, Samples.failedEntry], earlier: "c:17",
                later: "c:20"))
        try check("history-empty", HistoryReport(peer: "romeo@example.org", entries: [], earlier: nil, later: "c:0"))
        try check(
            "message-send", SentReport(entry: Samples.several),
            SentReport(entry: EntryShape(["id": "e1", "state": "queued"])))
    }

    @Test("What was done to entries, and what they carry")
    func marks() throws {
        try check(
            "history-marks",
            HistoryReport(
                peer: "romeo@example.org",
                entries: [Samples.several, Samples.marked, Samples.hidden, Samples.retracted], later: "c:20"),
            HistoryReport(
                peer: "romeo@example.org", entries: [Samples.marked, Samples.hidden], later: "c:20",
                replied: ["e18": Samples.several], showsIDs: true, showsSpoilers: true))
        try check(
            "history-answers",
            HistoryReport(
                peer: "romeo@example.org", account: "juliet@example.org",
                entries: [Samples.several, Samples.answer, Samples.bareLink], earlier: "c:1", later: "c:20",
                isInside: true),
            HistoryReport(peer: "romeo@example.org", entries: [], later: "c:20", isInside: true))
        let version = VersionShape(["texts": ["": "Where\u{1B}fore"], "time": .integer(Samples.moment)])
        try check(
            "message-versions", VersionsReport(entry: Samples.marked, versions: [version]),
            VersionsReport(entry: Samples.received, versions: []))
        let held = EntryShape([
            "id": "e9", "direction": "out", "kind": "chat", "texts": ["": "Are you there?"], "state": "held",
            "reason": "romeo@example.org has no key", "peer": "romeo@example.org", "attempts": 2,
            "time": .integer(Samples.moment),
        ])
        try check(
            "message-queue", QueueReport(entries: [held], now: Samples.moment),
            QueueReport(entries: [], now: Samples.moment))
    }

    @Test("Conversations and how long they are kept")
    func conversations() throws {
        let now = Samples.moment
        let open = ConversationReport(conversation: Samples.conversation, last: Samples.marked, now: now)
        let closed = ConversationReport(conversation: Samples.closed, last: Samples.hidden, now: now)
        try check(
            "conversation-list", ConversationListReport(conversations: [closed, open]),
            ConversationListReport(conversations: [closed, open], accounts: ["a1": RemoteText("juliet@example.org")]),
            ConversationListReport(conversations: []))
        try check("conversation-show", open, closed)
        try check(
            "conversation-draft", DraftReport(conversation: Samples.conversation, isChanged: false),
            DraftReport(conversation: Samples.conversation, isChanged: true),
            DraftReport(conversation: Samples.closed, isChanged: false))
        try check(
            "retention-get",
            RetentionReport(daemon: 0, account: Samples.online, conversation: Samples.conversation),
            RetentionReport(daemon: 31_536_000, account: Samples.online, conversation: nil))
    }

    @Test("What was found, and what was read back")
    func search() throws {
        let context = SearchContext(before: [Samples.received], after: [Samples.several])
        try check(
            "search", SearchReport(hits: [.init(entry: Samples.found)], next: "c:1"),
            SearchReport(
                hits: [.init(entry: Samples.found, context: context), .init(entry: Samples.hidden, context: context)]),
            SearchReport(hits: []))
        var outcome = ImportOutcome(isDryRun: true, lines: 5, added: 2, known: 1, refused: 1)
        outcome.problem(9, "no \u{1B}author")
        outcome.invalid(3, "not an entry")
        try check("history-import", outcome, ImportOutcome(lines: 2, added: 2))
    }

    @Test("Words that were found stand out on a terminal, and nowhere else")
    func emphasis() throws {
        let report = SearchReport(hits: [.init(entry: Samples.found)])
        for (isTerminal, begin, end) in [(true, "\u{1B}[1m", "\u{1B}[22m"), (false, "", "")] {
            let paper = Paper()
            var desk = paper.desk()
            desk.showsEmphasis = isTerminal
            try desk.show(report)
            #expect(paper.output.contains("A \(begin)rose\(end) by any\n    other ‹U+FDD0›\(begin)name\(end)\n"))
        }
    }

    @Test("What is found in an answer stands out where it is, not where it would be behind the quotation")
    func emphasisInAnswers() throws {
        let paper = Paper()
        var desk = paper.desk()
        desk.showsEmphasis = true
        try desk.show(EntryReport(entry: Samples.answer, replied: Samples.several))
        #expect(paper.output.contains("  \u{1B}[1mAnd\u{1B}[22m to *you*\n"))
        #expect(!paper.output.contains(">"))
    }

    @Test("Contacts, presence and requests")
    func roster() throws {
        try check("roster-get", RosterReport(contacts: [Samples.romeo, Samples.mallory]))
        try check("roster-get-empty", RosterReport(contacts: []))
        try check("roster-get-one", ContactReport(contact: Samples.romeo), ContactReport(contact: Samples.mallory))
        try check(
            "presence-get", OwnPresenceReport(account: Samples.online), OwnPresenceReport(account: Samples.waiting),
            ContactPresenceReport(contact: Samples.romeo), ContactPresenceReport(contact: Samples.mallory))
        let request = RequestShape([
            "jid": "paris@example.org", "received": .integer(Samples.moment), "text": "It is\nme", "nick": "Count",
        ])
        try check("roster-requests", RequestsReport(requests: [request]), RequestsReport(requests: []))
        try check(
            "roster-stats",
            StatisticsReport(json: [
                "total": 12, "none": 1, "to": 2, "from": 3, "both": 6, "asked": 1, "without-group": 4, "online": 5,
                "groups": ["Friends": 7, "Verona": 1],
            ]))
        try check(
            "roster-purge", PurgeReport(jids: ["a@example.org", "b@example.org"], isDryRun: true),
            PurgeReport(jids: ["a@example.org"], isDryRun: false), PurgeReport(jids: [], isDryRun: true))
    }

    @Test("Answers of servers and other clients")
    func info() throws {
        try check(
            "info-disco",
            DiscoReport(json: [
                "identities": [["category": "server", "type": "im", "language": "en", "name": "Prosody"]],
                "features": ["urn:xmpp:ping", "jabber:iq:version"],
                "forms": [["FORM_TYPE": ["urn:xmpp:serverinfo:0"], "admin": ["a@example.org", "b@example.org"]]],
            ]))
        try check(
            "info-items",
            ItemsReport(items: [
                ItemsReport.Item(jid: "rooms.example.org", node: "", name: "Rooms"),
                ItemsReport.Item(jid: "pubsub.example.org", node: "news", name: ""),
            ]), ItemsReport(items: []))
        try check(
            "info-others", VersionReport(json: ["name": "Prosody", "version": "0.12.3", "os": "Debian"]),
            VersionReport(json: ["name": "Psi"]), TimeReport(utc: Samples.moment, offset: -210),
            TimeReport(utc: Samples.moment, offset: 60), LastReport(seconds: 187_200, status: "Gone \u{7}fishing"),
            LastReport(seconds: 5, status: ""), PingReport(elapsed: 12_340))
    }

    @Test("Events, the log and the daemon")
    func debug() throws {
        try check(
            "events",
            EventReport(
                event: EventShape([
                    "number": 41, "time": .integer(Samples.moment), "kind": "message", "account": "a1",
                    "conversation": "7", "event": Samples.several.json,
                ])),
            EventReport(
                event: EventShape([
                    "number": 42, "time": .integer(Samples.moment), "kind": "message-state", "account": "a1",
                    "conversation": "7", "event": ["entry": "e18", "state": "delivered"],
                ])),
            EventReport(
                event: EventShape([
                    "number": 43, "time": .integer(Samples.moment), "kind": "of-the-future", "event": ["a": ["b": 1]],
                ])))
        let line = LogLine(
            number: 9, time: Samples.moment, level: "warning", label: "saluton.session", text: "late \u{1B}[2J")
        try check("debug-log", LogReport(entries: [line], next: 9))
        try check(
            "debug-refusals",
            RefusalsReport(refusals: [.init(code: "roster-push-from-stranger", section: "RFC 6121 §2.1.6", count: 3)]),
            RefusalsReport(refusals: []))
        try check(
            "debug-bus",
            BusReport(
                name: "org.saluton.Saluton1", owner: ":1.7", processID: 4711, version: "0.1.0",
                startedAt: Samples.moment, roundTrip: 84, accounts: 2, conversations: 31),
            TraceReport(line: "<presence to='a@b'/>\u{9B}"))
    }
}
