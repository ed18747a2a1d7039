import BusAPI
import BusServer
import DBusWire
import Foundation
import SocketWire

/// An object tree behind a socket of one test.
final class SocketHouse: Sendable {
    let tree = ObjectTree(root: "/s")
    let object: SampleObject
    let path: String
    private let door: SocketDoor

    init(policy: CallerPolicy = .sameUser) throws {
        path = NSTemporaryDirectory() + "door-\(UUID().uuidString.prefix(8))"
        object = SampleObject(tree: tree)
        try tree.add("/s", [])
        try tree.add("/s/a", [object.served])
        door = try SocketDoor(tree: tree, path: path, policy: policy)
        try door.open()
    }

    deinit { door.close() }

    func visitor(isBlocking: Bool = true) throws -> SocketVisitor {
        SocketVisitor(try UnixSocket.connect(to: path), isBlocking: isBlocking)
    }

    /// Returns once a caller has left.
    func left(_ caller: String) async {
        await withCheckedContinuation { done in tree.whenGone(Caller(id: caller)) { done.resume() } }
    }
}
