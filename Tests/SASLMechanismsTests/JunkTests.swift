import Digests
import Testing

@testable import SASLMechanisms

/// SplitMix64: the same junk on every run.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@Suite("Junk from the server")
struct JunkTests {
    @Test("Neither noise nor mutated messages trap or log in", arguments: UInt64(0)..<8)
    func mutations(seed: UInt64) throws {
        var generator = SeededGenerator(state: seed)
        let alphabet = Array("rsimhtev=,0123456789+/AZaz\0é".utf8) + [0xFF, 0xC0]
        for _ in 0..<1_000 {
            var first = Array(ScriptedSCRAM.serverFirst.utf8) + Array(",h=x,t=0304".utf8)
            var final = Array(ScriptedSCRAM.serverFinal.utf8)
            for _ in 0...Int.random(in: 0..<6, using: &generator) {
                JunkTests.mutate(&first, alphabet, &generator)
                JunkTests.mutate(&final, alphabet, &generator)
            }
            var script = try ScriptedSCRAM()
            _ = try? script.client.respond(to: first)
            #expect(throws: SASLError.self) { try script.client.succeed(with: final) }
            _ = Base64.decode(final[...])
        }
    }

    @Test("No mutation of the signature is taken for it")
    func signatures() throws {
        var script = try ScriptedSCRAM()
        _ = try script.hear()
        let valid = Array(ScriptedSCRAM.serverFinal.utf8)
        for index in valid.indices {
            for bit in 0..<8 {
                var final = valid
                final[index] ^= 1 << UInt8(bit)
                var client = script.client
                #expect(throws: SASLError.self) { try client.succeed(with: final) }
            }
            var client = script.client
            #expect(throws: SASLError.self) { try client.succeed(with: Array(valid.prefix(index))) }
        }
    }

    private static func mutate(_ bytes: inout [UInt8], _ alphabet: [UInt8], _ generator: inout SeededGenerator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes.insert(alphabet.randomElement(using: &generator) ?? 0, at: place)
        case 1: if place < bytes.count { bytes.remove(at: place) }
        case 2: if place < bytes.count { bytes[place] = alphabet.randomElement(using: &generator) ?? 0 }
        default: bytes.removeSubrange(place...)
        }
    }
}
