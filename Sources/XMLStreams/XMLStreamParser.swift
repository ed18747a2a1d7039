import CLibXML2

/// Turns the bytes of one XML stream into elements, as they arrive; a stream restart needs a new one.
///
/// Everything is bounded by its `XMLLimits`, and what comes out does not depend on how the bytes were cut. The first
/// error is final: what stood before it has been delivered, and every later call throws it again. For one owner.
public final class XMLStreamParser {
    private let limits: XMLLimits
    private let builder: UnsafeMutablePointer<TreeBuilder>
    private var context: xmlParserCtxtPtr
    private var characters = CharacterGate()
    private var markup: MarkupGate?
    private var failure: XMLStreamError?
    /// An unfinished tag, not yet passed on.
    private var held: [UInt8] = []
    /// Bytes that libxml2 was given.
    private var passed = 0
    /// What the prologue and the root's start tag were, to begin anew with forgotten names.
    private var header: [UInt8] = []

    public convenience init(limits: XMLLimits = .standard) {
        self.init(.stream, .restricted, limits)
    }

    init(_ form: TreeBuilder.Form, _ dialect: XMLDialect, _ limits: XMLLimits) {
        self.limits = limits
        builder = .allocate(capacity: 1)
        builder.initialize(to: TreeBuilder(form, dialect, limits))
        context = Self.makeContext(builder, limits)
        markup = dialect == .restricted ? MarkupGate(limits) : nil
    }

    deinit {
        xmlFreeParserCtxt(context)
        builder.deinitialize(count: 1)
        builder.deallocate()
    }

    /// The default namespace that the stream header declares, `jabber:client` as a rule; `nil` before it was read.
    public var contentNamespace: Namespace? { builder.pointee.contentNamespace }

    /// Takes the next bytes and appends what they complete, also when it then throws.
    public func feed(_ bytes: UnsafeRawBufferPointer, into events: inout [XMLStreamEvent]) throws(XMLStreamError) {
        if let failure { throw failure }
        let valid = characters.accept(bytes)
        var rest = UnsafeRawBufferPointer(rebasing: bytes[..<valid])
        while failure == nil, !rest.isEmpty {
            let taken = step(rest)
            rest = UnsafeRawBufferPointer(rebasing: rest[taken...])
        }
        builder.pointee.takeEvents(into: &events)
        if failure == nil, valid < bytes.count { failure = .malformed("no UTF-8 or no XML character") }
        if let failure { throw failure }
    }

    /// Takes the next bytes and appends what they complete, also when it then throws.
    public func feed(_ bytes: [UInt8], into events: inout [XMLStreamEvent]) throws(XMLStreamError) {
        bytes.withUnsafeBytes { try? feed($0, into: &events) }
        if let failure { throw failure }
    }

    /// Takes the next bytes; what they complete is lost when it throws.
    public func feed(_ bytes: [UInt8]) throws(XMLStreamError) -> [XMLStreamEvent] {
        var events: [XMLStreamEvent] = []
        try feed(bytes, into: &events)
        return events
    }

    /// Reads a whole document.
    public static func parseDocument(
        _ bytes: [UInt8], _ dialect: XMLDialect = .restricted, limits: XMLLimits = .standard
    ) throws(XMLStreamError) -> Element {
        let parser = XMLStreamParser(.document, dialect, limits)
        let events = try parser.feed(bytes)
        guard parser.characters.isComplete, parser.held.isEmpty else { throw .malformed("document is cut off") }
        xmlParseChunk(parser.context, nil, 0, 1)
        if let failure = parser.builder.pointee.failure { throw failure }
        guard case .stanza(let root)? = events.first else { throw .malformed("document is cut off") }
        return root
    }

