internal import Digests

/// The messages that both sides sign (RFC 5802 §3).
struct SCRAMExchange: Equatable {
    let clientFirstBare: [UInt8]
    let serverFirst: [UInt8]
    let clientFinalWithoutProof: [UInt8]

    init(clientFirstBare: [UInt8], serverFirst: [UInt8], bindingInput: [UInt8], nonce: [UInt8]) {
        self.clientFirstBare = clientFirstBare
        self.serverFirst = serverFirst
        clientFinalWithoutProof =
            Array("c=".utf8) + Base64.encodeBytes(bindingInput) + Array(",r=".utf8) + nonce
    }

    var authMessage: [UInt8] {
        let comma = [UInt8(ascii: ",")]
        return clientFirstBare + comma + serverFirst + comma + clientFinalWithoutProof
    }
}
