import Domain
import Store
import XMPPAddresses
import XMPPExtensions
import XMPPStanzas

/// What a batch leads to: changes to store, and what memory must learn once they are stored.
struct BatchOutcome {
    enum Effect {
        case contact(Contact)
        case contactRemoved(BareJID)
        case rosterVersion(String)
    }

    /// A receipt to be sent when a change is on disk.
    struct ReceiptWish {
        var change: Int
        var recipient: JID
        var type: MessageType
        var messageID: String
    }

    /// What a message said of what its sender does; no state: only that they have just sent it.
    struct ChatStateNote {
        var state: ChatState?
        var person: String
        var peer: BareJID
        var isContent: Bool
    }

    var changes: [Change] = []
    var effects: [Effect] = []
    /// The last place in the account's archive that a message says it has, of those that were not kept before.
    var archived: ArchivePlace?
    /// What addresses show after the batch, of those that it is about.
    var presences: [BareJID: ResourceList] = [:]
    var receipts: [ReceiptWish] = []
    var chatStates: [ChatStateNote] = []
    /// What other devices have told, of which memory is to learn.
    var shared: [PersonalEvent] = []
    /// Whether something may have left the outbox without being acknowledged.
    var endsWaiting = false

    mutating func note(_ state: ChatState?, of person: String, in peer: BareJID, _ isContent: Bool) {
        chatStates.append(ChatStateNote(state: state, person: person, peer: peer, isContent: isContent))
    }

    /// Whether somebody is in the roster once this is stored; `nil`: the batch says nothing about it.
    func makesContact(_ jid: BareJID) -> Bool? {
        for effect in effects.reversed() {
            switch effect {
            case .contact(let contact) where contact.jid == jid: return true
            case .contactRemoved(jid): return false
            case .contact, .contactRemoved, .rosterVersion: continue
            }
        }
        return nil
    }
}
