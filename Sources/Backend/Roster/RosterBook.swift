import Domain
import Synchronization
import XMPPAddresses
import XMPPSessions

/// The roster of one account in memory: as it is stored, and what authority asks of it.
///
/// Read from any thread; changed only after the change is committed.
final class RosterBook: Sendable {
    private let contacts: Mutex<[BareJID: Contact]>

    init(_ contacts: [Contact]) {
        self.contacts = Mutex(Dictionary(contacts.map { ($0.jid, $0) }) { $1 })
    }

    var count: Int { contacts.withLock(\.count) }

    subscript(jid: BareJID) -> Contact? { contacts.withLock { $0[jid] } }

    var all: [Contact] { contacts.withLock { Array($0.values) } }

    func replace(_ new: [Contact]) {
        let new = Dictionary(new.map { ($0.jid, $0) }) { $1 }
        contacts.withLock { $0 = new }
    }

    func set(_ contact: Contact) { contacts.withLock { $0[contact.jid] = contact } }

    func remove(_ jid: BareJID) { contacts.withLock { _ = $0.removeValue(forKey: jid) } }

    /// What the roster says about somebody's right to speak and to know.
    func standing(_ jid: BareJID) -> ContactStanding {
        guard let contact = self[jid] else { return [] }
        var standing: ContactStanding = .listed
        switch contact.subscription {
        case .none: break
        case .to: standing.insert(.seen)
        case .from: standing.insert(.sees)
        case .both: standing.formUnion([.seen, .sees])
        }
        if contact.isAsked { standing.insert(.asked) }
        return standing
    }
}
