import XMLStreams

/// One way through a document, along the plain body.
struct XHTMLWalk {
    private struct Frame {
        let element: Element
        /// The child that comes next.
        var next = 0
        /// How many parts were open before it.
        let open: Int
    }

    private struct Part {
        let kind: MarkupSpan.Kind
        var link: String?
        /// `nil` until there is text in it.
        var start: Int?
    }

    private var body: AlignedBody
    private var open: [Part] = []
    private var found: [MarkupSpan] = []

    init(of text: String) { body = AlignedBody(text) }

    /// Empty unless document and body agree to the end.
    mutating func spans(in document: Element) -> [MarkupSpan] {
        var frames = [Frame(element: document, open: 0)]
        while let top = frames.indices.last {
            guard frames[top].next < frames[top].element.children.count else {
                leave(frames.removeLast())
                continue
            }
            let child = frames[top].element.children[frames[top].next]
            frames[top].next += 1
            switch child {
            case .text(let text):
                guard let start = body.take(text) else { return [] }
                begin(at: start)
            case .element(let element):
                guard element.name.namespace == .xhtml, !Self.isHidden(element.name.local) else { continue }
                frames.append(Frame(element: element, open: open.count))
                enter(element)
            }
        }
        // What closes last holds the others.
        return body.isAtEnd ? found.reversed().inOrder() : []
    }

    /// What is never text for people; all else that is not known shows its children (§12.2, criterion 4).
    private static func isHidden(_ name: String) -> Bool {
        ["head", "title", "script", "style", "object"].contains(name)
    }

    private mutating func enter(_ element: Element) {
        switch element.name.local {
        case "img": body.skip(anyOf: [element[attribute: "src"], element[attribute: "alt"]])
        case "li":
            let bullet = body.skipBullet()
            if let bullet { begin(at: bullet..<bullet + 1) }
            open.append(Part(kind: .item, start: bullet))
        case "a":
            let address = element[attribute: "href"]
            guard let address, LinkAddress.isHarmless(address, LinkAddress.inText) else { break }
            open.append(Part(kind: .link, link: address))
        case let name: if let kind = Self.kind(name) { open.append(Part(kind: kind)) }
        }
        for kind in XHTMLStyle.kinds(element[attribute: "style"]) { open.append(Part(kind: kind)) }
    }

    /// The parts that hold the text behind this place, and had none before.
    private mutating func begin(at start: Range<Int>) {
        guard !start.isEmpty else { return }
        for index in open.indices where open[index].start == nil { open[index].start = start.lowerBound }
    }

    private mutating func leave(_ frame: Frame) {
        while open.count > frame.open {
            let part = open.removeLast()
            guard let start = part.start, start < body.lastEnd, found.count < MarkupSpan.mostOfOneBody else { continue }
            found.append(MarkupSpan(part.kind, start..<body.lastEnd, link: part.link))
        }
        // Whoever has no links shows where they lead behind their text.
        guard frame.element.name.local == "a", let address = frame.element[attribute: "href"] else { return }
        body.skip(anyOf: ["(" + address + ")", "<" + address + ">"])
    }

    private static func kind(_ name: String) -> MarkupSpan.Kind? {
        switch name {
        case "em", "cite", "dfn", "var": .emphasis
        case "strong", "h1", "h2", "h3", "h4", "h5", "h6": .strong
        case "code", "kbd", "samp": .code
        case "pre": .codeBlock
        case "blockquote": .quote
        case "ul": .list
        case "ol": .orderedList
        default: nil
        }
    }
}
