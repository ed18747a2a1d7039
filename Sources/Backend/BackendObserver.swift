public import Domain
public import XMPPAddresses
public import XMPPExtensions

/// Whoever shows the backend to the outside: the bus.
///
/// Calls come from any thread, one at a time for each subject and in order, and must return quickly.
public protocol BackendObserver: Sendable {
    /// An account was added or something about it changed.
    func changed(_ account: AccountSnapshot, _ service: AccountService)
    /// An account and all its conversations are gone.
    func removed(_ account: AccountID)
    /// A conversation exists that did not before; told before its first event.
    func opened(_ conversation: Conversation)
    /// These are committed; their numbers follow those of the call before.
    func recorded(_ events: [Event])
    /// What the others in a conversation do now, by address; transient, and never stored.
    func chatStates(_ states: [String: ChatState], in peer: BareJID, of account: AccountID)
}
