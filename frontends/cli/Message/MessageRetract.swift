import ArgumentParser
import BusAPI
import FrontendKit

/// `saluton message retract`
struct MessageRetract: Action {
    static let configuration = CommandConfiguration(
        commandName: "retract", abstract: "Take back a message of ours; by default the last one.",
        discussion: "It goes here, and everybody else is asked to delete it; nobody can be made to.")

    @Argument(help: "Whom it went to.")
    var jid: String

    @OptionGroup var which: EntryOption
    @OptionGroup var account: AccountOption
    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let conversation = try await desk.account(account).conversation(with: jid)
        let entry = try await which.ownMessage(in: conversation)
        try await conversation.retract(entry: entry.id, options: [:])
        try desk.show(Done("Retracted \(entry.nameAndBeginning).", try await conversation.entry(entry.id).json))
    }
}
