public import Backend
public import Domain
import XMPPAddresses

/// The account's own side of an event.
public struct OwnSide: Hashable, Sendable {
    /// Its bare address.
    public var jid: String
    /// What contacts see: `available`, `chat`, `away`, `xa`, `dnd`, `unavailable`.
    public var show: String
    /// Whether somebody looks at a frontend.
    public var isWatched: Bool

    public init(jid: String, show: String, isWatched: Bool) {
        self.jid = jid
        self.show = show
        self.isWatched = isWatched
    }
}

/// An answer that a program gave to a message.
public struct HookAnswer: Hashable, Sendable {
    public var account: AccountID
    /// The bare address that wrote the message.
    public var peer: String
    public var text: String
    /// A language tag; empty: not declared.
    public var language: String
    public var thread: String?
    /// The same for the same answer: it is sent once.
    public var token: String
}

/// What hooks need of the daemon, besides its event log.
public protocol HookHost: Sendable {
    /// `nil`: there is no such account any more.
    func ownSide(of account: AccountID) async -> OwnSide?
    /// Sends an answer; returns why not, when not.
    func send(_ answer: HookAnswer) async -> String?
}

extension Backend: HookHost {
    public func ownSide(of account: AccountID) async -> OwnSide? {
        guard let service = self.account(account) else { return nil }
        return OwnSide(
            jid: service.jid.description, show: await service.snapshot.presence.show.rawValue, isWatched: isWatched)
    }

    /// Only who may see the account's presence is answered: an answer says as much (RFC 6121 §8.5.3.2.1).
    public func send(_ answer: HookAnswer) async -> String? {
        guard let service = account(answer.account), let peer = try? BareJID(answer.peer) else {
            return "the account is gone"
        }
        guard peer != service.jid else { return "it is the account's own" }
        let contact = try? await service.contact(peer).contact
        guard let contact, contact.subscription == .both || contact.subscription == .from else {
            return "who wrote may not see whether you are there"
        }
        guard await service.snapshot.presence.show != .unavailable else { return "the account is invisible" }
        do throws(BackendError) {
            var draft = Draft(texts: LanguageMap(answer.text, language: answer.language))
            draft.thread = answer.thread
            draft.token = answer.token
            _ = try await service.send(draft, to: peer)
            return nil
        } catch {
            return error.sentence
        }
    }
}
