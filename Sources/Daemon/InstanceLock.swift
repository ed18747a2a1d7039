import Glibc

/// A lock that makes sure one daemon works on the data, or at the socket, of this user; held as long as this value's
/// process lives.
struct InstanceLock: ~Copyable {
    private let descriptor: Int32

    /// `nil` when another daemon has it.
    init?(folder: String, name: String = "lock") throws(Failure) {
        let path = folder + "/" + name
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw Failure("The lock \(path) cannot be opened: \(String(cString: strerror(errno))).", code: .storage)
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            return nil
        }
    }

    deinit { close(descriptor) }
}
