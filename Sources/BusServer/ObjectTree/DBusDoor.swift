public import BusAPI
public import DBusWire

/// Leads from D-Bus to an object tree: calls come in, announcements go out.
public final class DBusDoor: Announcer {
    private let tree: ObjectTree
    private let connection: BusConnection
    private let policy: CallerPolicy
    private let isRefused: @Sendable (WireError) -> Void

    /// - Parameters:
    ///   - policy: who may call.
    ///   - isRefused: told when an announcement cannot be sent; must not block.
    public init(
        tree: ObjectTree, connection: BusConnection, policy: CallerPolicy = .sameUser,
        isRefused: @escaping @Sendable (WireError) -> Void = { _ in }
    ) {
        self.tree = tree
        self.connection = connection
        self.policy = policy
        self.isRefused = isRefused
    }

    /// From now on calls are answered and announcements sent, until the connection ends.  Claim the name after it.
    public func open() {
        connection.serve(Hall(tree: tree), policy: policy)
        tree.open(self)
    }

    public func announce(_ announcement: Announcement) {
        var destination: BusName?
        if let receiver = announcement.receiver {
            // Somebody who came through another door.
            guard let name = BusName(rawValue: receiver.id), name.isUnique else { return }
            destination = name
        }
        do throws(WireError) {
            try connection.emit(
                Signal(
                    path: announcement.path, interface: announcement.interface, member: announcement.member,
                    announcement.arguments, destination: destination))
        } catch {
            if error == .disconnected { tree.close(self) }
            isRefused(error)
        }
    }

    /// Hands the calls of the connection to the tree.
    private struct Hall: CallHandler {
        let tree: ObjectTree

        func answer(_ call: IncomingCall) -> CallAnswer {
            tree.answer(
                Caller(id: call.caller.rawValue), call.path, call.interface, call.member, call.signature,
                call.arguments)
        }

        func callerLeft(_ caller: BusName) { tree.callerLeft(Caller(id: caller.rawValue)) }
    }
}
