internal import BusAPI
public import DBusWire
internal import Synchronization

/// For doors whose callers do not say of what types their arguments are.
extension ObjectTree {
    /// The types of a method's arguments; nil when there is no such method, which `answer` then says better.
    public func inputSignature(_ path: ObjectPath, _ interface: InterfaceName, _ member: MemberName) -> Signature? {
        if let standard = StandardInterface(rawValue: interface.rawValue) {
            return standard.inputSignature(of: member)
        }
        guard let description = description(path, interface), let place = description.place(ofMethod: member)
        else { return nil }
        return description.methods[place].inputSignature
    }

    /// The type of a property; nil when there is none.
    public func type(_ path: ObjectPath, _ interface: InterfaceName, property: String) -> Signature? {
        guard let description = description(path, interface), let place = description.place(ofProperty: property)
        else { return nil }
        return description.properties[place].type
    }

    private func description(_ path: ObjectPath, _ interface: InterfaceName) -> InterfaceDescription? {
        state.withLock { $0.nodes[path] }?.interface(interface.rawValue)?.description
    }
}
