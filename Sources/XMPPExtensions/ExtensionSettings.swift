public import XMPPAddresses
public import XMPPSessions

/// What extensions need to know of the program and the machine they run in.
public struct ExtensionSettings: Sendable {
    /// What we call ourselves: to those who ask for our version, and in disco#info.
    public var name: String
    public var version: String
    /// "pc", "console", "web", "bot": which kind of client we say we are (XEP-0030 §3.1).
    public var kind: String
    /// An address that names the software (XEP-0115 §4); never changes with the version.
    public var website: String
    /// The wall clock, µs since 1970, UTC.
    public var now: @Sendable () -> Int64
    /// Minutes east of UTC, at this moment.
    public var offset: @Sendable () -> Int
    /// Whose session it is, and who speaks in copies and archived messages.
    public var account: BareJID
    public var stamp: AuthorityStamp
    /// The questions to the account's archive.
    public var archive: ArchiveBook
    /// Seconds since a person last did something here; `nil`: nobody is told, and nothing announced.
    public var idle: (@Sendable () -> UInt64)?
    /// Whether others may call for the user's attention (XEP-0224 §6).
    public var takesAttention: Bool

    public init(
        account: BareJID, stamp: AuthorityStamp, archive: ArchiveBook = ArchiveBook(), name: String = "Saluton",
        version: String = "0.1.0", kind: String = "pc",
        website: String = "https://saluton.org", now: @escaping @Sendable () -> Int64 = LocalClock.now,
        offset: @escaping @Sendable () -> Int = LocalClock.offset, idle: (@Sendable () -> UInt64)? = nil,
        takesAttention: Bool = true
    ) {
        self.account = account
        self.stamp = stamp
        self.archive = archive
        self.name = name
        self.version = version
        self.kind = kind
        self.website = website
        self.now = now
        self.offset = offset
        self.idle = idle
        self.takesAttention = takesAttention
    }

    /// Says its language, so that hashes do not depend on the streams it goes through (XEP-0390 §4.1).
    var identity: DiscoIdentity { DiscoIdentity(category: "client", type: kind, language: "en", name: name) }
}
