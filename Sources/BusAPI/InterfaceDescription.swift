public import DBusWire

/// What an interface consists of; generated from its XML.
public struct InterfaceDescription: Sendable {
    /// An argument of a method or a signal.
    public struct Argument: Hashable, Sendable {
        public let name: String
        public let type: Signature

        public init(_ name: String, _ type: Signature) {
            self.name = name
            self.type = type
        }
    }

    public struct Method: Hashable, Sendable {
        public let name: MemberName
        public let input: [Argument]
        public let output: [Argument]
        /// The types of `input` in a row.
        public let inputSignature: Signature

        public init(_ name: MemberName, _ input: [Argument], _ output: [Argument]) {
            self.name = name
            self.input = input
            self.output = output
            inputSignature = Signature(trusted: input.map(\.type.rawValue).joined())
        }
    }

    public struct Property: Hashable, Sendable {
        /// How a change is announced (D-Bus specification, `EmitsChangedSignal`).
        public enum Change: String, Sendable {
            case value = "true"
            case invalidation = "invalidates"
            case never = "false"
            case constant = "const"
        }

        public let name: MemberName
        public let type: Signature
        public let isWritable: Bool
        public let change: Change

        public init(_ name: MemberName, _ type: Signature, isWritable: Bool, change: Change) {
            self.name = name
            self.type = type
            self.isWritable = isWritable
            self.change = change
        }
    }

    public struct Signal: Hashable, Sendable {
        public let name: MemberName
        public let arguments: [Argument]

        public init(_ name: MemberName, _ arguments: [Argument]) {
            self.name = name
            self.arguments = arguments
        }
    }

    public let name: InterfaceName
    public let methods: [Method]
    public let properties: [Property]
    public let signals: [Signal]
    /// The element `interface` of the introspection data.
    public let xml: String
    private let methodPlaces: [MemberName: Int]

    public init(
        _ name: InterfaceName, methods: [Method] = [], properties: [Property] = [], signals: [Signal] = [], xml: String
    ) {
        self.name = name
        self.methods = methods
        self.properties = properties
        self.signals = signals
        self.xml = xml
        methodPlaces = Dictionary(
            methods.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// The place of a method in `methods`.
    public func place(ofMethod name: MemberName) -> Int? { methodPlaces[name] }

    /// The place of a property in `properties`.
    public func place(ofProperty name: String) -> Int? { properties.firstIndex { $0.name.rawValue == name } }
}
