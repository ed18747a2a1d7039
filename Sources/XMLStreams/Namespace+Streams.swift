extension Namespace {
    /// The `xml:` prefix, bound everywhere (Namespaces in XML 1.0 §3).
    public static let xml: Namespace = "http://www.w3.org/XML/1998/namespace"
    /// Stream header, features and stream errors (RFC 6120 §4.8.1).
    public static let streams: Namespace = "http://etherx.jabber.org/streams"
    /// Content of a stream between client and server (RFC 6120 §4.8.2).
    public static let client: Namespace = "jabber:client"
}
