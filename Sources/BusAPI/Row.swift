public import DBusWire

/// A structure of the bus, `(AB…)`.
public struct Row<each Member: BusRepresentable>: Sendable {
    public var values: (repeat each Member)

    public init(_ values: repeat each Member) { self.values = (repeat each values) }
}

extension Row: Equatable where repeat each Member: Equatable {
    public static func == (left: Self, right: Self) -> Bool {
        for (one, other) in repeat (each left.values, each right.values) {
            guard one == other else { return false }
        }
        return true
    }
}

extension Row: BusRepresentable {
    public static var busSignature: Signature {
        var text = "("
        for type in repeat (each Member).self { text += type.busSignature.rawValue }
        return Signature(trusted: text + ")")
    }

    public init?(busValue: Value) {
        guard case .structure(let members) = busValue, let row = try? Self.read(Arguments(members)) else { return nil }
        self = row
    }

    private static func read(_ members: Arguments) throws -> Row {
        var members = members
        let row = Row(repeat try members.next((each Member).self))
        guard members.isEmpty else { throw BusError(busName: .invalidArguments, message: "too many members") }
        return row
    }

    public var busValue: Value {
        var members: [Value] = []
        for member in repeat each values { members.append(member.busValue) }
        return .structure(members)
    }
}
