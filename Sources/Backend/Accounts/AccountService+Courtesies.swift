import Domain
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
/// not sent again; but for markers, which are told when there is a stream again.
extension AccountService {
    /// Puts a stanza in the line; never waits, since the reader must not wait for the writer.
    func sendCourtesy(_ courtesy: Courtesy) {
        guard isOnline, let session else { return missed([courtesy]) }
        let addition = courtesies.add(courtesy, of: ObjectIdentifier(session))
        if addition.isFull { refused(.tooManyCourtesies) }
        missed(addition.missed)
        guard addition.begins else { return }
        // Ends as soon as the line is empty, or the session over.
        Task { await sendCourtesies(session) }
    }

    private func sendCourtesies(_ session: Session) async {
        let line = ObjectIdentifier(session)
        while case let stanzas = courtesies.take(of: line), !stanzas.isEmpty {
            for (place, courtesy) in stanzas.enumerated() {
                guard session === self.session, (try? await session.send(courtesy.stanza)) != nil else {
                    return missed(Array(stanzas[place...]) + courtesies.end(of: line))
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
            case .added, .duplicate, .acted, .waiting, .purged: break
            case .done, .unchanged, .moved, .opened, .refused, .removed: continue
            }
            // XEP-0184 §7: nothing but the receipt.
            let receipt = Message(
                type: wish.type, to: wish.recipient, id: RandomID.make(),
                payloads: [Receipt.received(id: wish.messageID).element])
            sendCourtesy(Courtesy(stanza: receipt.element))
        }
    }
}

extension Refusal {
    /// More receipts than can be sent.
    static let tooManyCourtesies = Refusal(code: "courtesy-flood", section: "XEP-0184 §7")
}
