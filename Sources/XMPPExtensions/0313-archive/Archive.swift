public import XMLStreams
public import XMPPAddresses
public import XMPPSessions
import XMPPStanzas

extension Namespace {
    /// Message Archive Management (XEP-0313 §10).
    public static let archive: Namespace = "urn:xmpp:mam:2"
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
    public static let foreignArchive = Refusal(code: "archive-foreign", section: "XEP-0313 §8.4")
    static let unaskedArchive = Refusal(code: "archive-unasked", section: "XEP-0313 §4")
    static let malformedArchive = Refusal(code: "archive-malformed", section: "XEP-0313 §4.2")
}

extension Requesting {
    /// A part of the account's archive.
    /// - Parameters:
    ///   - peer: only what was exchanged with this address (§4.1.1).
    ///   - max: at most so many messages; the server may send fewer.
    /// - Throws: `.refused` with `item-not-found` when the archive does not have the message that the part is to follow
    ///   or precede.
    public func archive(
        _ page: ResultPage, with peer: BareJID? = nil, max: Int, id query: String, book: ArchiveBook,
        timeout: Duration = .seconds(60)
    ) async throws(RequestFailure) -> ArchivePage {
        var children: [Element] = []
        if let peer {
            children.append(
                Element(
                    "x", .dataForms, ["type": "submit"],
                    children: [
                        Self.field("FORM_TYPE", Namespace.archive.rawValue, type: "hidden"),
                        Self.field("with", peer.description),
                    ]))
        }
        children.append(page.element(max: max))
        book.begin(query, limit: max)
        let payload: Element?
        do throws(RequestFailure) {
            payload = try await request(
                Element("query", .archive, ["queryid": query], children: children), .set, to: nil, timeout: timeout)
        } catch {
            _ = book.end(query)
            throw error
        }
        let messages = book.end(query)
        guard let fin = payload, fin.has("fin", .archive) else { throw .malformedAnswer }
        let set = ResultSet(fin.child("set", .resultSets))
        return ArchivePage(
            messages: messages, first: set.first ?? messages.first?.id, last: set.last ?? messages.last?.id,
            isComplete: ["true", "1"].contains(fin[attribute: "complete"]))
    }

    private static func field(_ name: String, _ value: String, type: String? = nil) -> Element {
        Element(
            "field", .dataForms, ["var": name, "type": type], children: [Element("value", .dataForms, text: value)])
    }
}
