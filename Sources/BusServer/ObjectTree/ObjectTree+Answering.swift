public import BusAPI
public import DBusWire
internal import Synchronization

extension ObjectTree {
    /// Answers a call that came through a door.
    /// - Parameters:
    ///   - interface: nil when the caller left it out; then the first interface with such a method is meant.
    ///   - signature: the types of the arguments.
    public func answer(
        _ caller: Caller, _ path: ObjectPath, _ interface: InterfaceName?, _ member: MemberName, _ signature: Signature,
        _ arguments: [Value]
    ) -> CallAnswer {
        let node = state.withLock { state in
            if state.callers[caller] == nil { state.callers[caller] = [] }
            return state.nodes[path]
        }
        if let interface, let standard = StandardInterface(rawValue: interface.rawValue) {
            guard node != nil || standard == .peer || standard == .introspectable else { return unknownObject(path) }
            return answer(caller, path, node, standard, member, signature, arguments)
        }
        guard let node else { return unknownObject(path) }
        guard let served = Self.find(interface, member, in: node) else {
            return interface.map { Self.unknownInterface($0.rawValue) } ?? Self.unknownMethod(member)
        }
        let description = served.description
        guard let place = description.place(ofMethod: member) else { return Self.unknownMethod(member) }
        let expected = description.methods[place].inputSignature
        guard signature == expected else { return Self.wrongTypes(expected, signature) }
        let call = BusCall(caller: caller, path: path, interface: description.name, member: member)
        return served.dispatch(call, place, arguments)
    }

    private static func find(
        _ interface: InterfaceName?, _ member: MemberName, in node: ObjectNode
    ) -> ServedInterface? {
        if let interface { return node.interfaces.first { $0.description.name == interface } }
        return node.interfaces.first { $0.description.place(ofMethod: member) != nil }
    }

    private func unknownObject(_ path: ObjectPath) -> CallAnswer {
        .failure(ErrorReply(.unknownObject, "there is no object at \(path)"))
    }

    static func unknownInterface(_ name: String) -> CallAnswer {
        .failure(ErrorReply(.unknownInterface, "the object has no such interface"))
    }

    static func unknownMethod(_ member: MemberName) -> CallAnswer {
        .failure(ErrorReply(.unknownMethod, "there is no method \(member)"))
    }

    static func wrongTypes(_ expected: Signature, _ actual: Signature) -> CallAnswer {
        .failure(ErrorReply(.invalidArguments, "expected arguments of types “\(expected)”, not “\(actual)”"))
    }
}
