import Foundation

/// The conformance vectors that lie beside the tests; each row names its source.
enum Vectors {
    static let jid: JIDVectors = read("jid")
    static let precis: PrecisVectors = read("precis")

    private static func read<Value: Decodable>(_ name: String) -> Value {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let file = tests.appendingPathComponent("Support/Golden/vectors/\(name).json")
        do {
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            return try decoder.decode(Value.self, from: Data(contentsOf: file))
        } catch {
            fatalError("\(file.path): \(error)")
        }
    }
}

struct JIDVectors: Decodable, Sendable {
    struct Address: Decodable, Sendable {
        let input: String
        let valid: Bool?
        let local: String?
        let domain: String?
        let resource: String?
        let normalized: String?
        let source: String
    }

    struct Limit: Decodable, Sendable {
        let part: String
        let octets: Int
        let valid: Bool
        let note: String?
    }

    struct Pair: Decodable, Sendable {
        let a: String
        let b: String
        let equal: Bool
    }

    struct Escape: Decodable, Sendable {
        let source: String
        let unescapedJid: String?
        let escapedJid: String?
        let unescapedLocal: String?
        let escapedLocal: String?
        let display: String?
        let displayLocal: String?
        let expect: String?
        let note: String?
    }

    struct Link: Decodable, Sendable {
        let uri: String
        let source: String
        let account: String?
        let to: String?
        let action: String?
        let params: [String: String]?
        let error: String?
    }

    let jids: [Address]
    let lengthLimits: [Limit]
    let equality: [Pair]
    let escaping: [Escape]
    let uris: [Link]
}

struct PrecisVectors: Decodable, Sendable {
    struct Row: Decodable, Sendable {
        let input: String
        let valid: Bool?
        let caseMapped: String?
        let output: String?
        let comparison: String?
        let source: String
    }

    let username: [Row]
    let opaqueString: [Row]
    let nickname: [Row]
}

/// A generator with a seed, so that a failing run can be repeated (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

extension String {
    /// Bytes decide in tests: Swift's == also takes canonically equivalent strings for equal.
    var bytes: [UInt8] { Array(utf8) }
}
