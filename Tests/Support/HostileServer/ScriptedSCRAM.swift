internal import Digests
internal import Foundation

/// The server's side of SCRAM-SHA-256 (RFC 5802, RFC 7677), which scripts may bend.
public struct ScriptedSCRAM {
    private let password: String
    private let salt: [UInt8]
    private let iterations: Int
    private var clientFirstBare = ""
    private var serverFirst = ""

    public init(password: String, salt: [UInt8] = Array("salt-of-a-test".utf8), iterations: Int = 4_096) {
        self.password = password
        self.salt = salt
        self.iterations = iterations
    }

    /// The text inside `<auth/>` or `<initial-response/>`, up to its end tag.
    public static func content(_ text: String) -> String {
        guard let end = text.range(of: "</", options: .backwards),
            let start = text[..<end.lowerBound].lastIndex(of: ">")
        else { return "" }
        return String(text[text.index(after: start)..<end.lowerBound])
    }

    public static func decoded(_ base64: String) -> String {
        String(decoding: Base64.decode(base64) ?? [], as: UTF8.self)
    }

    public static func encoded(_ text: String) -> String { Base64.encode(Array(text.utf8)) }
    public static func encoded(_ bytes: [UInt8]) -> String { Base64.encode(bytes) }
    public static func bytes(_ base64: String) -> [UInt8] { Base64.decode(base64) ?? [] }

    /// The challenge in base64.  `extra` goes to its end, `nonce` stands in for the client's.
    public mutating func challenge(to clientFirst: String, extra: String = "", nonce: String? = nil) -> String {
        let message = Self.decoded(clientFirst)
        let parts = message.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
        clientFirstBare = parts.count == 3 ? String(parts[2]) : ""
        let theirs = clientFirstBare.split(separator: ",").first { $0.hasPrefix("r=") }.map { String($0.dropFirst(2)) }
        serverFirst = "r=\(nonce ?? theirs ?? "")server,s=\(Base64.encode(salt)),i=\(iterations)\(extra)"
        return Self.encoded(serverFirst)
    }

    /// The server's signature in base64, "v=…" inside; `nil` when the client's proof is wrong.
    public func success(to clientFinal: String) throws -> String? {
        let message = Self.decoded(clientFinal)
        guard let cut = message.range(of: ",p=", options: .backwards) else { return nil }
        let auth = Array("\(clientFirstBare),\(serverFirst),\(message[..<cut.lowerBound])".utf8)
        let salted = try KeyDerivation.pbkdf2(
            password: Secret(utf8: password), salt: salt, iterations: iterations, with: .sha256)
        let clientKey = try MessageCode.hmac(Array("Client Key".utf8), key: salted, with: .sha256)
        let stored = try Digest.hash(clientKey, with: .sha256)
        let signature = try MessageCode.hmac(auth, key: stored, with: .sha256)
        let proof = Base64.decode(String(message[cut.upperBound...])) ?? []
        guard zip(clientKey, signature).map({ $0 ^ $1 }) == proof else { return nil }
        let serverKey = Secret(try MessageCode.hmac(Array("Server Key".utf8), key: salted, with: .sha256))
        return Self.encoded("v=" + Base64.encode(try MessageCode.hmac(auth, key: serverKey, with: .sha256)))
    }
}
