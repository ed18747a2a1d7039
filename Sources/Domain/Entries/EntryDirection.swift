/// Which way an entry went.  The raw values are the words on the bus.
public enum EntryDirection: String, Hashable, Sendable, CaseIterable {
    case incoming = "in"
    /// Written by the user, here or on another device.
    case outgoing = "out"
}
