public import Digests
import Glibc

/// The file with the key under which passwords are sealed where no Secret Service answers.
///
/// 32 random bytes, mode 0600, owned by the user, never followed through a link.  Whoever can read it and the database
/// has the passwords: `status` says so.
public struct KeyFile: Sendable {
    public let path: String

    public init(path: String) { self.path = path }

    /// The key; made with the first call.
    ///
    /// Errors: `key-file-unsafe` when others can read it or it is not ours, `key-file-unusable` when it cannot be read or
    /// made, or is no key.
    public func key() throws(VaultError) -> Secret {
        if let key = try read() { return key }
        let fresh: Secret
        do { fresh = try RandomBytes.key(Sealing.keyOctets) } catch { throw unusable("no random bytes") }
        try write(fresh)
        guard let key = try read() else { throw unusable("it vanished") }
        return key
    }

    private func read() throws(VaultError) -> Secret? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            if errno == ELOOP { throw unusable("it is a link") }
            throw unusable(String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { throw unusable(String(cString: strerror(errno))) }
        guard facts.st_uid == geteuid(), facts.st_mode & 0o077 == 0, facts.st_mode & S_IFMT == S_IFREG else {
            throw VaultError(
                code: "key-file-unsafe",
                sentence: "The key file \(path) is not a file that only you can read: run chmod 600 on it, and change "
                    + "your passwords if others may have read it.")
        }
        guard facts.st_size == Sealing.keyOctets else { throw unusable("it is damaged") }
        let failed = VaultError(code: "key-file-unusable", sentence: "The key file \(path) could not be read.")
        return try Secret(count: Sealing.keyOctets) { (buffer) throws(VaultError) in
            guard Glibc.read(descriptor, buffer.baseAddress, buffer.count) == buffer.count else { throw failed }
        }
    }

    /// Written beside and linked into place, so that there is never half a key, and never two.
    private func write(_ key: Secret) throws(VaultError) {
        let draft = path + ".\(UInt64.random(in: 0...(.max))).new"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw unusable(String(cString: strerror(errno))) }
        defer {
            close(descriptor)
            unlink(draft)
        }
        let isWritten = key.expose { Glibc.write(descriptor, $0.baseAddress, $0.count) == $0.count }
        guard isWritten, fsync(descriptor) == 0 else { throw unusable(String(cString: strerror(errno))) }
        guard link(draft, path) == 0 || errno == EEXIST else { throw unusable(String(cString: strerror(errno))) }
    }

    private func unusable(_ reason: String) -> VaultError {
        VaultError(code: "key-file-unusable", sentence: "The key file \(path) cannot be used: \(reason).")
    }
}
