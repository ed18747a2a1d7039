import ArgumentParser

/// `saluton message …`
struct MessageFamily: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "message", abstract: "Send messages.", subcommands: [MessageSend.self])
}
