import Domain
import XMPPAddresses

/// What an account remembers of its archive while it runs.
struct ArchiveMemory {
    /// What becomes of what was written to a stream that is lost.
    enum Outbox {
        /// Nothing waits for the archive.
        case free
        /// Nothing is sent before the archive has told what it has.
        case waiting
        /// The archive has told: what is still held is to be sent.
        case answered
    }

    /// Whether there is one, as far as the server was asked.
    var support = ArchiveKnowledge.Support.unknown
    /// Whether the archive can leave messages of rooms out.
    var filtersRooms = false
    /// Whether the server itself can look for words in it (XEP-0431 §2.1).
    var canSearch = false
    var status = ArchiveStatus.unknown
    /// Whether everything that is archived in this session comes by itself as well.
    var isFollowed = false
    /// Whether everything new was fetched in this session.
    var isCurrent = false
    var outbox = Outbox.free
    /// Who fetches older messages with whom.
    var fills: [BareJID: Task<Bool, Never>] = [:]

    /// Whether ids that the account's own address is said to have given are believed (XEP-0313 §3.5, XEP-0359 §6).
    var givesIDs: Bool { support == .supported }

    /// The session is over: what is new is not known any more.
    mutating func end() {
        isCurrent = false
        status = support == .unsupported ? .unsupported : .unknown
    }

    /// Another session begins.
    mutating func begin(isCurrent: Bool) {
        self.isCurrent = isCurrent
        isFollowed = isCurrent
        status = support == .unsupported ? .unsupported : isCurrent ? .current : .unknown
    }
}
