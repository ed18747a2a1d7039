public import DBusWire

extension UInt8: BusRepresentable {
    public static var busSignature: Signature { Signature(trusted: "y") }

    public init?(busValue: Value) {
        guard case .byte(let content) = busValue else { return nil }
        self = content
    }

    public var busValue: Value { .byte(self) }
}

extension Bool: BusRepresentable {
    public static var busSignature: Signature { Signature(trusted: "b") }

    public init?(busValue: Value) {
        guard case .bool(let content) = busValue else { return nil }
        self = content
    }

    public var busValue: Value { .bool(self) }
}

extension Int16: BusRepresentable {
    public static var busSignature: Signature { Signature(trusted: "n") }

    public init?(busValue: Value) {
        guard case .int16(let content) = busValue else { return nil }
        self = content
    }

    public var busValue: Value { .int16(self) }
}

extension UInt16: BusRepresentable {
    public static var busSignature: Signature { Signature(trusted: "q") }

    public init?(busValue: Value) {
        guard case .uint16(let content) = busValue else { return nil }
        self = content
    }

    public var busValue: Value { .uint16(self) }
}

extension Int32: BusRepresentable {
    public static var busSignature: Signature { Signature(trusted: "i") }

    public init?(busValue: Value) {
        guard case .int32(let content) = busValue else { return nil }
        self = content
    }

    public var busValue: Value { .int32(self) }
}

extension UInt32: BusRepresentable {
    public static var busSignature: Signature { Signature(trusted: "u") }

    public init?(busValue: Value) {
        guard case .uint32(let content) = busValue else { return nil }
        self = content
    }

    public var busValue: Value { .uint32(self) }
}

extension Int64: BusRepresentable {
    public static var busSignature: Signature { Signature(trusted: "x") }

    public init?(busValue: Value) {
        guard case .int64(let content) = busValue else { return nil }
        self = content
    }

    public var busValue: Value { .int64(self) }
}

extension UInt64: BusRepresentable {
    public static var busSignature: Signature { Signature(trusted: "t") }

    public init?(busValue: Value) {
        guard case .uint64(let content) = busValue else { return nil }
        self = content
    }

    public var busValue: Value { .uint64(self) }
}

extension Double: BusRepresentable {
    public static var busSignature: Signature { Signature(trusted: "d") }

    public init?(busValue: Value) {
        guard case .double(let content) = busValue else { return nil }
        self = content
    }

    public var busValue: Value { .double(self) }
}

extension String: BusRepresentable {
    public static var busSignature: Signature { Signature(trusted: "s") }

    public init?(busValue: Value) {
        guard case .string(let content) = busValue else { return nil }
        self = content
    }

    public var busValue: Value { .string(self) }
}

extension ObjectPath: BusRepresentable {
    public static var busSignature: Signature { Signature(trusted: "o") }

    public init?(busValue: Value) {
        guard case .path(let content) = busValue else { return nil }
        self = content
    }

    public var busValue: Value { .path(self) }
}

extension Signature: BusRepresentable {
    public static var busSignature: Signature { Signature(trusted: "g") }

    public init?(busValue: Value) {
        guard case .signature(let content) = busValue else { return nil }
        self = content
    }

    public var busValue: Value { .signature(self) }
}

extension OwnedDescriptor: BusRepresentable {
    public static var busSignature: Signature { Signature(trusted: "h") }

    public init?(busValue: Value) {
        guard case .descriptor(let content) = busValue else { return nil }
        self = content
    }

    public var busValue: Value { .descriptor(self) }
}

/// In a message a value stands in a variant.
extension Value: BusRepresentable {
    public static var busSignature: Signature { .variant }

    public init?(busValue: Value) {
        guard case .variant(let content) = busValue else { return nil }
        self = content
    }

    public var busValue: Value { .variant(self) }
}
