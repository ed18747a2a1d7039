import ArgumentParser

/// `saluton conversation …`
struct ConversationFamily: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conversation", abstract: "See and change what all programs know of a conversation.",
        subcommands: [
            ConversationList.self, ConversationShow.self, ConversationRead.self, ConversationDraft.self,
            ConversationSet.self,
        ])
}
