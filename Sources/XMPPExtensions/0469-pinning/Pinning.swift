public import XMLStreams

extension Namespace {
    /// Bookmark Pinning (XEP-0469 §7.1).
    public static let pinning: Namespace = "urn:xmpp:bookmarks-pinning:0"
}

/// Whether something stands above the others (XEP-0469 §3).
enum Pinning {
    static func isPinned(_ extensions: Element) -> Bool { extensions.child("pinned", .pinning) != nil }

    static func set(_ isPinned: Bool, in extensions: inout Element) {
        guard isPinned != self.isPinned(extensions) else { return }
        extensions.removeChildren("pinned", .pinning)
        if isPinned { extensions.children.append(.element(Element("pinned", .pinning))) }
    }
}
