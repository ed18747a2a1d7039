internal import CLibXML2

/// A piece of one of our own XML files, comments included.
indirect enum XMLNode {
    case comment(String)
    case element(name: String, attributes: [String: String], children: [XMLNode], line: Int)

    /// Reads a file of ours; no network, no external entities.
    init(file: String) throws(BindingsError) {
        let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOBLANKS.rawValue | XML_PARSE_NOERROR.rawValue)
        guard let document = xmlReadFile(file, nil, options) else { throw BindingsError("\(file): not well-formed") }
        defer { xmlFreeDoc(document) }
        guard let root = xmlDocGetRootElement(document), let node = XMLNode(root) else {
            throw BindingsError("\(file): no root element")
        }
        self = node
    }

    private init?(_ node: UnsafeMutablePointer<xmlNode>) {
        switch node.pointee.type {
        case XML_COMMENT_NODE:
            self = .comment(Self.text(node.pointee.content))
        case XML_ELEMENT_NODE:
            var attributes: [String: String] = [:]
            var attribute = node.pointee.properties
            while let current = attribute {
                attributes[Self.text(current.pointee.name)] = Self.text(current.pointee.children?.pointee.content)
                attribute = current.pointee.next
            }
            var children: [XMLNode] = []
            var child = node.pointee.children
            while let current = child {
                if let node = XMLNode(current) { children.append(node) }
                child = current.pointee.next
            }
            self = .element(
                name: Self.text(node.pointee.name), attributes: attributes, children: children,
                line: Int(node.pointee.line))
        default: return nil
        }
    }

    private static func text(_ bytes: UnsafePointer<xmlChar>?) -> String { bytes.map { String(cString: $0) } ?? "" }
}
