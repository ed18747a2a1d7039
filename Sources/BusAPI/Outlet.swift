public import DBusWire
internal import Synchronization

/// Holds the properties of one interface of one object, announces their changes and emits its signals.
///
/// May be used from any thread.  Before it is part of an object tree, and after, nothing is announced.
public final class Outlet<Properties: InterfaceProperties>: AnyOutlet {
    private struct State {
        var properties: Properties
        var values: [Value?]
        weak var announcer: (any Announcer)?
        var path: ObjectPath = "/"

        func announce(
            _ interface: InterfaceName, _ member: MemberName, _ arguments: [Value], _ receiver: Caller? = nil
        ) {
            announcer?.announce(
                Announcement(path: path, interface: interface, member: member, arguments, receiver: receiver))
        }
    }

    private let state: Mutex<State>

    public init(_ properties: Properties) {
        state = Mutex(State(properties: properties, values: properties.values))
    }

    /// The properties as they are now.
    public var properties: Properties { state.withLock(\.properties) }

    /// Changes properties; what really changed is announced in one `PropertiesChanged`.
    ///
    /// The closure must not use this outlet.
    public func update(_ change: (inout Properties) -> Void) {
        state.withLock { state in
            change(&state.properties)
            let old = state.values
            state.values = state.properties.values
            guard state.announcer != nil else { return }
            var changed: [Value.Field] = []
            var invalidated: [Value] = []
            for (place, property) in Properties.interface.properties.enumerated()
            where old[place] != state.values[place] {
                switch (property.change, state.values[place]) {
                case (.value, let value?): changed.append(Value.Field(property.name.rawValue, value))
                case (.value, nil), (.invalidation, _): invalidated.append(.string(property.name.rawValue))
                case (.never, _), (.constant, _): break
                }
            }
            guard !changed.isEmpty || !invalidated.isEmpty else { return }
            state.announce(
                "org.freedesktop.DBus.Properties", "PropertiesChanged",
                [
                    .string(Properties.interface.name.rawValue), .fields(changed), .array(invalidated, of: .string),
                ])
        }
    }

    /// Emits a signal of this interface.
    public func emit(_ signal: some BusSignal, to receiver: Caller? = nil) {
        emit(type(of: signal).member, signal.arguments, to: receiver)
    }

    private func emit(_ member: MemberName, _ arguments: [Value], to receiver: Caller?) {
        state.withLock { $0.announce(Properties.interface.name, member, arguments, receiver) }
    }

    public var interface: InterfaceDescription { Properties.interface }

    public var values: [Value?] { state.withLock(\.values) }

    public func attach(_ announcer: any Announcer, at path: ObjectPath) {
        state.withLock { state in
            state.announcer = announcer
            state.path = path
        }
    }

    public func detach() { state.withLock { $0.announcer = nil } }
}

/// An outlet of any interface.
public protocol AnyOutlet: AnyObject, Sendable {
    var interface: InterfaceDescription { get }

    /// In the order of the description; nil for a property that is absent now.
    var values: [Value?] { get }

    /// From now on changes and signals go there.
    func attach(_ announcer: any Announcer, at path: ObjectPath)

    func detach()
}

extension AnyOutlet {
    /// All properties that are there.
    public var fields: [Value.Field] {
        zip(interface.properties, values).compactMap { property, value in
            value.map { Value.Field(property.name.rawValue, $0) }
        }
    }
}
