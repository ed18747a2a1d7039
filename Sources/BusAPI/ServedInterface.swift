public import DBusWire

/// One interface of one object: its outlet, and who answers the calls.
public struct ServedInterface: Sendable {
    /// Answers a method by its place in the description.  The arguments have the types of the description.
    public typealias Dispatch = @Sendable (_ call: BusCall, _ method: Int, _ arguments: [Value]) -> CallAnswer
    /// Sets a property by its place in the description.  The value has the type of the description.
    public typealias Setter = @Sendable (_ call: BusCall, _ property: Int, _ value: Value) -> CallAnswer

    public let outlet: any AnyOutlet
    public let dispatch: Dispatch
    public let set: Setter

    public init(_ outlet: any AnyOutlet, dispatch: @escaping Dispatch, set: @escaping Setter) {
        self.outlet = outlet
        self.dispatch = dispatch
        self.set = set
    }

    public var description: InterfaceDescription { outlet.interface }
}
