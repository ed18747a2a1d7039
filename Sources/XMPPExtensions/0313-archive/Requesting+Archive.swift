import XMLStreams
public import XMPPSessions

extension Requesting {
    /// A part of the account's archive (XEP-0313 §4).
    /// - Parameters:
    ///   - filter: only what fits it.
    ///   - max: at most so many messages; the server may send fewer.
    ///   - query: names the question, so that its results are known; unguessable, never used before.
    /// - Throws: `.refused` with `item-not-found` when the archive does not have the message that the part is to follow
    ///   or precede.
    public func archive(
        _ page: ResultPage, _ filter: ArchiveFilter = ArchiveFilter(), max: Int, id query: String, book: ArchiveBook,
        timeout: Duration = .seconds(60)
    ) async throws(RequestFailure) -> ArchivePage {
        let children = (filter.form.map { [$0] } ?? []) + [page.element(max: max)]
        book.begin(query, limit: max)
        let payload: Element?
        do throws(RequestFailure) {
            payload = try await request(
                Element("query", .archive, ["queryid": query], children: children), .set, to: nil, timeout: timeout)
        } catch {
            book.end(query)
            throw error
        }
        // The ends that a page names would be behind what was left out of it.
        guard let messages = book.end(query), let fin = payload, fin.has("fin", .archive) else {
            throw .malformedAnswer
        }
        let set = ResultSet(fin.child("set", .resultSets))
        return ArchivePage(
            messages: messages, first: set.first ?? messages.first?.id, last: set.last ?? messages.last?.id,
            isComplete: ["true", "1"].contains(fin[attribute: "complete"]))
    }
}
