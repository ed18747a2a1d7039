/// Any value that travels on the bus.
///
/// Two forms have a case of their own because they are common: `ay` is always `bytes`, `a{sv}` is always `fields`.
public enum Value: Equatable, Sendable {
    case byte(UInt8)
    case bool(Bool)
    case int16(Int16)
    case uint16(UInt16)
    case int32(Int32)
    case uint32(UInt32)
    case int64(Int64)
    case uint64(UInt64)
    case double(Double)
    /// Any text without U+0000.
    case string(String)
    case path(ObjectPath)
    case signature(Signature)
    case descriptor(OwnedDescriptor)
    /// `ay`.
    case bytes([UInt8])
    /// Elements of one type, which an empty array still has.
    case array([Value], of: Signature)
    /// `a{sv}` in the sender's order; the variants' contents stand here directly.
    case fields([Field])
    /// Any other dictionary, in the sender's order.
    case dictionary([Entry], key: Signature, value: Signature)
    case structure([Value])
    indirect case variant(Value)

    /// One member of an `a{sv}`.
    public struct Field: Equatable, Sendable {
        public var name: String
        /// What the variant contains.
        public var value: Value

        public init(_ name: String, _ value: Value) {
            self.name = name
            self.value = value
        }
    }

    /// One member of another dictionary.
    public struct Entry: Equatable, Sendable {
        public var key: Value
        public var value: Value

        public init(_ key: Value, _ value: Value) {
            self.key = key
            self.value = value
        }
    }
}
