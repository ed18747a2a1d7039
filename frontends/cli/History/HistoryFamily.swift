import ArgumentParser

/// `saluton history …`
struct HistoryFamily: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Show, export, read back and delete what was exchanged.",
        discussion: """
            With an address it shows the conversation:
              saluton history romeo@example.org --last 50
            What the options are: saluton history show --help.  To look for something: saluton search.
            """,
        subcommands: [HistoryShow.self, HistoryExport.self, HistoryImport.self, HistoryPurge.self],
        defaultSubcommand: HistoryShow.self)
}
