import Domain
import XMLStreams
import XMPPExtensions
import XMPPSessions
import XMPPStanzas

extension AccountService {
    /// The account's own archive as a whole.
    var archiveScope: ArchiveScope { ArchiveScope(account: id, archive: jid) }

    /// Where a message that came by itself stands in the archive; `nil`: not told, or not by those who may.
    func archivePlace(of incoming: Incoming<Message>, at now: Timestamp) -> ArchivePlace? {
        guard archive.givesIDs, let id = StanzaID.id(in: incoming.stanza.payloads, by: jid) else { return nil }
        return ArchivePlace(id: id, time: now)
    }
}

extension Incoming<Message> {
    /// Whether it was kept somewhere before it came, so that it may be older than what came before it.
    var isDelayed: Bool { stanza.payloads.contains { $0.has("delay", .delay) } }
}
