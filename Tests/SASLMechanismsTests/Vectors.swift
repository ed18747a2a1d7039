import Foundation
import Testing

/// The published vectors beside the tests.
enum Vectors {
    static let scram: SCRAMVectors = load("scram")

    static func load<Value: Decodable>(_ name: String) -> Value {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Support/Golden/vectors/\(name).json")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        do {
            return try decoder.decode(Value.self, from: Data(contentsOf: file))
        } catch {
            fatalError("\(file.path): \(error)")
        }
    }
}

struct SCRAMVectors: Decodable {
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        let name: String
        let mechanism: String
        let username: String
        let password: String
        let clientNonce: String
        let gs2Header: String
        let channelBindingDataB64: String
        let clientFirst: String
        let serverFirst: String
        let clientFinal: String
        let serverFinal: String
        let clientKeyB64: String
        let serverKeyB64: String
        let saltB64: String
        let iterations: Int
        var testDescription: String { name }
    }
    struct ListHash: Decodable, Sendable {
        let mechanisms: [String]
        let channelBindings: [String]?
        let hash: String
        let hB64: String
    }
    struct Full: Decodable, Sendable {
        let username: String
        let password: String
        let channelBindingDataUtf8: String
        let clientFirst: String
        let serverFirst: String
        let publishedClientFinal: String
        let publishedServerFinal: String
    }
    struct Negative: Decodable, Sendable {
        let serverFirst: String?
        let serverFinal: String?
        let clientNonce: String?
        let expect: String
    }
    struct Plain: Decodable, Sendable {
        let authzid: String
        let authcid: String
        let password: String
        let messageB64: String
    }
    struct External: Decodable, Sendable {
        let authzid: String?
        let initialResponse: String?
        let initialResponseB64: String?
    }
    let cases: [Case]
    let xep0474Hash: [ListHash]
    let xep0474Full: Full
    let negative: [Negative]
    let saslPlain: [Plain]
    let saslExternal: [External]
}

struct SignedOffer: Decodable, Sendable {
    let username: String
    let password: String
    let nonce: String
    let mechanisms: [String]
    let bindingTypes: [String]
    let tlsVersion: UInt16
    let channelBindingDataUtf8: String
    let clientFirst: String
    let serverFirst: String
    let clientFinal: String
    let serverFinal: String
}

struct HashedTokens: Decodable, Sendable {
    struct Case: Decodable, Sendable {
        let mechanism: String
        let type: String?
        let username: String
        let token: String
        let bindingDataHex: String
        let initiatorHex: String
        let responderHex: String
    }
    let cases: [Case]
}
