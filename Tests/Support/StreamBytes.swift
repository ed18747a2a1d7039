public import XMLStreams

/// The start tag of a client's stream, to put in front of stanzas.
public let streamHeader = Array(
    "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>".utf8)

/// The stanzas that stand in these bytes, read as the content of a client's stream.
public func stanzas(in bytes: [UInt8]) throws -> [Element] {
    let parser = XMLStreamParser()
    let events = try parser.feed(streamHeader) + parser.feed(bytes)
    return events.compactMap { if case .stanza(let element) = $0 { element } else { nil } }
}

/// The stanza that this text is, read as the content of a client's stream: `try stanza("<message/>")`.
public func stanza(_ text: String) throws -> Element {
    guard let only = try stanzas(in: Array(text.utf8)).first else { throw GoldenError("holds no stanza: \(text)") }
    return only
}