    /// Looks at the next bytes and passes on what is whole; returns how many it has taken.
    private func step(_ bytes: UnsafeRawBufferPointer) -> Int {
        if builder.pointee.isRootClosed { return skipBehindEnd(bytes) }
        let room = builder.pointee.stanzaBytes - (passed + held.count - builder.pointee.boundary)
        guard room > 0 else {
            failure = .tooLarge("size of a stanza")
            return 0
        }
        let slice = UnsafeRawBufferPointer(rebasing: bytes.prefix(room))
        let passage = markup?.scan(slice, extent) ?? MarkupGate.Passage(end: slice.count, read: slice.count)
        pass(UnsafeRawBufferPointer(rebasing: slice[..<passage.end]))
        failure = builder.pointee.failure ?? passage.problem
        guard failure == nil else { return passage.read }
        if builder.pointee.isRootClosed {
            let behind = max(0, passage.end - (passed - builder.pointee.boundary))
            return behind + skipBehindEnd(UnsafeRawBufferPointer(rebasing: slice[behind...]))
        }
        held.append(contentsOf: slice[passage.end..<passage.read])
        if knowsTooManyNames, builder.pointee.isBetweenStanzas(passed) { forgetNames() }
        return passage.read
    }

    private func skipBehindEnd(_ bytes: UnsafeRawBufferPointer) -> Int {
        if !bytes.allSatisfy(TreeBuilder.isWhitespace) { failure = .malformed("text behind the end of the stream") }
        return bytes.count
    }

    private func pass(_ bytes: UnsafeRawBufferPointer) {
        guard !bytes.isEmpty else { return }
        guard !held.isEmpty || !builder.pointee.isRootOpen else { return parse(bytes) }
        held.append(contentsOf: bytes)
        if builder.pointee.isRootOpen || builder.pointee.form == .document {
            held.withUnsafeBytes(parse)
        } else {
            header += held
            held.withUnsafeBytes(parse)
            if builder.pointee.isRootOpen { builder.pointee.endHeader(at: passed) }
        }
        held.removeAll(keepingCapacity: held.capacity < 1 << 14)
    }

    private func parse(_ bytes: UnsafeRawBufferPointer) {
        passed += bytes.count
        xmlParseChunk(context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), 0)
        if context.pointee.wellFormed == 0 { builder.pointee.fail(.malformed("not well-formed")) }
    }

    /// Tag by tag where the parser must stop at one: behind the header, and between stanzas to forget names.
    private var extent: MarkupGate.Extent { builder.pointee.isRootOpen && !knowsTooManyNames ? .all : .nextTag }

    private var knowsTooManyNames: Bool { xmlDictGetUsage(context.pointee.dict) > limits.dictionaryBytes }

    /// Begins with a new libxml2 parser behind the same header: names are never released by the old one.
    private func forgetNames() {
        xmlFreeParserCtxt(context)
        builder.pointee.beginAnew()
        context = Self.makeContext(builder, limits)
        passed = 0
        header.withUnsafeBytes(parse)
        builder.pointee.endHeader(at: passed)
    }

    private static func makeContext(
        _ builder: UnsafeMutablePointer<TreeBuilder>, _ limits: XMLLimits
    ) -> xmlParserCtxtPtr {
        _ = libraryIsReady
        var callbacks = TreeBuilder.callbacks()
        guard let context = xmlCreatePushParserCtxt(&callbacks, builder, nil, 0, nil) else {
            preconditionFailure("no memory for a parser")
        }
        // Never DTDLOAD or HUGE: nothing is loaded, and libxml2's own bounds stay.
        xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
        // Else "&" comes as "&#38;" in attributes and namespaces. It expands nothing: `getEntity` knows five.
        context.pointee.replaceEntities = 1
        // Room for one stanza full of new names behind the bound, in pools that grow by four.
        xmlDictSetLimit(context.pointee.dict, limits.dictionaryBytes + 16 * limits.stanzaBytes)
        builder.pointee.context = context
        return context
    }

    /// libxml2 wants its tables made once, before threads use it.
    private static let libraryIsReady: Void = xmlInitParser()
}
