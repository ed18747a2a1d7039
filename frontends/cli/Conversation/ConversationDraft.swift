import ArgumentParser
import BusAPI
import FrontendKit
import JSONText

/// `saluton conversation draft`
struct ConversationDraft: Action {
    static let configuration = CommandConfiguration(
        commandName: "draft", abstract: "Show or change what we have begun to write; all programs have the same.")

    @Argument(help: "Whom it is for.")
    var jid: String

    @Argument(help: "What to keep, or - for standard input; without it the draft is shown.")
    var text: String?

    @Flag(help: "Throw the draft away.")
    var clear = false

    @Option(help: ArgumentHelp("The entry that it answers.", valueName: "entry"))
    var replyTo: String?

    @OptionGroup var account: AccountOption
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if clear && text != nil { throw ValidationError("Give a text or --clear, not both.") }
        if replyTo != nil && text == nil { throw ValidationError("--reply-to goes with a text.") }
        if text?.isEmpty == true { throw ValidationError("The text is empty; to throw the draft away: --clear") }
    }

    func run(at desk: Desk) async throws {
        let new = clear ? "" : text == "-" ? try desk.textFromInput() : text
        let conversation = try await desk.account(account).conversation(with: jid)
        if let new {
            var options: Fields = [:]
            options.set("reply-to", replyTo)
            try await conversation.setDraft(text: new, options: options)
        }
        try desk.show(DraftReport(conversation: try await conversation.facts(), isChanged: new != nil))
    }
}

/// What was begun to be written.
struct DraftReport: Report {
    var conversation: ConversationShape
    /// Whether that is what was asked for, so that there is nothing to say.
    var isChanged: Bool

    var json: JSON { ["draft": conversation.json["draft"] ?? .object([])] }

    func lines(_ time: LocalTime) -> [String] {
        if isChanged { return [] }
        return conversation.draft?.printableLines ?? ["No draft."]
    }
}
