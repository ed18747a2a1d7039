import Domain
import XMPPAddresses
import XMPPExtensions
import XMPPSessions
import XMPPStanzas

/// What a message does to other entries.
extension Reception {
    /// Why a message may not do what it wants to.
    struct RefusedAct: Error {
        let refusal: Refusal
    }

    var acts: [Act] {
        get throws(RefusedAct) {
            let deed = try deed
            let news = try news
            guard let deed else { return news.map { [$0] } ?? [] }
            return news.map { [deed, $0] } ?? [deed]
        }
    }

    /// What replaces, takes back or comments an entry.
    private var deed: Act? {
        get throws(RefusedAct) {
            switch payloads.deed {
            case .correct(let correction): return isSealed ? nil : try self.correction(correction)
            case .retract(let retraction): return try self.retraction(retraction)
            case .react(let reactions): return act(.react(reactions.emojis), on: reactions.id)
            case nil: return nil
            }
        }
    }

    /// XEP-0308 §3: all content of the new stanza stands in place of all content of the old one.
    private func correction(_ correction: Correction) throws(RefusedAct) -> Act {
        guard hasText else { throw RefusedAct(refusal: .emptyCorrection) }
        let texts = Domain.LanguageMap(message.bodies)
        let details = details
        let kind = Act.Kind.correct(
            texts: texts, subjects: Domain.LanguageMap(message.subjects), details: details,
            detectedLanguage: texts.detectedLanguage(details, stamp: message.lang))
        // A correction names the id that the sender gave, in rooms as well.
        return act(kind, names: [.sender(correction.id)])
    }

    /// XEP-0425 §5: what a moderator did is told by the room itself, by nobody else.
    private func retraction(_ retraction: Retraction) throws(RefusedAct) -> Act {
        // XEP-0424 §5.1: the sender's id where the room gives none; the store knows whether it does.
        guard let moderation = retraction.moderation else { return act(.retract, names: eitherName(retraction.id)) }
        guard isInRoom, message.type == .groupchat, message.from?.resource == nil else {
            throw RefusedAct(refusal: .moderationByAnother)
        }
        return act(.moderate(reason: moderation.reason), on: retraction.id)
    }

    /// How far a message has come, or been read.
    private var news: Act? {
        get throws(RefusedAct) {
            if let id = payloads.displayed { return displayed(id) }
            guard let id = payloads.received else { return nil }
            // XEP-0184 §5.3: in a room it would mean nothing.
            guard !isInRoom else {
                if saysSomething { return nil }
                throw RefusedAct(refusal: .receiptInRoom)
            }
            // Another device of ours told the sender of something that this one knows itself.
            return direction == .incoming ? act(.receive, on: id) : nil
        }
    }

    /// XEP-0333 §4.3: the room's id where there is one; the store knows whether there is.
    private func displayed(_ id: String) -> Act { act(.display, names: eitherName(id)) }

    private func eitherName(_ id: String) -> [EntryTarget.Name] {
        isInRoom ? [.archive(StanzaReference(id: id, by: peer.description)), .sender(id)] : [.sender(id)]
    }

    /// In a room a message is named by the room's id, elsewhere by the sender's (XEP-0424 §5.1, XEP-0444 §4.2).
    private func act(_ kind: Act.Kind, on id: String) -> Act {
        act(kind, names: isInRoom ? [.archive(StanzaReference(id: id, by: peer.description))] : [.sender(id)])
    }

    private func act(_ kind: Act.Kind, names: [EntryTarget.Name]) -> Act {
        var act = Act(
            kind, on: EntryTarget(account: account, peer: peer, names: names), direction: direction, author: author,
            occupantID: occupantID, time: time, messageID: message.id, originID: originID, stanzaIDs: stanzaIDs)
        act.isInOrder = arrival.archived == nil
        return act
    }

    /// Whether an act may wait for an entry that is not here yet: those of strangers, who can invent any number of
    /// them, may not, unless our own archive tells of them.
    var mayWait: Bool {
        guard case .stranger = incoming.authority else { return true }
        if case .archived = incoming.passage { return true }
        return false
    }
}
