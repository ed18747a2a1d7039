public import XMLStreams
public import XMPPSessions
import XMPPStanzas

extension Namespace {
    /// Message Archive Management (XEP-0313 §10).
    public static let archive: Namespace = "urn:xmpp:mam:2"
    /// The archive can leave messages of rooms out (XEP-0313 §7).
    public static let archiveGroupchat: Namespace = "urn:xmpp:mam:2#groupchat-field"
}

/// The account's own archive (XEP-0313): its results are taken from our own account only, for questions that are open.
public struct Archive: XMPPExtension {
    private let stamp: AuthorityStamp
    private let book: ArchiveBook

    /// - Parameter stamp: tells who speaks in an archived message.
    public init(stamp: AuthorityStamp, book: ArchiveBook) {
        self.stamp = stamp
        self.book = book
    }

    public func join(_ plan: inout SessionPlan) {
        plan.onMessage(
            containing: Name("result", .archive), at: .unwrap, accepting: .ownAccount,
            otherwise: .refuse(.foreignArchive)
        ) { [self] in take($0) }
    }

    private func take(_ incoming: Incoming<Message>) -> Verdict<Message> {
        let results = incoming.stanza.payloads.filter { $0.has("result", .archive) }
        guard results.count == 1, let result = results.first, let query = result[attribute: "queryid"],
            book.isOpen(query)
        else { return .refuse(.unaskedArchive) }
        guard let id = result[attribute: "id"].flatMap(ResultSet.id), let forwarded = Forwarded(in: result),
            let stamp = forwarded.delay?.stamp, let from = forwarded.message.from
        else { return .refuse(.malformedArchive) }
        let message = Incoming(forwarded.message, from: self.stamp.authority(of: from), by: .archived(id: id))
        let isWanted = book.take(ArchivedMessage(id: id, stamp: stamp, message: message), for: query)
        return isWanted ? .take : .refuse(.unaskedArchive)
    }
}

extension Refusal {
    public static let foreignArchive = Refusal(code: "archive-foreign", section: "XEP-0313 §8.2")
    static let unaskedArchive = Refusal(code: "archive-unasked", section: "XEP-0313 §4")
    static let malformedArchive = Refusal(code: "archive-malformed", section: "XEP-0313 §4.2")
}
