internal import CDBus

/// The name of an error, such as `org.freedesktop.DBus.Error.InvalidArgs`.
public struct ErrorName: WireName {
    public let rawValue: String

    public init(trusted rawValue: String) { self.rawValue = rawValue }

    public static func accepts(_ text: UnsafePointer<CChar>) -> Bool { dbus_validate_error_name(text, nil) != 0 }

    public static let failed = ErrorName(trusted: "org.freedesktop.DBus.Error.Failed")
    public static let accessDenied = ErrorName(trusted: "org.freedesktop.DBus.Error.AccessDenied")
    public static let limitsExceeded = ErrorName(trusted: "org.freedesktop.DBus.Error.LimitsExceeded")
    public static let invalidArguments = ErrorName(trusted: "org.freedesktop.DBus.Error.InvalidArgs")
    public static let unknownObject = ErrorName(trusted: "org.freedesktop.DBus.Error.UnknownObject")
    public static let unknownInterface = ErrorName(trusted: "org.freedesktop.DBus.Error.UnknownInterface")
    public static let unknownMethod = ErrorName(trusted: "org.freedesktop.DBus.Error.UnknownMethod")
    public static let unknownProperty = ErrorName(trusted: "org.freedesktop.DBus.Error.UnknownProperty")
    public static let propertyReadOnly = ErrorName(trusted: "org.freedesktop.DBus.Error.PropertyReadOnly")
}
