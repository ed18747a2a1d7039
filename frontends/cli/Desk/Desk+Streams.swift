extension Desk {
    /// The same desk for a program that has the process for itself: its signals, and standard output as a descriptor.
    public func owningProcess() -> Desk {
        var desk = self
        desk.isProcess = true
        return desk
    }
}
