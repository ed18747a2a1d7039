import XMLStreams

extension DiscoInfo {
    /// The information as XML, for a store that keeps it under `CapabilityHash.key`.
    public var text: String { String(decoding: XMLWriter.bytes(of: element, in: .none), as: UTF8.self) }

    /// Reads what `text` gave; `nil` for anything else.
    public init?(text: String) {
        guard let element = try? XMLStreamParser.parseDocument(Array(text.utf8)) else { return nil }
        self.init(element)
    }
}
