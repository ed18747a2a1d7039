import Domain
import Store

/// When and how a message got here, apart from what it says.
struct Arrival {
    /// When the daemon got it.
    var received: Timestamp
    /// Its id in the account's archive, said by those who may; `nil`: it has none.
    var stanzaID: StanzaReference?
    /// When the archive got it; `nil`: it did not come from there.
    var archived: Timestamp?
    /// Whether it is news to the user, as long as it was not read elsewhere.
    var isNews = true

    /// The last entry that was here before what is news now was fetched.
    var follows: EntryID?

    /// It came by itself.
    init(_ received: Timestamp, stanzaID: StanzaReference? = nil) {
        self.received = received
        self.stanzaID = stanzaID
    }

    var origin: NewEntry.Origin { archived == nil ? .live : .archive }
}
