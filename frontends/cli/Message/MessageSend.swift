import ArgumentParser
import BusAPI
import DBusWire
import FrontendKit
import JSONText

/// `saluton message send`
struct MessageSend: Action {
    /// The types of RFC 6121 §5.2.2 that can be sent.
    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case chat, normal, headline, groupchat
    }

    static let configuration = CommandConfiguration(
        commandName: "send",
        abstract: "Send a message, and wait until the server has it.",
        discussion: """
            Without TEXT, or with -, the text is read from standard input.  Several languages in one message:
              saluton message send romeo@example.org 'Good day' --lang en --text de='Guten Tag'
            """)

    @Argument(help: "Where to; with a resource only to that client.")
    var jid: String

    @Argument(help: "The text, or - for standard input.")
    var text: String?

    @OptionGroup var content: TextOptions

    @Option(help: "Type: chat, normal, headline or groupchat.")
    var type: Kind?

    @Option(help: ArgumentHelp("Thread that the message belongs to.", valueName: "id"))
    var thread: String?

    @Option(help: ArgumentHelp("The entry it answers.", valueName: "entry"))
    var replyTo: String?

    @Option(help: ArgumentHelp("Hide the text behind this hint, which may be empty.", valueName: "hint"))
    var spoiler: String?

    @Option(help: ArgumentHelp("The message is this address; without TEXT it is the text too.", valueName: "url"))
    var link: String?

    @Flag(help: "Call for attention at once.")
    var attention = false

    @Flag(help: "Do not wait: the message is stored, and sent once that is possible.")
    var noWait = false

    @OptionGroup var limit: TimeoutOption
    @OptionGroup var account: AccountOption
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if thread?.isEmpty == true { throw ValidationError("The thread is empty.") }
        if replyTo?.isEmpty == true { throw ValidationError("--reply-to names no entry.") }
        if link?.isEmpty == true { throw ValidationError("The link is empty.") }
    }

    /// The options of Conversation1.Send.
    var options: Fields {
        var options: Fields = [:]
        options.set("subjects", content.subjects)
        options.set("type", type?.rawValue)
        options.set("thread", thread)
        options.set("resource", resource)
        options.set("reply-to", replyTo)
        options.set("spoiler", spoiler)
        options.set("link", link)
        options.set("attention", attention ? true : nil)
        return options
    }

    /// What follows the first slash of the address.
    private var resource: String? {
        jid.firstIndex(of: "/").map { String(jid[jid.index(after: $0)...]) }
    }

    func run(at desk: Desk) async throws {
        // Programs that know no links show the text.
        let texts = try content.texts(text ?? link, at: desk, mayBeAbsent: attention)
        let daemon = try await desk.daemon()
        let account = try await daemon.account(account.account ?? "")
        let conversation = try await account.conversation(with: jid)
        if noWait {
            let id = try await conversation.send(texts: texts, options: options)
            return try desk.show(SentReport(entry: EntryShape(["id": .string(id), "state": "queued"])))
        }
        let watch = try await daemon.watchEntries()
        let id = try await conversation.send(texts: texts, options: options)
        let entry = try await Deadline(.seconds(Int64(limit.timeout))).run {
            try await Self.settled(id, in: conversation, of: account, watch: watch)
        }
        guard let entry else {
            throw Failure(
                .timeout, name: "Timeout", "The server has not acknowledged it after \(limit.timeout) seconds.",
                action: "It stays queued as \(id) and is sent once that is possible: saluton account status")
        }
        try show(entry, at: desk)
    }

    private func show(_ entry: EntryShape, at desk: Desk) throws {
        guard entry.progress == .failed else { return try desk.show(SentReport(entry: entry)) }
        let reason = entry.reason?.printable ?? "no reason given"
        throw Failure(.refused, name: entry.reasonCode ?? "Failed", "It was not delivered: \(reason)")
    }

    /// What became of the message; gives up at once when the account will not connect by itself.
    private static func settled(
        _ id: String, in conversation: Conversation1Proxy, of account: AccountHandle, watch: EntryWatch
    ) async throws -> EntryShape {
        try await withThrowingTaskGroup(of: EntryShape?.self) { group in
            group.addTask { try await watch.settled(id, in: conversation) }
            group.addTask {
                let facts = try await account.facts()
                guard facts.state.isAtRest else { return nil }
                throw Failure(
                    .notConnected, name: "NotConnected",
                    "\(facts.jid.printable) is \(facts.state.name); the message waits as \(id).",
                    action: "It goes out with: saluton account \(facts.state == .disabled ? "enable" : "connect")")
            }
            defer { group.cancelAll() }
            while let entry = try await group.next() {
                if let entry { return entry }
            }
            throw BusError.disconnected
        }
    }
}
