import XMLStreams

extension Element {
    /// The id of a message in the attribute `id`; `nil` where there is none, or an empty or an overlong one.
    var messageID: String? {
        guard let id = self[attribute: "id"], (1...OriginID.limit).contains(id.utf8.count) else { return nil }
        return id
    }
}
