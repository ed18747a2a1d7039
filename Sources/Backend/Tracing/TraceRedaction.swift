import XMLStreams
import XMPPSessions

/// What a trace shows of a stanza: its structure, and texts only where they were asked for.
enum TraceRedaction {
    static func redacted(_ element: Element, showsTexts: Bool) -> Element {
        var shown = element
        shown.attributes = element.attributes.map { attribute in
            guard isSecret(attribute, of: element) else { return attribute }
            return Attribute(attribute.name, "•••")
        }
        shown.children = element.children.map { child in
            switch child {
            case .element(let inner): .element(redacted(inner, showsTexts: showsTexts))
            case .text(let text): .text(showsTexts ? text : "[\(text.utf8.count) bytes]")
            }
        }
        return shown
    }

    /// The id of a stream is all one needs to take it over (XEP-0198 §5).
    private static func isSecret(_ attribute: Attribute, of element: Element) -> Bool {
        element.name.namespace == .streamManagement && ["id", "previd"].contains(attribute.name.local)
    }
}
