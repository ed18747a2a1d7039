internal import Foundation

/// A wall clock for one program of a test, which can jump while it runs; durations are measured as ever.
public final class WrongClock: Sendable {
    public enum Failure: Error { case cannotCompile(Int32) }

    private let folder: URL
    private var skew: URL { folder.appendingPathComponent("skew") }
    private var library: URL { folder.appendingPathComponent("clock.so") }

    public init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("clock-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(count: MemoryLayout<Int64>.size).write(to: skew)
        let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("wrong-clock.c")
        let compiler = Process()
        compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        // It comes with Swift.
        compiler.arguments = ["clang", "-shared", "-fPIC", "-O1", "-o", library.path, source.path]
        try compiler.run()
        compiler.waitUntilExit()
        guard compiler.terminationStatus == 0 else { throw Failure.cannotCompile(compiler.terminationStatus) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// What a program must have in its environment to go by this clock.
    public var environment: [String: String] { ["LD_PRELOAD": library.path, "WRONG_CLOCK": skew.path] }

    /// Sets it so far from the right time, at once, for programs that run too.
    public func jump(days: Int) throws {
        let handle = try FileHandle(forWritingTo: skew)
        var seconds = Int64(days) * 86_400
        try handle.write(contentsOf: Data(bytes: &seconds, count: MemoryLayout<Int64>.size))
        try handle.close()
    }
}
