import ArgumentParser

/// `saluton presence …`
struct PresenceFamily: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "presence", abstract: "See and change who is there.",
        subcommands: [PresenceGet.self, PresenceSet.self])
}
