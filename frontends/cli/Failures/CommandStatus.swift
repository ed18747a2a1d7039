/// What the process says when it ends: the one table of exit codes, with docs/cli.md.
public struct CommandStatus: Hashable, Sendable {
    public let code: Int32
    /// What it means, as in the manual.
    public let meaning: String

    public static let done = CommandStatus(code: 0, meaning: "done")
    public static let failed = CommandStatus(code: 1, meaning: "failed, for a reason that has no code of its own")
    public static let usage = CommandStatus(code: 2, meaning: "the command line, an address or a value is wrong")
    public static let notConnected = CommandStatus(code: 3, meaning: "the account is not connected")
    public static let notFound = CommandStatus(
        code: 4, meaning: "no such account, consumer, contact, conversation, entry or request")
    public static let timeout = CommandStatus(code: 5, meaning: "no answer in time")
    public static let refused = CommandStatus(code: 6, meaning: "the other side refused, or does not offer this")
    public static let noDaemon = CommandStatus(code: 7, meaning: "the daemon, or the bus to it, is not there")
    public static let storage = CommandStatus(code: 8, meaning: "something could not be stored or read")
    public static let exists = CommandStatus(code: 9, meaning: "it exists already")
    public static let aborted = CommandStatus(code: 10, meaning: "not confirmed, so nothing was done")

    public static let notAllowed = CommandStatus(code: 11, meaning: "a rule forbids this for that entry")

    public static let all: [CommandStatus] = [
        .done, .failed, .usage, .notConnected, .notFound, .timeout, .refused, .noDaemon, .storage, .exists, .aborted,
        .notAllowed,
    ]

    /// The status for an error of the bus.
    /// - Parameter error: its last component, as in dbus/errors.xml.
    public init(busError error: String) {
        self =
            switch error {
            case "InvalidArguments", "InvalidAddress", "LimitExceeded": .usage
            case "NotConnected": .notConnected
            case "NoSuchAccount", "NoSuchConsumer", "NoSuchContact", "NoSuchConversation", "NoSuchEntry",
                "NoSuchRequest":
                .notFound
            case "Timeout": .timeout
            case "RemoteError", "NotSupported": .refused
            case "ShuttingDown", "AccessDenied": .noDaemon
            case "StorageFailed", "StorageFull", "SecretStorageFailed": .storage
            case "AccountExists": .exists
            case "NotAllowed": .notAllowed
            default: .failed
            }
    }

    private init(code: Int32, meaning: String) {
        self.code = code
        self.meaning = meaning
    }
}
