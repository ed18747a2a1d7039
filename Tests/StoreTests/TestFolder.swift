import Domain
import Foundation
import Store

/// A folder of a test's own, closed to others, removed at the end.
final class TestFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/saluton-store-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    var file: String { path + "/store.db" }

    func open() throws -> Store {
        try Store.open(at: file, clock: TestClock().read)
    }

    /// Whether these bytes stand anywhere in the database or its log.
    func holds(_ text: String) throws -> Bool {
        try ["", "-wal"].contains { suffix in
            guard FileManager.default.fileExists(atPath: file + suffix) else { return false }
            return try Data(contentsOf: URL(fileURLWithPath: file + suffix)).range(of: Data(text.utf8)) != nil
        }
    }

    func mode(_ name: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path + "/" + name)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
    }

    func setMode(_ mode: Int, _ path: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }
}
