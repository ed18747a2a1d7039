/// What servers say, for scripts.
public enum ServerPhrases {
    public static let namespaces = "xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'"

    public static func header(_ domain: String = "example.org") -> String {
        "<?xml version='1.0'?><stream:stream \(namespaces) from='\(domain)' id='s1' version='1.0' xml:lang='en'>"
    }

    public static func features(_ content: String) -> String { "<stream:features>\(content)</stream:features>" }

    public static let startTLS = features(
        "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls>" + mechanisms("PLAIN"))
    public static let proceed = "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"

    public static func mechanisms(_ names: String...) -> String {
        "<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>"
            + names.map { "<mechanism>\($0)</mechanism>" }.joined() + "</mechanisms>"
    }

    public static func bindings(_ types: String...) -> String {
        "<sasl-channel-binding xmlns='urn:xmpp:sasl-cb:0'>"
            + types.map { "<channel-binding type='\($0)'/>" }.joined() + "</sasl-channel-binding>"
    }

    public static func challenge(_ text: String) -> String { sasl("challenge", text) }
    public static func success(_ text: String) -> String { sasl("success", text) }

    public static func failure(_ condition: String) -> String {
        "<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><\(condition)/></failure>"
    }

    private static func sasl(_ name: String, _ text: String) -> String {
        "<\(name) xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>\(text)</\(name)>"
    }

    public static let bind = "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>"
    public static let management = "<sm xmlns='urn:xmpp:sm:3'/>"
    public static let end = "</stream:stream>"

    public static func streamError(_ condition: String, _ text: String = "") -> String {
        "<stream:error><\(condition) xmlns='urn:ietf:params:xml:ns:xmpp-streams'>\(text)</\(condition)></stream:error>"
    }
}
