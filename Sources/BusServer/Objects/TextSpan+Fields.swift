import BusAPI
import DBusWire
import Domain

extension Fields {
    /// A formatted part of the first text, as docs/events.md describes it.
    init(_ span: TextSpan) {
        self = [
            "kind": .string(span.kind.rawValue), "begin": .uint32(UInt32(clamping: span.range.lowerBound)),
            "end": .uint32(UInt32(clamping: span.range.upperBound)),
        ]
        set("link", span.link)
        set("language", span.language)
    }
}

extension TextSpan {
    private static let schemes = ["http:", "https:", "xmpp:", "mailto:"]

    /// `nil` for what is no span, or leads where none may.
    init?(_ fields: Fields) {
        guard case .string(let name)? = fields["kind"], let kind = Kind(rawValue: name),
            case .uint32(let begin)? = fields["begin"], case .uint32(let end)? = fields["end"], begin < end
        else { return nil }
        var link: String?
        if case .string(let address)? = fields["link"] {
            guard Self.schemes.contains(where: address.lowercased().hasPrefix) else { return nil }
            link = address
        }
        var language: String?
        if case .string(let text)? = fields["language"] { language = text }
        self.init(kind, Int(begin)..<Int(end), link: link, language: language)
    }
}
