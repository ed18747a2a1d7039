import Glibc

/// The folder and file of a database, checked before anything is opened.
///
/// Both must belong to the user, be no symbolic links, and be closed to group and others.  What is missing is made so;
/// the files SQLite adds take the mode of the database.
struct DataFolder {
    let folder: String
    let file: String

    init(file: String) {
        self.file = file
        let slash = file.lastIndex(of: "/")
        folder = slash.map { $0 == file.startIndex ? "/" : String(file[..<$0]) } ?? "."
    }

    /// Whether the last process ended without closing, which leaves the log empty or deletes it.
    var hasUnfinishedLog: Bool {
        (try? status(of: file + "-wal"))?.map { $0.st_size > 0 } ?? false
    }

    /// Makes what is missing and refuses what is not safe; true when the database is new.
    func prepare() throws(StoreError) -> Bool {
        try makeFolders()
        guard let folderStatus = try status(of: folder) else { throw unsafe(folder, "cannot be made") }
        try check(folder, folderStatus, S_IFDIR, "not a folder")
        for companion in ["-wal", "-shm"] {
            if let status = try status(of: file + companion) {
                try check(file + companion, status, S_IFREG, "not a plain file")
            }
        }
        if let fileStatus = try status(of: file) {
            try check(file, fileStatus, S_IFREG, "not a plain file")
            return fileStatus.st_size == 0
        }
        try makeFile(file)
        return true
    }

    /// Makes an empty file that only the user can read.
    func makeFile(_ path: String) throws(StoreError) {
        let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw systemError(path, "cannot be made") }
        Glibc.close(descriptor)
    }

    private func makeFolders() throws(StoreError) {
        guard try status(of: folder) == nil else { return }
        let parts = folder.split(separator: "/")
        for count in parts.indices {
            let path = (folder.hasPrefix("/") ? "/" : "") + parts[...count].joined(separator: "/")
            guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw systemError(path, "cannot be made") }
        }
    }

    private func check(_ path: String, _ status: stat, _ kind: mode_t, _ otherwise: String) throws(StoreError) {
        guard status.st_mode & S_IFMT != S_IFLNK else { throw unsafe(path, "is a symbolic link") }
        guard status.st_mode & S_IFMT == kind else { throw unsafe(path, "is \(otherwise)") }
        guard status.st_uid == geteuid() else { throw unsafe(path, "belongs to another user") }
        guard status.st_mode & 0o077 == 0 else {
            throw unsafe(path, "is open to others; close it with chmod go= on it")
        }
    }

    /// `nil` when there is nothing at the path.  Links are not followed.
    private func status(of path: String) throws(StoreError) -> stat? {
        var result = stat()
        if lstat(path, &result) == 0 { return result }
        guard errno == ENOENT else { throw systemError(path, "cannot be looked at") }
        return nil
    }

    private func unsafe(_ path: String, _ what: String) -> StoreError {
        StoreError(.unsafeFiles, "\(path) \(what)")
    }

    private func systemError(_ path: String, _ what: String) -> StoreError {
        let kind: StoreError.Kind =
            switch errno {
            case ENOSPC, EDQUOT: .diskFull
            case EROFS: .readOnly
            case EACCES, EPERM, ELOOP, ENOTDIR, EEXIST: .unsafeFiles
            default: .diskFailure
            }
        return StoreError(kind, "\(path) \(what): \(String(cString: strerror(errno)))")
    }
}
