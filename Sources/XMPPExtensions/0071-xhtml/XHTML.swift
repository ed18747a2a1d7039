public import XMLStreams

extension Namespace {
    /// XHTML-IM (XEP-0071 §14.1).
    public static let xhtmlIM: Namespace = "http://jabber.org/protocol/xhtml-im"
    /// XHTML 1.0 (XEP-0071 §5).
    static let xhtml: Namespace = "http://www.w3.org/1999/xhtml"
}

/// Formatting that came as XHTML (XEP-0071), as far as it can be trusted; never written.
///
/// Nothing of the document itself is kept.  What is told of it are parts of the plain body: of the elements on a list,
/// and only where the document says the same as the body, whitespace aside, so that nobody reads here what others do
/// not (§8, rule 2).  Images, colours and sizes are left out, as is any address that must not be opened from a text.
public enum XHTML {
    /// The formatting that an `html` element gives a body; empty where the two do not agree.
    ///
    /// - Parameter language: of the body; the `body` element of this language counts (§8, rule 4), else the first.
    public static func spans(in element: Element, of body: String, language: String = "") -> [MarkupSpan] {
        guard element.has("html", .xhtmlIM) else { return [] }
        let bodies = element.children("body", .xhtml)
        let fitting = bodies.first { ($0[Name("lang", .xml)] ?? "").lowercased() == language.lowercased() }
        guard let document = fitting ?? bodies.first else { return [] }
        var walk = XHTMLWalk(of: body)
        return walk.spans(in: document)
    }
}
