import ArgumentParser
import BusAPI
import DBusWire
import FrontendKit

/// `saluton message correct`
struct MessageCorrect: Action {
    static let configuration = CommandConfiguration(
        commandName: "correct", abstract: "Replace the text of a message of ours; by default of the last one.",
        discussion: """
            Without TEXT, or with -, the text is read from standard input.  What stood there before is kept:
            saluton message versions.
            """)

    @Argument(help: "Whom it went to.")
    var jid: String

    @Argument(help: "The new text, or - for standard input.")
    var text: String?

    @OptionGroup var which: EntryOption
    @OptionGroup var content: TextOptions
    @OptionGroup var account: AccountOption
    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let texts = try content.texts(text, at: desk)
        let conversation = try await desk.account(account).conversation(with: jid)
        let entry = try await which.ownMessage(in: conversation)
        var options: Fields = [:]
        options.set("subjects", content.subjects)
        try await conversation.correct(entry: entry.id, texts: texts, options: options)
        try desk.show(Done("Corrected \(entry.nameAndBeginning).", try await conversation.entry(entry.id).json))
    }
}

extension EntryShape {
    /// Whether it is a message that we sent, taken back or not.
    var isOwnMessage: Bool { isOutgoing && ["chat", "normal", "groupchat"].contains(kind) }
    /// Whether it is a message of somebody else that is still there.
    var isMessageOfOthers: Bool {
        !isOutgoing && ["chat", "normal", "groupchat", "headline", "file"].contains(kind) && !isRetracted
    }
}
