public import Domain
public import XMPPAddresses
public import XMPPSessions

/// Everything a frontend can know about an account at one moment.
public struct AccountSnapshot: Hashable, Sendable {
    public var account: Account
    public var state: AccountState
    /// What went wrong last; `nil` while all is well.
    public var problem: Problem?
    /// When the next try is; `nil` while none is planned.
    public var nextTry: Timestamp?
    /// Our address in this session; `nil` while there is none.
    public var bound: FullJID?
    /// `nil` while there is no stream.
    public var security: StreamSecurity?
    /// Whether the stream goes on with an earlier session.
    public var isResumed: Bool
    public var presence: OwnPresence
    public var manners: Manners
    /// Entries that wait to be sent or acknowledged.
    public var queued: Int
    /// How long entries are kept; `nil`: as long as the daemon says.
    public var retention: RetentionPeriod?
    public var rosterSize: Int
    /// The server's name for the state of the roster; `nil`: none.
    public var rosterVersion: String?
    /// Where the password comes from: the vault's name, or `command`; `nil`: the account needs none.
    public var passwordSource: String?
    public var archive: ArchiveStatus
}

/// Something is the matter: for programs a code, for people a sentence and, where there is one, what to do.
public struct Problem: Hashable, Sendable {
    public var code: String
    public var sentence: String
    public var action: String?
    public var section: String?
    public var detail: String?

    public init(code: String, sentence: String, action: String? = nil, section: String? = nil, detail: String? = nil) {
        self.code = code
        self.sentence = sentence
        self.action = action
        self.section = section
        self.detail = detail
    }

    init(_ problem: StreamProblem) {
        self.init(
            code: problem.code, sentence: problem.sentence, action: problem.action, section: problem.section,
            detail: problem.detail)
    }

    init(_ error: VaultError) {
        self.init(code: error.code, sentence: error.sentence)
    }
}
