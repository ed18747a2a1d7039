import Domain
import XMPPSessions

extension Refusal {
    /// A groupchat message from a room that was not joined is somebody's invention.
    static let groupchatNotJoined = Refusal(code: "groupchat-not-joined", section: "XEP-0045 §7.4")
    /// What was said in a room is told by the room, not by the account's archive, nor in copies (XEP-0280 §6.1).
    static let groupchatSecondHand = Refusal(code: "groupchat-second-hand", section: "XEP-0313 §8.4")
    /// An error must tell which message it is about.
    static let errorWithoutID = Refusal(code: "error-without-id", section: "RFC 6120 §8.1.3")
    /// A message that wants to be two things at once.
    static let ambiguousAct = Refusal(code: "act-ambiguous", section: "XEP-0444 §4")
    /// A correction, retraction or reaction that does not say of what.
    static let malformedAct = Refusal(code: "act-malformed", section: "XEP-0308 §8")
    /// A correction that leaves nothing; a retraction would say so.
    static let emptyCorrection = Refusal(code: "correction-empty", section: "XEP-0308 §3")
    /// Only the room itself tells what its moderators did.
    static let moderationByAnother = Refusal(code: "moderation-foreign", section: "XEP-0425 §5")
    static let tombstoneOutsideArchive = Refusal(code: "tombstone-foreign", section: "XEP-0424 §4")
    static let receiptInRoom = Refusal(code: "receipt-in-room", section: "XEP-0184 §5.3")

    /// What the store found when it looked at the entry.
    init(_ refusal: ActRefusal) {
        self.init(code: "act-\(refusal.code)", section: refusal.section)
    }
}
