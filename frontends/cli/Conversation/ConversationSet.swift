import ArgumentParser
import BusAPI
import FrontendKit

/// `saluton conversation set`
struct ConversationSet: Action {
    /// What calls for attention (XEP-0492).
    enum Notify: String, CaseIterable, ExpressibleByArgument {
        case all, mentions, none
    }

    enum Typing: String, CaseIterable, ExpressibleByArgument {
        case on, off
    }

    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Pin, mute, open or close a conversation.")

    @Argument(help: "Whom it is with.")
    var jid: String

    @Flag(help: "Keep it at the head of the list.")
    var pin = false

    @Flag(help: "Let it stand where it belongs.")
    var unpin = false

    @Option(help: "Be silent for so long, as 12h or 1d.")
    var mute: TimeSpan?

    @Flag(help: "Be silent no more.")
    var unmute = false

    @Option(help: "What calls for attention: all, mentions or none.")
    var notify: Notify?

    @Flag(help: "Show it in the list.")
    var open = false

    @Flag(help: "Take it out of the list; its history stays.")
    var close = false

    @Option(help: "Tell the other side that we are writing, or no more; only if they tell us the same.")
    var typing: Typing?

    @OptionGroup var account: AccountOption
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if pin && unpin || mute != nil && unmute || open && close {
            throw ValidationError("Two of the options say the opposite of each other.")
        }
        if mute?.seconds == 0 { throw ValidationError("To be silent no more: --unmute") }
        if !pin && !unpin && mute == nil && !unmute && notify == nil && !open && !close && typing == nil {
            throw ValidationError("There is nothing to change.  What can be: saluton conversation set --help")
        }
    }

    /// As Conversation1.Settings names them.
    /// - Parameter now: µs since 1970, UTC.
    func settings(now: Int64) -> Fields {
        var settings: Fields = [:]
        if pin || unpin { settings.set("pinned", pin) }
        if open || close { settings.set("open", open) }
        settings.set("notify", notify?.rawValue)
        settings.set("muted-until", unmute ? 0 : mute.map { now + Int64($0.seconds) * 1_000_000 })
        return settings
    }

    func run(at desk: Desk) async throws {
        let conversation = try await desk.account(account).conversation(with: jid)
        let settings = settings(now: desk.now())
        if !settings.entries.isEmpty { try await conversation.set(settings: settings) }
        var isTold = true
        if let typing { isTold = try await conversation.setChatState(state: typing == .on ? "composing" : "paused") }
        let reason = "They were not told: they are away, do not tell us the same, or know it already."
        try desk.show(Done(isTold ? "Changed." : reason, try await conversation.facts().json))
    }
}
