import DBusWire
import FrontendKit
import Testing

/// A call that must fail, and how.
struct WrongCall: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// The full name of the error.
    let error: String
    let path: ObjectPath
    let interface: InterfaceName
    let member: MemberName
    let arguments: [Value]

    init(
        _ testDescription: String, _ error: String, at path: ObjectPath = Daemon.root,
        on interface: InterfaceName = "org.saluton.Manager1", _ member: MemberName, _ arguments: [Value] = []
    ) {
        self.testDescription = testDescription
        self.error = error
        self.path = path
        self.interface = interface
        self.member = member
        self.arguments = arguments
    }
}
