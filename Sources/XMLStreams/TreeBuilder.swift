import CLibXML2

/// What the parser's callbacks build: elements, and the events they make.
///
/// Lives at a fixed address behind the callbacks. Keeps its own stack: nothing here recurses with the peer's depth.
struct TreeBuilder {
    /// Which element is delivered: each child of the root, or the root itself.
    enum Form { case stream, document }

    let form: Form
    let dialect: XMLDialect
    let limits: XMLLimits
    var context: xmlParserCtxtPtr?
    var names = NameCache()

    private(set) var events: [XMLStreamEvent] = []
    private(set) var failure: XMLStreamError?
    /// How many bytes the parser had read when the last stanza, header, whitespace between stanzas or the root ended.
    private(set) var boundary = 0
    private(set) var contentNamespace: Namespace?
    private(set) var isRootOpen = false
    private(set) var isRootClosed = false
    /// Set while the header is read once more after the names were forgotten.
    private var isRepeatingHeader = false

    private var open: [Element] = []
    private var text: [UInt8] = []
    private var nodes = 0
    private var isOwnAnswer = false

    init(_ form: Form, _ dialect: XMLDialect, _ limits: XMLLimits) {
        self.form = form
        self.dialect = dialect
        self.limits = limits
    }

    /// Bytes that the stanza at hand may have.
    var stanzaBytes: Int { isOwnAnswer ? limits.answerBytes : limits.stanzaBytes }

    /// Whether nothing but the root is open, and all bytes passed to the parser are used up.
    func isBetweenStanzas(_ passed: Int) -> Bool { isRootOpen && open.isEmpty && position == passed }

    /// Notes that the parser was given the header and nothing behind it.
    mutating func endHeader(at passed: Int) { boundary = passed }

    /// Prepares for another parser that reads the header once more.
    mutating func beginAnew() {
        names = NameCache()
        context = nil
        isRootOpen = false
        isRepeatingHeader = true
    }

    mutating func takeEvents(into other: inout [XMLStreamEvent]) {
        if other.isEmpty { swap(&other, &events) } else { other += events }
        events.removeAll(keepingCapacity: true)
    }

    mutating func fail(_ error: XMLStreamError) {
        if failure == nil { failure = error }
        xmlStopParser(context)
    }

    mutating func start(_ name: Name, _ attributes: [Attribute], _ content: Namespace?) {
        flushText()
        guard failure == nil else { return }
        guard form == .document || isRootOpen else {
            isRootOpen = true
            if isRepeatingHeader {
                isRepeatingHeader = false
                return
            }
            contentNamespace = content
            return events.append(.opened(Element(name, attributes: attributes)))
        }
        if open.isEmpty, form == .stream { isOwnAnswer = Self.isOwnAnswer(name, attributes) }
        count(1 + attributes.count)
        guard failure == nil else { return }
        guard open.count < limits.depth else { return fail(.tooLarge("depth of elements")) }
        open.append(Element(name, attributes: attributes))
    }

    mutating func end() {
        flushText()
        guard failure == nil else { return }
        guard let element = open.popLast() else {
            isRootOpen = false
            isRootClosed = true
            boundary = position
            return events.append(.closed)
        }
        guard open.isEmpty else { return open[open.count - 1].children.append(.element(element)) }
        nodes = 0
        isOwnAnswer = false
        boundary = position
        events.append(.stanza(element))
    }

    mutating func add(_ piece: UnsafeBufferPointer<UInt8>) {
        guard failure == nil else { return }
        guard open.isEmpty else { return text.append(contentsOf: piece) }
        // RFC 6120 §4.6.1, §11.7: whitespace between stanzas keeps the stream alive and means nothing.
        guard piece.allSatisfy(Self.isWhitespace) else {
            return fail(XMLStreamError(.badFormat, "text outside of stanzas"))
        }
        // libxml2 moves on sometimes before and sometimes after it calls.
        boundary = position + (context?.pointee.input?.pointee.cur == piece.baseAddress ? piece.count : 0)
    }

    /// Whether the account itself answers us; nobody else can be the one that `to` names.
    private static func isOwnAnswer(_ name: Name, _ attributes: [Attribute]) -> Bool {
        guard name.local == "iq" else { return false }
        var (type, from, to): (String?, String?, String?)
        for attribute in attributes where attribute.name.namespace == nil {
            switch attribute.name.local {
            case "type": type = attribute.value
            case "from": from = attribute.value
            case "to": to = attribute.value
            default: break
            }
        }
        guard type == "result" else { return false }
        guard let from else { return true }
        guard let to, to.hasPrefix(from) else { return false }
        return to.utf8.count == from.utf8.count || to.utf8.dropFirst(from.utf8.count).first == UInt8(ascii: "/")
    }

    static func isWhitespace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

    private mutating func flushText() {
        guard !text.isEmpty, !open.isEmpty else { return }
        count(1)
        open[open.count - 1].children.append(.text(String(decoding: text, as: UTF8.self)))
        text.removeAll(keepingCapacity: text.capacity < 1 << 14)
    }

    private mutating func count(_ more: Int) {
        nodes += more
        if nodes > (isOwnAnswer ? limits.answerNodes : limits.nodes) { fail(.tooLarge("number of nodes")) }
    }

    /// Bytes read by the parser so far.
    private var position: Int {
        guard let input = context?.pointee.input else { return 0 }
        return Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
    }
}
