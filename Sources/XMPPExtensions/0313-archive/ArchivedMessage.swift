public import XMPPSessions
public import XMPPStanzas

/// One message of an archive.
public struct ArchivedMessage: Sendable {
    /// Its id in the archive.
    public var id: String
    /// When the archive got it.
    public var stamp: XMPPDateTime
    /// The message, with who speaks in it.
    public var message: Incoming<Message>
}

/// A part of an archive, oldest first (XEP-0313 §4).
public struct ArchivePage: Sendable {
    public var messages: [ArchivedMessage]
    /// Ids of the first and last message of the part, those that could not be read included; `nil`: it is empty.
    public var first: String?
    public var last: String?
    /// Whether there is nothing behind this part, in the direction that was asked for.
    public var isComplete: Bool
}
