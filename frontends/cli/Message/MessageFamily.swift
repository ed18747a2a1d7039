import ArgumentParser

/// `saluton message …`
struct MessageFamily: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "message", abstract: "Send messages, and change or answer what was sent.",
        subcommands: [
            MessageSend.self, MessageCorrect.self, MessageRetract.self, MessageReact.self, MessageVersions.self,
            MessageQueue.self, MessageCancel.self, MessageRetry.self,
        ])
}
