internal import BusAPI
internal import DBusWire
internal import Synchronization

extension ObjectTree {
    /// Answers a method of a standard interface; `node` is nil at paths that only lead to objects.
    func answer(
        _ caller: Caller, _ path: ObjectPath, _ node: ObjectNode?, _ interface: StandardInterface, _ member: MemberName,
        _ signature: Signature, _ arguments: [Value]
    ) -> CallAnswer {
        guard interface != .objectManager || path == root else { return Self.unknownInterface(interface.rawValue) }
        guard let expected = interface.inputSignature(of: member) else { return Self.unknownMethod(member) }
        guard signature == expected else { return Self.wrongTypes(expected, signature) }
        switch (interface, member.rawValue) {
        case (.introspectable, _): return introspection(of: path, node)
        case (.peer, "Ping"): return .reply([])
        case (.peer, _): return machineID()
        case (.objectManager, _): return .reply([managedObjects()])
        case (.properties, _): return answerProperties(caller, path, node, member, arguments)
        }
    }

    private func introspection(of path: ObjectPath, _ node: ObjectNode?) -> CallAnswer {
        let children = children(of: path)
        guard node != nil || !children.isEmpty else {
            return .failure(ErrorReply(.unknownObject, "there is no object at \(path)"))
        }
        var lines = [
            "<!DOCTYPE node PUBLIC \"-//freedesktop//DTD D-BUS Object Introspection 1.0//EN\"",
            " \"http://www.freedesktop.org/standards/dbus/1.0/introspect.dtd\">", "<node>",
        ]
        if let node {
            lines += node.interfaces.map(\.description.xml)
            lines += [StandardInterface.introspectable, .peer, .properties].map(\.xml)
            if path == root { lines.append(StandardInterface.objectManager.xml) }
        }
        // A component of a path holds nothing that XML would need escaped.
        lines += children.map { "  <node name=\"\($0)\"/>" }
        lines.append("</node>")
        return .reply([.string(lines.joined(separator: "\n") + "\n")])
    }

    /// The next components of all paths below this one.
    private func children(of path: ObjectPath) -> [String] {
        let prefix = path.rawValue == "/" ? "/" : path.rawValue + "/"
        let below = state.withLock { state in state.nodes.keys.filter { $0.rawValue.hasPrefix(prefix) && $0 != path } }
        let names = below.map { String($0.rawValue.dropFirst(prefix.count).prefix { $0 != "/" }) }
        return Set(names).sorted()
    }

    private func managedObjects() -> Value {
        let nodes = state.withLock(\.nodes)
        let entries = nodes.filter { $0.key != root }.sorted { $0.key.rawValue < $1.key.rawValue }.map {
            Value.Entry(.path($0.key), $0.value.state)
        }
        return .dictionary(entries, key: "o", value: "a{sa{sv}}")
    }

    private func answerProperties(
        _ caller: Caller, _ path: ObjectPath, _ node: ObjectNode?, _ member: MemberName, _ arguments: [Value]
    ) -> CallAnswer {
        guard case .string(let name)? = arguments.first, let node else { return Self.unknownMethod(member) }
        let standard = StandardInterface(rawValue: name)
        let isEmptyStandard = standard != nil && (standard != .objectManager || path == root)
        if member == "GetAll" {
            // The standard interfaces have no properties; an empty name means all interfaces.
            if isEmptyStandard { return .reply([.fields([])]) }
            if name.isEmpty { return .reply([.fields(node.interfaces.flatMap(\.outlet.fields))]) }
            guard let interface = node.interface(name) else { return Self.unknownInterface(name) }
            return .reply([.fields(interface.outlet.fields)])
        }
        guard arguments.count >= 2, case .string(let property) = arguments[1] else { return Self.unknownMethod(member) }
        guard let interface = Self.find(name, property, in: node) else {
            return isEmptyStandard ? Self.unknownProperty : Self.unknownInterface(name)
        }
        guard let place = interface.description.place(ofProperty: property) else { return Self.unknownProperty }
        guard arguments.count == 3 else {
            guard let value = interface.outlet.values[place] else {
                return .failure(ErrorReply(.unknownProperty, "the property is absent now"))
            }
            return .reply([.variant(value)])
        }
        return set(caller, path, interface, place, arguments[2])
    }

    private static func find(_ name: String, _ property: String, in node: ObjectNode) -> ServedInterface? {
        if !name.isEmpty { return node.interface(name) }
        return node.interfaces.first { $0.description.place(ofProperty: property) != nil }
    }

    private func set(
        _ caller: Caller, _ path: ObjectPath, _ interface: ServedInterface, _ place: Int, _ argument: Value
    ) -> CallAnswer {
        let property = interface.description.properties[place]
        guard property.isWritable else {
            return .failure(ErrorReply(.propertyReadOnly, "the property is read-only"))
        }
        guard case .variant(let value) = argument, value.signature == property.type else {
            return .failure(ErrorReply(.invalidArguments, "the property is of type “\(property.type)”"))
        }
        let call = BusCall(caller: caller, path: path, interface: interface.description.name, member: property.name)
        return interface.set(call, place, value)
    }

    private static var unknownProperty: CallAnswer {
        .failure(ErrorReply(.unknownProperty, "there is no such property"))
    }
}
