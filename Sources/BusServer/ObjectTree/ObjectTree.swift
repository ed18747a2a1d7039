public import BusAPI
public import DBusWire
internal import Synchronization

/// The objects of the API at their paths, whatever doors lead to them.
///
/// Every object has the standard interfaces Introspectable, Peer and Properties; the root has ObjectManager as well.
/// All functions may be called from any thread.
public final class ObjectTree: Sendable {
    struct State {
        var nodes: [ObjectPath: ObjectNode] = [:]
        /// Who has called and not left yet, with the work to do when he leaves.
        var callers: [Caller: [@Sendable () -> Void]] = [:]
    }

    /// The path of the ObjectManager; all objects are at it or below.
    public let root: ObjectPath
    /// Locks are taken in the order: tree, outlet, doors.
    let state = Mutex(State())
    let doors = Mutex<[any Announcer]>([])

    public init(root: ObjectPath) { self.root = root }

    /// Puts an object into the tree.  The ObjectManager announces it.
    public func add(_ path: ObjectPath, _ interfaces: [ServedInterface]) throws(TreeError) {
        guard path.isWithin(root) else { throw .outside(path) }
        var names: Set<InterfaceName> = []
        for interface in interfaces where !names.insert(interface.description.name).inserted {
            throw .twice(interface.description.name)
        }
        let node = ObjectNode(interfaces: interfaces)
        let isTaken = state.withLock { state in
            guard state.nodes[path] == nil else { return true }
            state.nodes[path] = node
            // Attached first: a change from here on is in the announced state, or announced by itself.
            for interface in interfaces { interface.outlet.attach(self, at: path) }
            announce("InterfacesAdded", [.path(path), node.state])
            return false
        }
        if isTaken { throw .taken(path) }
    }

    /// Takes an object and all below it out of the tree; without effect where there is none.
    public func remove(_ path: ObjectPath) {
        state.withLock { state in
            for (place, node) in state.nodes where place.isWithin(path) {
                state.nodes[place] = nil
                for interface in node.interfaces { interface.outlet.detach() }
                let names = node.interfaces.map { Value.string($0.description.name.rawValue) }
                announce("InterfacesRemoved", [.path(place), .array(names, of: .string)])
            }
        }
    }

    /// Runs the work once the caller has left; at once when it has left already.
    public func whenGone(_ caller: Caller, _ work: @escaping @Sendable () -> Void) {
        let isHere = state.withLock { state in
            guard state.callers[caller] != nil else { return false }
            state.callers[caller]?.append(work)
            return true
        }
        if !isHere { work() }
    }

    /// A door says that a caller has left.
    public func callerLeft(_ caller: Caller) {
        let departures = state.withLock { $0.callers.removeValue(forKey: caller) } ?? []
        for work in departures { work() }
    }

    /// Sends all announcements through this door as well, until it is closed.
    public func open(_ door: any Announcer) { doors.withLock { $0.append(door) } }

    public func close(_ door: any Announcer) { doors.withLock { doors in doors.removeAll { $0 === door } } }

    /// A signal of the ObjectManager.
    private func announce(_ member: MemberName, _ arguments: [Value]) {
        announce(
            Announcement(path: root, interface: "org.freedesktop.DBus.ObjectManager", member: member, arguments))
    }
}

extension ObjectTree: Announcer {
    /// Sends what an outlet announces through all doors.
    public func announce(_ announcement: Announcement) {
        let doors = doors.withLock { $0 }
        for door in doors { door.announce(announcement) }
    }
}
