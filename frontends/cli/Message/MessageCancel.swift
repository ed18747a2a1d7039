import ArgumentParser
import BusAPI
import FrontendKit
import JSONText

/// `saluton message cancel`
struct MessageCancel: Action {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "Take back a message that was not sent yet.")

    @OptionGroup var which: EntryArgument
    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let (conversation, entry) = try await which.find(at: desk)
        try await conversation.cancel(entry: entry.id)
        try desk.show(Done("Cancelled \(RemoteText(entry.id).printable).", ["entry": .string(entry.id)]))
    }
}

/// `saluton message retry`
struct MessageRetry: Action {
    static let configuration = CommandConfiguration(
        commandName: "retry", abstract: "Queue a message again that failed or is held.")

    @OptionGroup var which: EntryArgument
    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        let (conversation, entry) = try await which.find(at: desk)
        try await conversation.retry(entry: entry.id)
        let now = try await conversation.entry(entry.id)
        let state = now.progress.map { RemoteText($0.name).printable } ?? "queued"
        try desk.show(Done("\(RemoteText(entry.id).printable) is \(state).", now.json))
    }
}
