import Domain
import Glibc

/// The folder with the user's hooks: a folder for each kind of events, programs in it.
struct HookFolder: Sendable {
    let path: String

    /// What is in it now.
    struct Look: Hashable, Sendable {
        /// In the order of their titles.
        var hooks: [Hook] = []
        var refused: [RefusedHook] = []
    }

    /// Looks; nothing is there when the folder is not.
    func look() -> Look {
        var look = Look()
        guard let top = Self.resolved(path) else { return look }
        if let reason = Self.fault(in: top, isFolder: true) {
            look.refused.append(RefusedHook(title: "", reason: reason))
            return look
        }
        for point in Self.names(in: top) {
            guard let folder = inside(top, point, point, isFolder: true, &look) else { continue }
            for name in Self.names(in: folder) {
                let title = "\(point)/\(name)"
                guard let file = inside(top, title, "\(folder)/\(name)", isFolder: false, &look) else { continue }
                add(Hook(point: point, name: name, path: file), to: &look)
            }
        }
        return look
    }

    private func add(_ hook: Hook, to look: inout Look) {
        if !EventConsumer.isValid(hook.consumer) {
            let reason = "names are letters, digits, hyphens, dots and underscores, 58 at most with the folder's"
            look.refused.append(RefusedHook(title: hook.title, reason: reason))
        } else if look.hooks.count >= HookBounds.hooks {
            look.refused.append(RefusedHook(title: hook.title, reason: "there are \(HookBounds.hooks) before it"))
        } else {
            look.hooks.append(hook)
        }
    }

    /// Where something in the folder really is, when it may be used.
    private func inside(
        _ top: String, _ title: String, _ place: String, isFolder: Bool, _ look: inout Look
    ) -> String? {
        let place = isFolder ? "\(top)/\(place)" : place
        let real = Self.resolved(place)
        let reason: String? =
            if let real {
                real.hasPrefix(top + "/") ? Self.fault(in: real, isFolder: isFolder) : "it is a link that leads outside"
            } else {
                "it is a link that leads nowhere"
            }
        guard let reason else { return real }
        look.refused.append(RefusedHook(title: title, reason: reason))
        return nil
    }

    /// What is wrong with it; `nil`: nothing.
    private static func fault(in place: String, isFolder: Bool) -> String? {
        var facts = stat()
        guard lstat(place, &facts) == 0 else { return "it cannot be looked at" }
        let kind = facts.st_mode & S_IFMT
        if isFolder {
            guard kind == S_IFDIR else { return "it is not a folder: programs stand in folders named after events" }
        } else {
            guard kind == S_IFREG else { return "it is not a file" }
        }
        guard facts.st_uid == geteuid() else { return "it belongs to somebody else" }
        guard facts.st_mode & 0o022 == 0 else { return "others can write to it: run chmod go-w on it" }
        guard isFolder || facts.st_mode & 0o100 != 0 else { return "it is not executable: run chmod +x on it" }
        return nil
    }

    /// Sorted; hidden files and what editors leave behind are passed over.
    private static func names(in folder: String) -> [String] {
        guard let handle = opendir(folder) else { return [] }
        defer { closedir(handle) }
        var names: [String] = []
        while let item = readdir(handle), names.count < 1_000 {
            let name = withUnsafePointer(to: &item.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix("."), !name.hasSuffix("~") { names.append(name) }
        }
        return names.sorted()
    }

    private static func resolved(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }
}
