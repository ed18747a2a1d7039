public import XMLStreams
public import XMPPSessions
import XMPPStanzas

/// What can be asked of the account's own nodes; those of others are asked nowhere yet.
extension Requesting {
    /// Publishes an item, in place of the one with the same id (XEP-0060 §7.1).
    ///
    /// A node that is configured otherwise is configured anew, once; so is the publication repeated, once (§7.1.5).
    public func publish(
        _ item: PubSubItem, to node: Namespace, options: NodeOptions, timeout: Duration = .seconds(60)
    ) async throws(RequestFailure) {
        let publication = Element(
            "pubsub", .pubsub,
            children: [
                Element("publish", .pubsub, ["node": node.rawValue], children: [item.element]),
                Element(
                    "publish-options", .pubsub, children: [options.form(Namespace.publishOptions.rawValue)]),
            ])
        do throws(RequestFailure) {
            _ = try await request(publication, .set, to: nil, timeout: timeout)
        } catch {
            guard case .refused(let refusal) = error,
                refusal.application?.has("precondition-not-met", .pubsubErrors) == true
            else { throw error }
            try await configure(node, options, timeout: timeout)
            _ = try await request(publication, .set, to: nil, timeout: timeout)
        }
    }

    /// Configures a node (§8.2.4).
    public func configure(
        _ node: Namespace, _ options: NodeOptions, timeout: Duration = .seconds(60)
    ) async throws(RequestFailure) {
        let form = options.form("http://jabber.org/protocol/pubsub#node_config")
        try await own("configure", node, [form], timeout)
    }

    /// Removes a node with all its items (§8.4).
    public func deleteNode(_ node: Namespace, timeout: Duration = .seconds(60)) async throws(RequestFailure) {
        try await own("delete", node, [], timeout)
    }

    private func own(
        _ act: String, _ node: Namespace, _ children: [Element], _ timeout: Duration
    ) async throws(RequestFailure) {
        let element = Element(act, .pubsubOwner, ["node": node.rawValue], children: children)
        _ = try await request(
            Element("pubsub", .pubsubOwner, children: [element]), .set, to: nil, timeout: timeout)
    }

    /// Removes an item and tells the other devices (§7.2).
    public func retract(
        _ id: String, from node: Namespace, timeout: Duration = .seconds(60)
    ) async throws(RequestFailure) {
        let retraction = Element(
            "retract", .pubsub, ["node": node.rawValue, "notify": "true"],
            children: [Element("item", .pubsub, ["id": id])])
        _ = try await request(
            Element("pubsub", .pubsub, children: [retraction]), .set, to: nil, timeout: timeout)
    }

    /// The items of a node (§6.5): all, page after page where the service cuts them up (§6.5.4), or those with these
    /// ids.  Empty when there is no such node or item.
    /// - Parameter limit: what is beyond is left out.
    public func items(
        of node: Namespace, _ ids: [String] = [], limit: Int = 2_000, timeout: Duration = .seconds(60)
    ) async throws(RequestFailure) -> [PubSubItem] {
        var found: [PubSubItem] = []
        var last: String?
        while found.count < limit {
            let asked = Element(
                "items", .pubsub, ["node": node.rawValue], children: ids.map { Element("item", .pubsub, ["id": $0]) })
            let page = last.map { [ResultPage.after($0).element(max: 100)] } ?? []
            let payload: Element?
            do throws(RequestFailure) {
                payload = try await request(
                    Element("pubsub", .pubsub, children: [asked] + page), .get, to: nil, timeout: timeout)
            } catch {
                guard case .refused(let refusal) = error, refusal.condition == .itemNotFound else { throw error }
                return found
            }
            guard let answer = payload, answer.has("pubsub", .pubsub) else { throw .malformedAnswer }
            let items = answer.child("items", .pubsub)?.elements.compactMap { PubSubItem($0, .pubsub) } ?? []
            found += items.prefix(limit - found.count)
            let set = ResultSet(answer.child("set", .resultSets))
            // A service that does not know pages gives all at once, and says nothing of a last one.
            guard let next = set.last, next != last, !items.isEmpty else { return found }
            last = next
        }
        return found
    }
}
