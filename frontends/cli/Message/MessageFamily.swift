import ArgumentParser

/// `saluton message …`
struct MessageFamily: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "message", abstract: "Send messages, and see what waits.",
        subcommands: [
            MessageSend.self, MessageVersions.self, MessageQueue.self, MessageCancel.self, MessageRetry.self,
        ])
}
