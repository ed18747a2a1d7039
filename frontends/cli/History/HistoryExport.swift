import ArgumentParser
import BusAPI
import FrontendKit
import JSONText

/// `saluton history export`
struct HistoryExport: Action {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case jsonl, html, mbox
    }

    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write down a conversation, or all of an account, oldest first.",
        discussion: """
            Earlier versions and reactions are in it.  jsonl has everything, an entry a line as JSON, and can be read back:
              saluton history export --output chats.jsonl
              saluton history import chats.jsonl --dry-run
            """)

    @Argument(help: "Whom with; without it all conversations of the account.")
    var jid: String?

    @Option(help: "jsonl, html or mbox.")
    var format = Format.jsonl

    @Option(
        help: ArgumentHelp("A new file; without it standard output.", valueName: "file"), completion: .file())
    var output: String?

    @OptionGroup var account: AccountOption
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if common.json && output == nil {
            throw ValidationError("--json tells what was done, and the export would stand before it: give --output.")
        }
    }

    func run(at desk: Desk) async throws {
        let account = try await desk.account(account)
        let facts = try await account.facts()
        let conversations: [ConversationHandle]
        if let jid {
            let proxy = try await account.conversation(with: jid)
            conversations = [ConversationHandle(facts: try await proxy.facts(), proxy: proxy)]
        } else {
            conversations = try await account.daemon.conversations(of: account)
        }
        let file = try output.map { try ExportFile($0) }
        var run = ExportRun(writer: writer(facts, desk), desk: desk, file: file)
        try await run.write(conversations)
        try file?.finish()
        guard let output else { return }
        try desk.show(
            Done(
                "\(run.count) entries written to \(RemoteText(output).printable).",
                ["entries": .integer(Int64(run.count)), "file": .string(output)]))
    }

    private func writer(_ account: AccountShape, _ desk: Desk) -> any EntryWriter {
        switch format {
        case .jsonl: JSONLinesWriter()
        case .html: HTMLWriter(time: desk.time)
        case .mbox: MailboxWriter(account: account.json["jid"]?.string ?? "")
        }
    }
}

/// One export on its way.
struct ExportRun {
    var writer: any EntryWriter
    let desk: Desk
    /// nil for standard output.
    let file: ExportFile?
    /// Entries written so far.
    private(set) var count = 0

    init(writer: any EntryWriter, desk: Desk, file: ExportFile?) {
        self.writer = writer
        self.desk = desk
        self.file = file
    }

    mutating func write(_ conversations: [ConversationHandle]) async throws {
        let progress = file == nil ? nil : desk.progress
        try put(writer.begin())
        for conversation in conversations {
            let peer = conversation.facts.jid.printable
            var pages = try await HistoryPages(of: conversation.proxy) { seen in
                progress?("\(peer): \(seen) entries found")
            }
            guard pages.count > 0 else { continue }
            try put(writer.conversation(conversation.facts))
            let before = count
            while let page = try await pages.next() {
                try put(try await text(of: page, in: conversation))
                progress?("\(peer): \(count - before) of \(pages.count) entries")
            }
        }
        try put(writer.end())
        progress?("")
    }

    private mutating func text(of page: [EntryShape], in conversation: ConversationHandle) async throws -> String {
        var text = ""
        for entry in page {
            var versions: [VersionShape] = []
            if entry.versionCount > 0 || entry.corrected != nil {
                versions = try await conversation.proxy.versions(entry: entry.id).map { VersionShape(JSON($0)) }
            }
            text += writer.entry(
                ExportedEntry(entry: entry, peer: conversation.facts.address, versions: versions))
            count += 1
        }
        return text
    }

    private func put(_ text: String) throws {
        guard !text.isEmpty else { return }
        if let file { return try file.write(text) }
        guard desk.write(text) else { throw OutputClosed() }
    }
}
