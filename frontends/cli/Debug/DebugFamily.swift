import ArgumentParser

/// `saluton debug …`
struct DebugFamily: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "debug", abstract: "Look at the daemon, its log and what passes through it.",
        subcommands: [DebugLog.self, DebugXML.self, DebugBus.self, DebugRefusals.self])
}
