import XMLStreams
import XMPPAddresses

/// Reading and writing the attributes all stanzas have (RFC 6120 §8.1).
struct StanzaHeader {
    var to: JID?
    var from: JID?
    var id: String?
    var lang: String?
    var type: String?

    /// Reads them in one pass; of attributes it does not know nothing is kept.
    init(_ element: Element) throws(StanzaProblem) {
        for attribute in element.attributes {
            guard attribute.name.namespace == nil else {
                if attribute.name == Name("lang", .xml) { lang = attribute.value }
                continue
            }
            switch attribute.name.local {
            case "to": to = try Self.address(attribute.value)
            case "from": from = try Self.address(attribute.value)
            case "id": id = attribute.value
            case "type": type = attribute.value
            default: break
            }
        }
    }

    init(to: JID?, from: JID?, id: String?, lang: String?, type: String?) {
        self.to = to
        self.from = from
        self.id = id
        self.lang = lang
        self.type = type
    }

    func element(_ local: String) -> Element {
        var element = Element(
            local, .client, ["to": to?.description, "from": from?.description, "id": id, "type": type])
        if let lang { element.attributes.append(Attribute(Name("lang", .xml), lang)) }
        return element
    }

    private static func address(_ text: String) throws(StanzaProblem) -> JID {
        do throws(AddressError) { return try JID(text) } catch { throw .malformedAddress }
    }
}
