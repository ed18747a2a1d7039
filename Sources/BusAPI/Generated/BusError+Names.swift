// swift-format-ignore-file
// Generated from dbus/ by `swift run bindings`; do not edit.
import DBusWire

extension BusError {
    /// What our own names begin with.
    public static let prefix = "org.saluton.Error."

    /// The caller is another user or a confined program.
    public static let accessDenied = BusError(
        busName: "org.saluton.Error.AccessDenied",
        message: #"The caller is another user or a confined program."#)

    /// An account with this address exists already; change it with Account1.Set.
    public static let accountExists = BusError(
        busName: "org.saluton.Error.AccountExists",
        message: #"An account with this address exists already; change it with Account1.Set."#)

    /// The text is not a valid JID (RFC 7622); the message says which part and why.
    public static let invalidAddress = BusError(
        busName: "org.saluton.Error.InvalidAddress",
        message: #"The text is not a valid JID (RFC 7622); the message says which part and why."#)

    /// An argument or an option is unknown, of the wrong type, or out of its range.
    public static let invalidArguments = BusError(
        busName: "org.saluton.Error.InvalidArguments",
        message: #"An argument or an option is unknown, of the wrong type, or out of its range."#)

    /// Too many calls at once, or an argument larger than allowed.
    public static let limitExceeded = BusError(
        busName: "org.saluton.Error.LimitExceeded",
        message: #"Too many calls at once, or an argument larger than allowed."#)

    /// No account with this address or id; list them with `saluton account list`.
    public static let noSuchAccount = BusError(
        busName: "org.saluton.Error.NoSuchAccount",
        message: #"No account with this address or id; list them with `saluton account list`."#)

    /// No consumer of the event log has this name; open it first.
    public static let noSuchConsumer = BusError(
        busName: "org.saluton.Error.NoSuchConsumer",
        message: #"No consumer of the event log has this name; open it first."#)

    /// The address is not in the roster.
    public static let noSuchContact = BusError(
        busName: "org.saluton.Error.NoSuchContact",
        message: #"The address is not in the roster."#)

    /// No conversation at this path.
    public static let noSuchConversation = BusError(
        busName: "org.saluton.Error.NoSuchConversation",
        message: #"No conversation at this path."#)

    /// No entry with this id in this conversation.
    public static let noSuchEntry = BusError(
        busName: "org.saluton.Error.NoSuchEntry",
        message: #"No entry with this id in this conversation."#)

    /// Nobody of this address is waiting for an answer.
    public static let noSuchRequest = BusError(
        busName: "org.saluton.Error.NoSuchRequest",
        message: #"Nobody of this address is waiting for an answer."#)

    /// This may not be done to this entry; the message says why and which rule it is.
    public static let notAllowed = BusError(
        busName: "org.saluton.Error.NotAllowed",
        message: #"This may not be done to this entry; the message says why and which rule it is."#)

    /// The account has no stream now; the message says why, and when the next try is.
    public static let notConnected = BusError(
        busName: "org.saluton.Error.NotConnected",
        message: #"The account has no stream now; the message says why, and when the next try is."#)

    /// The server or the other side does not offer this.
    public static let notSupported = BusError(
        busName: "org.saluton.Error.NotSupported",
        message: #"The server or the other side does not offer this."#)

    /// The other side answered with an error; the message holds its type and condition (RFC 6120 §8.3).
    public static let remoteError = BusError(
        busName: "org.saluton.Error.RemoteError",
        message: #"The other side answered with an error; the message holds its type and condition (RFC 6120 §8.3)."#)

    /// The password could not be stored or read; the message says where.
    public static let secretStorageFailed = BusError(
        busName: "org.saluton.Error.SecretStorageFailed",
        message: #"The password could not be stored or read; the message says where."#)

    /// The daemon is about to end; call again to start it anew.
    public static let shuttingDown = BusError(
        busName: "org.saluton.Error.ShuttingDown",
        message: #"The daemon is about to end; call again to start it anew."#)

    /// The database refused; the message has the reason.
    public static let storageFailed = BusError(
        busName: "org.saluton.Error.StorageFailed",
        message: #"The database refused; the message has the reason."#)

    /// The disk is full: make room, nothing is lost.
    public static let storageFull = BusError(
        busName: "org.saluton.Error.StorageFull",
        message: #"The disk is full: make room, nothing is lost."#)

    /// No answer came in time.
    public static let timeout = BusError(
        busName: "org.saluton.Error.Timeout",
        message: #"No answer came in time."#)

    /// All of our own errors by the last component of their names.
    static let all: [String: BusError] = [
        "AccessDenied": .accessDenied,
        "AccountExists": .accountExists,
        "InvalidAddress": .invalidAddress,
        "InvalidArguments": .invalidArguments,
        "LimitExceeded": .limitExceeded,
        "NoSuchAccount": .noSuchAccount,
        "NoSuchConsumer": .noSuchConsumer,
        "NoSuchContact": .noSuchContact,
        "NoSuchConversation": .noSuchConversation,
        "NoSuchEntry": .noSuchEntry,
        "NoSuchRequest": .noSuchRequest,
        "NotAllowed": .notAllowed,
        "NotConnected": .notConnected,
        "NotSupported": .notSupported,
        "RemoteError": .remoteError,
        "SecretStorageFailed": .secretStorageFailed,
        "ShuttingDown": .shuttingDown,
        "StorageFailed": .storageFailed,
        "StorageFull": .storageFull,
        "Timeout": .timeout,
    ]
}
