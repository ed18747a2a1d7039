/// Why an act is not done.
public struct ActRefusal: Error, Hashable, Sendable {
    /// Stable, lower case with hyphens.
    public let code: String
    /// Where it is written; `local`: a rule of our own.
    public let section: String

    init(_ code: String, _ section: String) {
        self.code = code
        self.section = section
    }

    /// A headline, an error, a call or a notice of the daemon: nobody does anything to it.
    public static let kind = ActRefusal("kind", "RFC 6121 §5.2.2")
    /// An act on the stanza that brings it.
    public static let itself = ActRefusal("itself", "XEP-0308 §5")
    public static let correctionByAnother = ActRefusal("not-the-author", "XEP-0308 §4")
    public static let retractionByAnother = ActRefusal("not-the-author", "XEP-0424 §5")
    public static let notTheRoom = ActRefusal("not-the-room", "XEP-0425 §5")
    /// What was encrypted is changed by what is encrypted only.
    public static let inTheClear = ActRefusal("in-the-clear", "XEP-0308 §5")
    public static let retracted = ActRefusal("retracted", "XEP-0424 §5")
    /// In a room an entry is named by the room's id, in a chat by the sender's.
    public static let retractionID = ActRefusal("wrong-id", "XEP-0424 §5.1")
    public static let moderationID = ActRefusal("wrong-id", "XEP-0425 §3.1")
    public static let reactionID = ActRefusal("wrong-id", "XEP-0444 §4.2")
    public static let markerID = ActRefusal("wrong-id", "XEP-0333 §4.3")
    /// Not one of the two in a chat.
    public static let outsider = ActRefusal("outsider", "XEP-0444 §4.1")
    /// More or longer emojis than anybody can mean.
    public static let tooMany = ActRefusal("too-many", "XEP-0444 §4")
    public static let receiptByAnother = ActRefusal("not-the-recipient", "XEP-0184 §8")
    /// Receipts mean nothing in a room.
    public static let receiptInRoom = ActRefusal("room", "XEP-0184 §5.3")
    public static let markerByAnother = ActRefusal("not-the-recipient", "XEP-0333 §5")
    /// An own message that did not arrive is sent anew.
    public static let notArrived = ActRefusal("not-arrived", "local")
    /// The others have no name for the entry, so that they cannot be told.
    public static let nameless = ActRefusal("no-id", "XEP-0308 §4")
    /// More versions than are kept.
    public static let tooOften = ActRefusal("too-often", "local")
    /// What somebody sent as a file is not corrected.
    public static let notText = ActRefusal("not-text", "XEP-0308 §4")
    /// Only the user pins.
    public static let pinByAnother = ActRefusal("not-the-user", "local")
}
