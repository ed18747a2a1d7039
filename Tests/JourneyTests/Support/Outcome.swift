import JSONText

/// What became of a command.
struct Outcome: CustomStringConvertible {
    let command: String
    let status: Int32
    let output: String
    let complaints: String

    /// The value that `--json` printed.
    var json: JSON { get throws { try JSONParser.parse(output.trimmed) } }

    /// The values that a stream printed, one a line.
    var lines: [JSON] { get throws { try output.split(separator: "\n").map { try JSONParser.parse(String($0)) } } }

    /// The error that `--json` printed.
    var error: JSON? { (try? JSONParser.parse(complaints.trimmed))?["error"] }

    var description: String { "\(command): \(status)\n\(output)\(complaints)" }
}

extension String {
    fileprivate var trimmed: String { String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()) }
}
