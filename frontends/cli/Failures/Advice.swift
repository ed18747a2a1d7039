/// What to do about each error of the bus.
enum Advice {
    /// - Parameter error: its last component, as in dbus/errors.xml.
    static func action(for error: String) -> String? {
        switch error {
        case "AccountExists": "To change it: saluton account set JID …"
        case "NoSuchAccount": "The accounts there are: saluton account list; a new one: saluton account add JID"
        case "NoSuchContact": "The contacts there are: saluton roster get; a new one: saluton roster add JID"
        case "NoSuchRequest": "Who is waiting: saluton roster requests"
        case "NoSuchConsumer": "Those there are: saluton events consumers; a new one: saluton events --consumer NAME"
        case "NoSuchEntry", "NoSuchConversation": "The entries there are: saluton history JID --ids"
        case "NotAllowed": "What the entry is and who wrote it: saluton history JID --ids"
        case "InvalidAddress": "An address looks like juliet@example.org."
        case "NotConnected": "See why: saluton account status; try at once: saluton account connect"
        case "NotSupported": "See what the other side offers: saluton info disco JID"
        case "Timeout": "Try again, or wait longer with --timeout SECONDS."
        case "StorageFull": "Make room on the disk; nothing is lost."
        case "StorageFailed", "SecretStorageFailed": "See more: saluton debug log --level warning"
        case "ShuttingDown": "Call again: that starts the daemon anew."
        case "AccessDenied": "The daemon serves only the user it belongs to."
        default: nil
        }
    }
}
