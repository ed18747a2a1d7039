import CLibXML2

extension TreeBuilder {
    /// The callbacks through which libxml2 reaches the builder given as their user data.
    static func callbacks() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = XML_SAX2_MAGIC
        handler.startDocument = { builder(at: $0).pointee.checkEncoding() }
        handler.startElementNs = { data, local, _, space, spaceCount, spaces, count, _, attributes in
            guard let local else { return }
            let builder = builder(at: data)
            let content = builder.pointee.isRootOpen ? nil : builder.pointee.defaultNamespace(spaces, Int(spaceCount))
            let name = builder.pointee.names.name(local, space)
            let list = builder.pointee.attributes(attributes, Int(count))
            builder.pointee.start(name, list, content)
        }
        handler.endElementNs = { data, _, _, _ in builder(at: data).pointee.end() }
        let characters: charactersSAXFunc = { data, bytes, count in
            builder(at: data).pointee.add(UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
        handler.characters = characters
        handler.ignorableWhitespace = characters
        handler.cdataBlock = characters
        handler.getEntity = { data, name in
            if let entity = xmlGetPredefinedEntity(name) { return entity }
            builder(at: data).pointee.fail(.restricted("entity reference"))
            return nil
        }
        handler.reference = { data, _ in builder(at: data).pointee.fail(.restricted("entity reference")) }
        handler.comment = { data, _ in builder(at: data).pointee.meet("comment") }
        handler.processingInstruction = { data, _, _ in builder(at: data).pointee.meet("processing instruction") }
        handler.internalSubset = { data, _, _, _ in builder(at: data).pointee.meet("document type declaration") }
        handler.serror = { data, error in
            guard let error else { return }
            builder(at: data).pointee.report(error.pointee)
        }
        return handler
    }

    fileprivate mutating func meet(_ what: String) {
        if dialect == .restricted { fail(.restricted(what)) }
    }

    fileprivate mutating func checkEncoding() {
        guard let context else { return }
        for declared in [context.pointee.encoding, context.pointee.input?.pointee.encoding] {
            guard let declared else { continue }
            let name = String(cString: declared).uppercased()
            guard name == "UTF-8" || name == "UTF8" else {
                return fail(XMLStreamError(.unsupportedEncoding, "encoding other than UTF-8, RFC 6120 §11.6"))
            }
        }
    }

    fileprivate mutating func defaultNamespace(
        _ pairs: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, _ count: Int
    ) -> Namespace? {
        guard let pairs else { return nil }
        for index in 0..<count where pairs[2 * index] == nil {
            return pairs[2 * index + 1].map { names.namespace($0) }
        }
        return nil
    }

    /// Five pointers an attribute: local name, prefix, namespace, start and end of the value.
    fileprivate mutating func attributes(
        _ fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, _ count: Int
    ) -> [Attribute] {
        guard let fields, count > 0 else { return [] }
        guard count <= limits.attributes else {
            fail(.tooLarge("number of attributes"))
            return []
        }
        return [Attribute](unsafeUninitializedCapacity: count) { list, made in
            for index in 0..<count {
                let field = fields + 5 * index
                guard let local = field[0], let start = field[3], let end = field[4] else { continue }
                let value = String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
                list.initializeElement(at: made, to: Attribute(names.name(local, field[2]), value))
                made += 1
            }
        }
    }

    fileprivate mutating func report(_ error: xmlError) {
        // Namespace errors are not fatal to libxml2, but to us (RFC 6120 §11.3).
        guard error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        switch xmlParserErrors(rawValue: UInt32(bitPattern: error.code)) {
        case XML_WAR_NS_URI:
            // Servers pass on namespaces that are no URIs; refusing them would let strangers end our streams.
            return
        case XML_ERR_UNSUPPORTED_ENCODING, XML_ERR_UNKNOWN_ENCODING, XML_ERR_INVALID_ENCODING:
            fail(XMLStreamError(.unsupportedEncoding, "encoding other than UTF-8, RFC 6120 §11.6"))
        case XML_ERR_UNDECLARED_ENTITY:
            fail(.restricted("entity reference"))
        case XML_ERR_NO_MEMORY:
            fail(.tooLarge("memory for names"))
        default:
            fail(.malformed("parser code \(error.code)"))
        }
    }
}

private func builder(at data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<TreeBuilder> {
    guard let data else { preconditionFailure("a callback without its builder") }
    return data.assumingMemoryBound(to: TreeBuilder.self)
}
