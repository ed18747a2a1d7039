import ArgumentParser
import BusAPI
import FrontendKit
import JSONText

/// `saluton retention set`
struct RetentionSet: Action {
    /// When entries go.
    enum Time: ExpressibleByArgument, Hashable {
        case after(TimeSpan)
        case never
        /// As the account, or the daemon, says.
        case standard

        init?(argument: String) {
            switch argument {
            case "off", "never": self = .never
            case "default": self = .standard
            default:
                guard let span = TimeSpan(argument: argument), span.seconds >= 60 else { return nil }
                self = .after(span)
            }
        }

        /// Seconds; 0: never; -1: as the next wider setting says.
        var seconds: Int64 {
            switch self {
            case .after(let span): Int64(span.seconds)
            case .never: 0
            case .standard: -1
            }
        }
    }

    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Change after which time entries are deleted; it takes effect at once.",
        discussion: """
            The time is at least a minute, written like 12h, 30d or 1d12h; or off: never; or default.
              saluton retention set 365d                        for all accounts
              saluton retention set 30d -a juliet@example.org   for one account
              saluton retention set romeo@example.org 1d        for one conversation
            A time for one conversation holds on all our devices, and the other side is asked to keep to it: a request \
            that nobody can be made to follow (XEP-0466).
            """)

    @Argument(help: ArgumentHelp("The time, or the conversation it is for.", valueName: "jid|time"))
    var first: String

    @Argument(
        help: ArgumentHelp(
            "The time, where a conversation is named: a minute or more, off, or default.", valueName: "time"))
    var second: Time?

    @Flag(help: "Do not ask.")
    var yes = false

    @OptionGroup var account: AccountOption
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard let time else { throw ValidationError("A time is written like 12h, 30d or 1d12h; or off, or default.") }
        if time == .standard && jid == nil && account.account == nil {
            throw ValidationError("The time for all accounts has no default; to keep everything: off")
        }
    }

    private var jid: String? { second == nil ? nil : first }
    private var time: Time? { second ?? Time(argument: first) }

    func run(at desk: Desk) async throws {
        guard let time else { return }
        if case .after(let span) = time {
            let age = Span.text(seconds: UInt64(span.seconds))
            try desk.confirm("Delete what is older than \(age) for good, now and from now on?", isConfirmed: yes)
        }
        if let jid {
            let conversation = try await desk.account(account).conversation(with: jid)
            // What is no length of time takes the setting away.
            let seconds = time == .standard ? Int64(-1).busValue : UInt32(clamping: time.seconds).busValue
            try await conversation.set(settings: ["retention": seconds])
        } else if account.account != nil {
            try await desk.account(account).account.setRetention(seconds: time.seconds)
        } else {
            try await desk.daemon().manager.setRetention(seconds: UInt32(clamping: time.seconds))
        }
        try desk.show(Done("Changed: \(RetentionText.text(time.seconds)).", ["seconds": .integer(time.seconds)]))
    }
}
