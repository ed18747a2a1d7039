import Foundation
import TestSupport
import Testing

/// Compares a text with a file that somebody has read and signed: `Tests/Support/Golden/cli/<name>`.
///
/// Where they differ, the new text is left in the folder for temporary files; read it, and copy it if it is what you mean.
func expectSnapshot(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let file = goldenFolder.appendingPathComponent("cli").appendingPathComponent(name)
    let expected = try? String(contentsOf: file, encoding: .utf8)
    guard expected != text else { return }
    let copy = FileManager.default.temporaryDirectory.appendingPathComponent("saluton-snapshots")
        .appendingPathComponent(name)
    try? FileManager.default.createDirectory(at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? text.write(to: copy, atomically: true, encoding: .utf8)
    Issue.record("\(name) differs; the new text is in \(copy.path)", sourceLocation: sourceLocation)
}
