import Domain
import XMPPAddresses

/// A contact as it stands in its row, apart from the address.
struct PackedContact: Equatable {
    let name: String?
    let groups: String
    let subscription: String
    let isAsked: Bool
    let isApproved: Bool

    init(_ contact: Contact) {
        name = contact.name
        groups = PackedText.pack(contact.groups)
        subscription = contact.subscription.rawValue
        isAsked = contact.isAsked
        isApproved = contact.isApproved
    }

    /// From the columns name, groups, subscription, asked, approved.
    init(_ row: SQLStatement) {
        name = row.optionalText(0)
        groups = row.text(1)
        subscription = row.text(2)
        isAsked = row.bool(3)
        isApproved = row.bool(4)
    }

    func contact(_ jid: BareJID) -> Contact {
        Contact(
            jid: jid, name: name, groups: PackedText.unpack(groups),
            subscription: Subscription(rawValue: subscription) ?? .none, isAsked: isAsked, isApproved: isApproved)
    }
}
