import FrontendKit
@preconcurrency import Glibc

/// Where an export goes: standard output, or a file that is there only once it is whole.
final class ExportFile {
    private let path: String
    /// What is written to until all is there; the path itself where that is no ordinary file.
    private let draft: String
    private let descriptor: Int32
    private var isDone = false

    /// Makes the file, for the user alone.
    /// - Parameter path: no ordinary file must be there yet.
    init(_ path: String) throws(Failure) {
        self.path = path
        var facts = stat()
        let isThere = lstat(path, &facts) == 0
        if isThere && facts.st_mode & S_IFMT == S_IFREG {
            throw Failure(
                .exists, name: "FileExists", "\(RemoteText(path).printable) is there already.",
                action: "Give another name, or move it away.")
        }
        draft = isThere ? path : path + ".part"
        let flags = O_WRONLY | O_CLOEXEC | (isThere ? 0 : O_CREAT | O_TRUNC | O_NOFOLLOW)
        descriptor = open(draft, flags, 0o600)
        guard descriptor >= 0 else { throw Self.cannotWrite(draft) }
    }

    deinit {
        close(descriptor)
        if !isDone && draft != path { unlink(draft) }
    }

    func write(_ text: String) throws(Failure) {
        guard Desk.writeAll(descriptor, text) else { throw Self.cannotWrite(draft) }
    }

    /// All was written: from now on the file has its name.
    func finish() throws(Failure) {
        if draft != path {
            guard fsync(descriptor) == 0, rename(draft, path) == 0 else { throw Self.cannotWrite(path) }
        }
        isDone = true
    }

    private static func cannotWrite(_ path: String) -> Failure {
        let reason = String(cString: strerror(errno))
        return Failure(.storage, name: "CannotWrite", "\(RemoteText(path).printable): \(reason)")
    }
}
