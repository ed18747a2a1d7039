import Foundation

/// The published vectors beside the tests.
enum Vectors {
    static func load<Value: Decodable>(_ name: String) throws -> Value {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Support/Golden/vectors/\(name).json")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Value.self, from: Data(contentsOf: file))
    }
}

struct Primitives: Decodable {
    struct Derivation: Decodable {
        let source: String
        let hash: String?
        let password: String
        let salt: String
        let iterations: Int
        let dkHex: String
    }
    struct Text: Decodable {
        let text: String
        let base64: String
    }
    let pbkdf2Sha1: [Derivation]
    let pbkdf2Other: [Derivation]
    let base64: [Text]
}

struct Hashes: Decodable {
    struct Row: Decodable {
        let name: String
        let inputHex: String?
        let base64: [String: String]
    }
    let vectors: [Row]
}
