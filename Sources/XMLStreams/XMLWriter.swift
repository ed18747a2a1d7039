/// Writes elements as bytes that any namespace-aware XML 1.0 parser reads back as the same value.
///
/// Names must be valid, as those of constants and received elements are. Characters that XML cannot carry, not even
/// escaped (most control characters, U+FFFE, U+FFFF), come out as U+FFFD: what people write must never end a stream.
public enum XMLWriter {
    /// What is declared around the element.
    public enum Surroundings: Hashable, Sendable {
        /// Nothing: the element is a document.
        case none
        /// A stream with this default namespace and the prefix `stream`.
        case stream(Namespace)
    }

    /// Appends the element.
    public static func write(
        _ element: Element, in surroundings: Surroundings = .stream(.client), to bytes: inout [UInt8]
    ) {
        switch surroundings {
        case .none: write(element, inside: nil, isInStream: false, &bytes)
        case .stream(let content): write(element, inside: content, isInStream: true, &bytes)
        }
    }

    /// The element's bytes.
    public static func bytes(of element: Element, in surroundings: Surroundings = .stream(.client)) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512)
        write(element, in: surroundings, to: &bytes)
        return bytes
    }

    /// Appends the XML declaration and the root's start tag (RFC 6120 §4.2, §11.5).
    public static func open(_ header: StreamHeader, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: "<?xml version='1.0'?><stream:stream".utf8)
        attribute("xmlns", header.content.rawValue, &bytes)
        attribute("xmlns:stream", Namespace.streams.rawValue, &bytes)
        let values = [
            ("to", header.to), ("from", header.from), ("id", header.id), ("xml:lang", header.lang),
            ("version", header.version),
        ]
        for case (let name, let value?) in values { attribute(name, value, &bytes) }
        bytes.append(UInt8(ascii: ">"))
    }

    /// Appends the root's end tag (RFC 6120 §4.4).
    public static func close(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: "</stream:stream>".utf8)
    }

    /// Recursion is bounded: received elements by `XMLLimits.depth`, our own by their making.
    private static func write(
        _ element: Element, inside outer: Namespace?, isInStream: Bool, _ bytes: inout [UInt8]
    ) {
        let isPrefixed = isInStream && element.name.namespace == .streams && outer != .streams
        let inner = isPrefixed ? outer : element.name.namespace
        bytes.append(UInt8(ascii: "<"))
        appendTag(element.name.local, isPrefixed, &bytes)
        if inner != outer { attribute("xmlns", inner?.rawValue ?? "", &bytes) }
        if !element.attributes.isEmpty { write(element.attributes, &bytes) }
        guard !element.children.isEmpty else { return bytes.append(contentsOf: "/>".utf8) }
        bytes.append(UInt8(ascii: ">"))
        for child in element.children {
            switch child {
            case .element(let child): write(child, inside: inner, isInStream: isInStream, &bytes)
            case .text(let text): XMLEscaping.append(text, .text, to: &bytes)
            }
        }
        bytes.append(contentsOf: "</".utf8)
        appendTag(element.name.local, isPrefixed, &bytes)
        bytes.append(UInt8(ascii: ">"))
    }

    private static func appendTag(_ local: String, _ isPrefixed: Bool, _ bytes: inout [UInt8]) {
        if isPrefixed { bytes.append(contentsOf: "stream:".utf8) }
        bytes.append(contentsOf: local.utf8)
    }

    /// Only attributes with a namespace need a prefix; each such namespace gets one, declared on the element.
    private static func write(_ attributes: [Attribute], _ bytes: inout [UInt8]) {
        var prefixes: [Namespace] = []
        for one in attributes {
            switch one.name.namespace {
            case nil: attribute(one.name.local, one.value, &bytes)
            case Namespace.xml: attribute("xml:" + one.name.local, one.value, &bytes)
            case let space?:
                let known = prefixes.firstIndex(of: space)
                let number = known ?? prefixes.count
                if known == nil {
                    prefixes.append(space)
                    attribute("xmlns:n\(number)", space.rawValue, &bytes)
                }
                attribute("n\(number):" + one.name.local, one.value, &bytes)
            }
        }
    }

    private static func attribute(_ name: String, _ value: String, _ bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: " "))
        bytes.append(contentsOf: name.utf8)
        bytes.append(contentsOf: "='".utf8)
        XMLEscaping.append(value, .attribute, to: &bytes)
        bytes.append(UInt8(ascii: "'"))
    }
}
