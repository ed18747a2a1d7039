import Testing

@testable import SASLMechanisms

@Suite("The pin of an account")
struct LoginPinTests {
    private static let lines = [
        "", "scram", "SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-512", "SCRAM-SHA-1-PLUS tls-server-end-point",
        "SCRAM-SHA-512-PLUS tls-server-end-point", "SCRAM-SHA-1-PLUS tls-exporter", "SCRAM-SHA-512-PLUS tls-exporter",
    ]

    @Test("Its line survives the store", arguments: lines)
    func text(line: String) throws {
        #expect(try #require(LoginPin(text: line)).text == line)
    }

    @Test(
        "Other lines are no pins",
        arguments: [
            " ", "PLAIN", "SCRAM-SHA-1-PLUS", "SCRAM-SHA-1 tls-exporter", "SCRAM-SHA-1-PLUS tls-unique",
            "SCRAM-SHA-1-PLUS tls-exporter ", "scram-sha-1", "SCRAM-SHA-384", "EXTERNAL",
        ])
    func foreign(line: String) {
        #expect(LoginPin(text: line) == nil)
    }

    @Test("Strength counts by binding first, then by hash")
    func order() throws {
        let strengths = try LoginPinTests.lines.dropFirst(2).map { try #require(LoginPin(text: $0)?.strength) }
        #expect(strengths == strengths.sorted())
        #expect(Set(strengths).count == strengths.count)
    }

    @Test("It rises with what is used and never falls")
    func rising() {
        var pin = LoginPin.none
        pin.offered(["PLAIN", "EXTERNAL", "X-OAUTH2"])
        pin.used(MechanismChoice(.plain))
        pin.used(MechanismChoice(.anonymous))
        #expect(pin == .none)
        pin.offered(["PLAIN", "SCRAM-SHA3-512"])
        #expect(pin.text == "scram")
        pin.used(MechanismChoice(.scram(.sha512), binding: .notOffered))
        #expect(pin.text == "SCRAM-SHA-512")
        pin.used(MechanismChoice(.scram(.sha1), binding: .notOffered))
        #expect(pin.text == "SCRAM-SHA-512")
        pin.used(MechanismChoice(.scramPlus(.sha1), binding: .bound(.tlsExporter)))
        #expect(pin.text == "SCRAM-SHA-1-PLUS tls-exporter")
        pin.used(MechanismChoice(.scramPlus(.sha512), binding: .bound(.tlsServerEndPoint)))
        pin.used(MechanismChoice(.hashedToken(.none)))
        #expect(pin.text == "SCRAM-SHA-1-PLUS tls-exporter")
    }

    @Test(
        "A token or a certificate keeps the plain password at home",
        arguments: [Mechanism.external, .hashedToken(.none)])
    func barring(mechanism: Mechanism) {
        var pin = LoginPin.none
        pin.used(MechanismChoice(mechanism))
        #expect(pin.barsPlain && pin.strength == nil)
    }
}
