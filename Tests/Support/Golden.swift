public import Foundation
public import Testing
public import XMLStreams

/// A stanza from a specification, in a file whose first line names its source.
public struct Golden: Sendable, CustomTestStringConvertible {
    /// Folder and file, "xep-0199/01-ping.xml".
    public let name: String
    /// The first line's comment, "XEP-0199 2.0.1, §3.1".
    public let source: String
    /// What the file holds behind its first line.
    public let bytes: [UInt8]
    /// The stanza as it reads inside a client's stream.
    public let element: Element

    public var testDescription: String { name }

    init(_ file: URL) throws {
        name = "\(file.deletingLastPathComponent().lastPathComponent)/\(file.lastPathComponent)"
        let data = [UInt8](try Data(contentsOf: file))
        let lineEnd = try data.firstIndex(of: UInt8(ascii: "\n")).orThrow("\(name): one line only")
        let comment = String(decoding: data[..<lineEnd], as: UTF8.self)
        guard comment.hasPrefix("<!-- "), comment.hasSuffix(" -->") else {
            throw GoldenError("\(name): the first line does not name its source")
        }
        source = String(comment.dropFirst(5).dropLast(4))
        bytes = Array(data[(lineEnd + 1)...])
        guard let only = try stanzas(in: bytes).first else { throw GoldenError("\(name): holds no stanza") }
        element = only
    }
}

/// The stanzas of `Tests/Support/Golden/<folder>/*.xml`, sorted by file name.
public func golden(_ folder: String) throws -> [Golden] {
    let files = try FileManager.default.contentsOfDirectory(
        at: goldenFolder.appendingPathComponent(folder), includingPropertiesForKeys: nil)
    let sorted = files.filter { $0.pathExtension == "xml" }.sorted { $0.lastPathComponent < $1.lastPathComponent }
    guard !sorted.isEmpty else { throw GoldenError("\(folder): no golden files") }
    return try sorted.map(Golden.init)
}

/// One golden file by folder and name: `golden("xep-0199", "01-ping")`.
public func golden(_ folder: String, _ name: String) throws -> Golden {
    try Golden(goldenFolder.appendingPathComponent(folder).appendingPathComponent("\(name).xml"))
}

/// A file of test vectors: `Tests/Support/Golden/vectors/<name>.json`.
public func vectors(_ name: String) throws -> Data {
    try Data(contentsOf: goldenFolder.appendingPathComponent("vectors/\(name).json"))
}

/// The folder of all golden files.
public var goldenFolder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")
}

public struct GoldenError: Error, CustomStringConvertible {
    public let description: String
    init(_ description: String) { self.description = description }
}

extension Optional {
    fileprivate func orThrow(_ problem: String) throws -> Wrapped {
        guard let self else { throw GoldenError(problem) }
        return self
    }
}
