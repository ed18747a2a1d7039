public import ArgumentParser

/// The command line's root: families of commands, named as users name things.
public struct Saluton: ParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "saluton",
        abstract: "Talk XMPP through the daemon of this user.",
        discussion: """
            The first command starts the daemon.  Errors say what to do; what the exit statuses mean stands in saluton(1).
            Every command takes --json.
            """,
        version: version,
        subcommands: [
            AccountFamily.self, MessageFamily.self, ConversationFamily.self, HistoryFamily.self, SearchCommand.self,
            RetentionFamily.self, RosterFamily.self, PresenceFamily.self, NotificationsCommand.self,
            InfoFamily.self, EventsFamily.self, DebugFamily.self, GenerateDocumentation.self,
        ])

    /// The version of the command line, and of the daemon that comes with it.
    public static let version = "0.1.0"

    public init() {}
}

/// A command that does something, as opposed to a family that only holds others.
protocol Action: ParsableCommand {
    var common: CommonOptions { get }

    func run(at desk: Desk) async throws
}
