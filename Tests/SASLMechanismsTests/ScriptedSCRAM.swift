import Digests

@testable import SASLMechanisms

/// A SCRAM client on the script of RFC 5802 §5, to be given other answers than that one.
struct ScriptedSCRAM {
    static let serverFirst = "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096"
    static let serverFinal = "v=rmF9pqV8S7suAoZWja4dJRkFsKQ="
    static let clientFinal =
        "c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts="
    static let password = Secret(utf8: "pencil")

    var client: SCRAMClient

    init(
        evidence: OfferEvidence = OfferEvidence(mechanisms: ["SCRAM-SHA-1"], bindingTypes: nil, tlsVersion: 0x0304),
        listHashRule: ListHashRule = .whenPresent, keys: SCRAMKeys? = nil, limits: SCRAMLimits = SCRAMLimits()
    ) throws {
        guard let nonce = ClientNonce("fyko+d2lbbFgONRv9qkxdawL") else { throw SASLError.malformed }
        client = try SCRAMClient(
            hash: .sha1, binding: .unsupported, username: "user", nonce: nonce, keys: keys, evidence: evidence,
            listHashRule: listHashRule, limits: limits)
        _ = try client.start()
    }

    /// Hears a server-first and gives the client-final.
    mutating func hear(_ serverFirst: String = ScriptedSCRAM.serverFirst) throws(SASLError) -> String {
        var reply = try client.respond(to: Array(serverFirst.utf8))
        if case .derive(let derivation) = reply {
            reply = .send(try client.resume(with: derivation.keys(password: ScriptedSCRAM.password)))
        }
        guard case .send(let bytes) = reply else { throw .outOfOrder }
        return String(decoding: bytes, as: UTF8.self)
    }

    mutating func succeed(_ serverFinal: String?) throws(SASLError) {
        try client.succeed(with: serverFinal.map { Array($0.utf8) })
    }
}
