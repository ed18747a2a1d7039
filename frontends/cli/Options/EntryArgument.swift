import ArgumentParser
import BusAPI
import FrontendKit

/// An entry named by its id alone.
struct EntryArgument: ParsableArguments {
    @Argument(help: "The entry's id, as history --ids and --json show it.")
    var entry: String

    @Option(
        name: .customLong("in"),
        help: ArgumentHelp("The conversation it is in; without it all are asked.", valueName: "jid"))
    var peer: String?

    @OptionGroup var account: AccountOption

    /// Where the entry is, and what it is now.
    func find(at desk: Desk) async throws -> (conversation: Conversation1Proxy, entry: EntryShape) {
        let daemon = try await desk.daemon()
        if let peer {
            let conversation = try await daemon.account(account.account ?? "").conversation(with: peer)
            return (conversation, try await conversation.entry(entry))
        }
        var only: AccountHandle?
        if let name = account.account { only = try await daemon.account(name) }
        return try await daemon.conversation(of: entry, in: only)
    }
}

/// An entry of a conversation, or the newest that fits.
struct EntryOption: ParsableArguments {
    @Option(help: ArgumentHelp("The entry's id, as history --ids and --json show it.", valueName: "id"))
    var entry: String?

    /// Our message that is named, else our last one: never one before it, which a script that tries again would change.
    func ownMessage(in conversation: Conversation1Proxy) async throws -> EntryShape {
        let found = try await entry(in: conversation, orNewest: "message of ours") { $0.isOwnMessage }
        guard entry == nil, found.isRetracted else { return found }
        throw Failure(
            .notAllowed, name: "Retracted", "Our last message was taken back already.",
            action: "Name another one by --entry; their ids: saluton history JID --ids")
    }

    /// - Parameters:
    ///   - what: names what is looked for: `message of yours`.
    ///   - isWanted: whether an entry can be meant where none is named.
    func entry(
        in conversation: Conversation1Proxy, orNewest what: String, where isWanted: (EntryShape) -> Bool
    ) async throws -> EntryShape {
        if let entry { return try await conversation.entry(entry) }
        guard let newest = try await conversation.newest(where: isWanted) else {
            throw Failure(
                .notFound, name: "NoSuchEntry", "There is no \(what) among the newest entries.",
                action: "Name one by --entry; their ids: saluton history JID --ids")
        }
        return newest
    }
}

extension EntryShape {
    /// The id, and how its text begins, so that one sees which it was.
    var nameAndBeginning: String {
        let name = RemoteText(id).printable
        guard let text = texts.first?.text else { return name }
        let line = text.printableLines.first ?? ""
        return "\(name): \(line.count > 40 ? line.prefix(40) + "…" : line)"
    }
}
