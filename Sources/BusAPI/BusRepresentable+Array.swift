public import DBusWire

extension Array: BusRepresentable where Element: BusRepresentable {
    public static var busSignature: Signature { Signature(trusted: "a" + Element.busSignature.rawValue) }

    public init?(busValue: Value) {
        switch busValue {
        case .array(let values, let type):
            guard type == Element.busSignature else { return nil }
            self = []
            reserveCapacity(values.count)
            for value in values {
                guard let element = Element(busValue: value) else { return nil }
                append(element)
            }
        case .bytes(let bytes):
            guard let array = bytes as? [Element] else { return nil }
            self = array
        default: return nil
        }
    }

    public var busValue: Value {
        if Element.self == UInt8.self, let bytes = self as? [UInt8] { return .bytes(bytes) }
        return .array(map(\.busValue), of: Element.busSignature)
    }
}
