public import Domain
import Store
import XMPPAddresses
import XMPPExtensions
import XMPPSessions
import XMPPStanzas

/// Authors are told that the user has seen what they wrote (XEP-0333).
extension AccountService {
    /// Conversations whose markers are owed at most.
    static let owedLimit = 1000

    /// Tells the author that the user has seen everything up to this entry, as far as that is wanted; to be called when
    /// the place up to which a conversation was read moved forward.
    ///
    /// Nothing is told in rooms, to those who do not see our presence (XEP-0333 §7), where nobody asked to hear it
    /// (§5), and when the account's manners forbid it (§8).  Without a stream the marker is owed: the next one begins
    /// with one for each conversation, for the place up to which it is read then.  Returns whether something was told.
    /// Errors: as `StorageFailed`.
    @discardableResult
    public func sendDisplayed(upTo entry: EntryID, in conversation: ConversationID) async throws(BackendError) -> Bool {
        guard manners.sendsMarkers else { return false }
        guard isOnline else {
            owe(conversation)
            await keepOwed()
            return false
        }
        let found: Entry?
        do throws(StoreError) {
            found = try await surroundings.store.lastMarkable(in: conversation, upTo: entry)
        } catch {
            throw BackendError(error)
        }
        guard let found, found.account == id, let messageID = found.content.messageID, found.content.kind != .groupchat,
            let peer = try? BareJID(found.peer), peer != jid, book.standing(peer).contains(.sees),
            displayed.tells(found, in: conversation)
        else { return false }
        let marker = Message(
            type: .chat, to: .bare(peer), id: RandomID.make(),
            payloads: [Marker.displayed(id: messageID).element] + Hints.store.elements)
        sendCourtesy(Courtesy(stanza: marker.element, marked: conversation))
        return true
    }

    /// Tells what was read while there was no stream.
    func tellOwedMarkers() async {
        guard !owed.isEmpty else { return }
        let conversations = owed.sorted { $0.number < $1.number }
        owed = []
        for conversation in conversations {
            do {
                guard let place = try await surroundings.store.conversation(conversation)?.state.read else { continue }
                try await sendDisplayed(upTo: place.entry, in: conversation)
            } catch {
                owe(conversation)
            }
        }
        await keepOwed()
    }

    /// What is not sent; receipts and chat states are lost.
    func missed(_ courtesies: [Courtesy]) {
        for case let conversation? in courtesies.lazy.map(\.marked) {
            displayed.forget(conversation)
            owe(conversation)
        }
    }

    private func owe(_ conversation: ConversationID) {
        if owed.count < Self.owedLimit { owed.insert(conversation) }
    }

    /// Keeps over a restart what is owed; best effort.
    private func keepOwed() async { _ = try? await commit([owedNote]) }

    /// What the store is to remember of it.
    var owedNote: Change { .setSetting(OwedText.setting(id), OwedText.text(owed)) }
}
