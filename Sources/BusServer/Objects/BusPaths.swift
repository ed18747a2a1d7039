import DBusWire
import Domain

/// Where the objects of the API stand.
enum BusPaths {
    static let root = ObjectPath(trusted: "/org/saluton/Saluton1")

    static func account(_ id: AccountID) -> ObjectPath {
        root.appending("accounts").appending(id.description)
    }

    static func conversation(_ id: ConversationID, of account: AccountID) -> ObjectPath {
        Self.account(account).appending("conversations").appending(id.description)
    }

    /// The id at the end of an account's path; `nil` for any other path.
    static func account(at path: ObjectPath) -> AccountID? {
        let prefix = root.rawValue + "/accounts/"
        guard path.rawValue.hasPrefix(prefix) else { return nil }
        return AccountID(String(path.rawValue.dropFirst(prefix.count)))
    }
}
