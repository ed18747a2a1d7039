import ArgumentParser

/// `saluton retention …`
struct RetentionFamily: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention", abstract: "See and change after which time entries are deleted here.",
        discussion: """
            A conversation's own time comes first, then the account's, then that for all.  Copies that others have are not
            touched.
            """,
        subcommands: [RetentionGet.self, RetentionSet.self])
}
