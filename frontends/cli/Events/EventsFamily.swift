import ArgumentParser

/// `saluton events …`
struct EventsFamily: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events", abstract: "Show the numbered log of everything that changed.",
        discussion: """
            Without a further word it shows the log:
              saluton events --since 4711 --follow --json
            A program that must miss nothing takes a name, and the daemon keeps its place:
              saluton events --follow --consumer pager --json
            What the options are: saluton events show --help.
            """,
        subcommands: [EventsShow.self, EventsConsumers.self, EventsForget.self, EventsKeep.self],
        defaultSubcommand: EventsShow.self)
}
