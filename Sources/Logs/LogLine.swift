public import Logging

/// One line of the log.
public struct LogLine: Sendable, Hashable {
    /// Counts from 1 since the start of the process.
    public var number: UInt64
    /// µs since 1970, UTC.
    public var time: Int64
    public var level: Logger.Level
    /// `saluton.session`.
    public var label: String
    /// The message and its metadata as `key=value`, on one line, without control characters, at most 2 KiB.
    public var text: String

    public init(number: UInt64, time: Int64, level: Logger.Level, label: String, text: String) {
        self.number = number
        self.time = time
        self.level = level
        self.label = label
        self.text = text
    }

    /// Longest text of a line, in bytes.
    static let textLimit = 2048

    /// Makes message and metadata one safe line.
    static func text(_ message: Logger.Message, _ metadata: Logger.Metadata) -> String {
        var text = message.description
        for (key, value) in metadata.sorted(by: { $0.key < $1.key }) { text += " \(key)=\(value)" }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(text.utf8.count, textLimit))
        for scalar in text.unicodeScalars {
            let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
            let piece = isControl ? "·" : String(scalar)
            guard bytes.count + piece.utf8.count <= textLimit else { break }
            bytes.append(contentsOf: piece.utf8)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
