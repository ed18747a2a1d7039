/// What the root of a stream says (RFC 6120 §4.7).
public struct StreamHeader: Hashable, Sendable {
    /// The other side, as a bare JID or domain; `nil` when not said.
    public var to: String?
    /// The speaker; clients leave it out before TLS (RFC 6120 §4.7.1).
    public var from: String?
    /// Given by the server, `nil` from the client.
    public var id: String?
    /// The default language of everything in the stream.
    public var lang: String?
    /// The version as written; `nil` from peers older than RFC 3920, and then no features follow.
    public var version: String?
    /// The default namespace.
    public var content: Namespace

    public init(
        to: String? = nil, from: String? = nil, id: String? = nil, lang: String? = nil, version: String? = "1.0",
        content: Namespace = .client
    ) {
        self.to = to
        self.from = from
        self.id = id
        self.lang = lang
        self.version = version
        self.content = content
    }

    /// Reads the event `opened` together with the parser's `contentNamespace`.
    ///
    /// Throws `bad-format` when the root is no `stream`, `invalid-namespace` when it or its content is in a namespace
    /// other than expected (RFC 6120 §4.8), `unsupported-version` when the major version is not 1 (§4.7.5).
    public init(_ root: Element, content: Namespace?, expected: Namespace = .client) throws(XMLStreamError) {
        guard root.name.local == "stream" else { throw XMLStreamError(.badFormat, "root is not a stream") }
        guard root.name.namespace == .streams, content == expected else {
            throw XMLStreamError(.invalidNamespace, "namespace of the stream or its content, RFC 6120 §4.8")
        }
        let version = root[attribute: "version"]
        if let version, !version.hasPrefix("1.") || version.dropFirst(2).isEmpty {
            throw XMLStreamError(.unsupportedVersion, "version of the stream, RFC 6120 §4.7.5")
        }
        self.init(
            to: root[attribute: "to"], from: root[attribute: "from"], id: root[attribute: "id"],
            lang: root[Name("lang", .xml)], version: version, content: expected)
    }
}
