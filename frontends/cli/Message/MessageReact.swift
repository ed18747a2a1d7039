import ArgumentParser
import BusAPI
import FrontendKit

/// `saluton message react`
struct MessageReact: Action {
    static let configuration = CommandConfiguration(
        commandName: "react", abstract: "React to a message with emoji; by default to the other side's last one.",
        discussion: "They replace the reactions given before.")

    @Argument(help: "Whom the conversation is with.")
    var jid: String

    @Argument(help: "The reactions, at most 16.")
    var emoji: [String] = []

    @Flag(help: "Take all reactions back.")
    var none = false

    @OptionGroup var which: EntryOption
    @OptionGroup var account: AccountOption
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if none != emoji.isEmpty { throw ValidationError("Give emoji, or --none to take all reactions back.") }
        if emoji.contains("") { throw ValidationError("A reaction is empty.") }
        if emoji.count > 16 { throw ValidationError("At most 16 reactions can be given.") }
    }

    func run(at desk: Desk) async throws {
        let conversation = try await desk.account(account).conversation(with: jid)
        let what = "message of the other side"
        let entry = try await which.entry(in: conversation, orNewest: what) { $0.isMessageOfOthers }
        try await conversation.react(entry: entry.id, reactions: emoji)
        let id = RemoteText(entry.id).printable
        let sentence = none ? "No reactions to \(id) any more." : "Reacted to \(id)."
        try desk.show(Done(sentence, try await conversation.entry(entry.id).json))
    }
}
