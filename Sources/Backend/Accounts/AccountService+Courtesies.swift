public import Domain
import Logging
import Store
import XMLStreams
import XMPPAddresses
import XMPPExtensions
import XMPPSessions
import XMPPStanzas

/// What others are told without anybody waiting for it: receipts, markers, chat states.
///
/// All of it is best effort: it is sent once, over the stream that is there, and what a lost session takes with it is
/// not sent again.
extension AccountService {
    /// Courtesies that wait to be sent at most; what is beyond is not sent.
    static let courtesyLimit = 2000

    /// Puts a stanza in the line; never waits, since the reader must not wait for the writer.
    func sendCourtesy(_ stanza: Element) {
        guard isOnline, let session else { return }
        guard courtesies.count < Self.courtesyLimit else { return refused(.tooManyCourtesies) }
        courtesies.append(stanza)
        guard !isCourteous else { return }
        isCourteous = true
        // Ends as soon as the line is empty, or the session over.
        Task { await sendCourtesies(session) }
    }

    private func sendCourtesies(_ session: Session) async {
        defer { isCourteous = false }
        while !courtesies.isEmpty {
            let stanzas = courtesies
            courtesies = []
            for stanza in stanzas {
                guard session === self.session, (try? await session.send(stanza)) != nil else {
                    courtesies = []
                    return
                }
            }
        }
    }

    // MARK: Receipts

    /// Notes that a message asks for a receipt, to be answered once it is stored.
    ///
    /// Only what came by itself, to this device, from somebody who sees our presence anyway (XEP-0184 §5.5, §8).
    func noteReceipt(for incoming: Incoming<Message>, _ payloads: MessagePayloads, _ outcome: inout BatchOutcome) {
        let message = incoming.stanza
        guard payloads.wantsReceipt, payloads.received == nil, incoming.passage == .direct, manners.sendsReceipts,
            message.type != .error, message.type != .groupchat, case .contact(let sender) = incoming.authority,
            let messageID = message.id, (1...OriginID.limit).contains(messageID.utf8.count),
            authorityStamp.mayKnowPresence(incoming.authority)
        else { return }
        outcome.receipts.append(
            .init(change: outcome.changes.count, recipient: sender, type: message.type, messageID: messageID))
    }

    /// Answers for what is on disk now; what was refused has not arrived.
    func answerReceipts(_ wishes: [BatchOutcome.ReceiptWish], _ committed: Committed) {
        for wish in wishes where committed.outcomes.indices.contains(wish.change) {
            switch committed.outcomes[wish.change] {
            case .added, .duplicate, .acted, .waiting: break
            case .done, .unchanged, .moved, .opened, .refused, .purged, .removed: continue
            }
            // XEP-0184 §7: nothing but the receipt.
            let receipt = Message(
                type: wish.type, to: wish.recipient, id: RandomID.make(),
                payloads: [Receipt.received(id: wish.messageID).element])
            sendCourtesy(receipt.element)
        }
    }

    // MARK: Markers

    /// Tells the author that the user has seen everything up to this entry, as far as that is wanted; to be called when
    /// the place up to which a conversation was read moved forward.
    ///
    /// Nothing is told in rooms, to those who do not see our presence (XEP-0333 §7), where nobody asked to hear it
    /// (§5), when the account's manners forbid it (§8), and while offline: then it is lost, until something newer is
    /// read.  Returns whether something was told.  Errors: as `StorageFailed`.
    @discardableResult
    public func sendDisplayed(upTo entry: EntryID, in conversation: ConversationID) async throws(BackendError) -> Bool {
        guard manners.sendsMarkers, isOnline else { return false }
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
        sendCourtesy(marker.element)
        return true
    }
}

/// The places up to which authors were told that the user has read; memory only.
struct DisplayedBook: Sendable {
    /// Conversations remembered at most; beyond that all are forgotten, and a marker may come twice.
    static let limit = 1000

    private var places: [ConversationID: (time: Timestamp, entry: Int64)] = [:]

    /// Whether this is further than what was told before.
    mutating func tells(_ entry: Entry, in conversation: ConversationID) -> Bool {
        let place = (time: entry.content.sentAt, entry: entry.id.number)
        if let known = places[conversation], place <= known { return false }
        if places.count >= Self.limit, places[conversation] == nil { places = [:] }
        places[conversation] = place
        return true
    }
}

extension Refusal {
    /// More receipts than can be sent.
    static let tooManyCourtesies = Refusal(code: "courtesy-flood", section: "XEP-0184 §7")
}
