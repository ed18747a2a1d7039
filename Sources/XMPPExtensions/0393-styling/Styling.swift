public import XMLStreams

extension Namespace {
    /// Message Styling (XEP-0393 §12.1).
    public static let styling: Namespace = "urn:xmpp:styling:0"
}

/// Message Styling (XEP-0393): formatting by signs in the text itself.
public enum Styling {
    /// The blocks and spans of a text, in the order of their beginnings, what holds others before them.
    ///
    /// Signs belong to what they begin and end (§8).  A quotation reaches from its first sign to the end of its last
    /// line.  An opening sign right behind another counts only where that one found its end.  The time this takes grows
    /// with the length of the text and no faster.
    public static func spans(in text: String) -> [MarkupSpan] {
        guard mayStyle(text) else { return [] }
        var parser = StylingBlocks(text)
        return parser.spans()
    }

    /// Whether the sender says that nothing in the text is meant as formatting (§7).
    public static func isUnstyled(_ payload: Element) -> Bool { payload.has("unstyled", .styling) }

    /// The wish not to be styled (§7).
    public static var unstyled: Element { Element("unstyled", .styling) }

    /// Whether there is any byte that a sign begins with; most texts have none.
    private static func mayStyle(_ text: String) -> Bool {
        text.utf8.contains { byte in
            switch byte {
            case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "`"), UInt8(ascii: ">"): true
            default: false
            }
        }
    }
}
