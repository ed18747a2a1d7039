import Testing

@testable import SASLMechanisms

/// One row of the table: a situation and what must come of it.
struct ChoiceRow: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let situation: LoginSituation
    let expected: Result<MechanismChoice, SASLError>

    /// Starts from a server that offers all SCRAM and both types over SASL, and an account with a password.
    init(
        _ description: String, _ expected: Result<MechanismChoice, SASLError>,
        _ change: (inout LoginSituation) -> Void = { _ in }
    ) {
        testDescription = description
        var situation = LoginSituation(
            profile: .sasl,
            mechanisms: [
                "PLAIN", "SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-512", "SCRAM-SHA-1-PLUS", "SCRAM-SHA-256-PLUS",
                "SCRAM-SHA-512-PLUS", "EXTERNAL", "ANONYMOUS",
            ],
            bindingTypes: ["tls-server-end-point", "tls-exporter"], available: [.tlsExporter, .tlsServerEndPoint],
            credentials: LoginCredentials(password: .text), certificate: .verified, pin: .none)
        change(&situation)
        self.situation = situation
        self.expected = expected
    }
}

@Suite("The choice of a mechanism")
struct MechanismChoiceTests {
    private static func bound(_ hash: SCRAMHash, _ type: ChannelBindingType) -> Result<MechanismChoice, SASLError> {
        .success(MechanismChoice(.scramPlus(hash), binding: .bound(type)))
    }

    private static func unbound(
        _ hash: SCRAMHash, _ binding: MechanismChoice.Binding, _ rule: ListHashRule = .whenPresent
    ) -> Result<MechanismChoice, SASLError> {
        .success(MechanismChoice(.scram(hash), binding: binding, listHashRule: rule))
    }

    private static func pin(_ text: String) -> LoginPin { LoginPin(text: text) ?? .none }
    private static let unboundOnly = ["PLAIN", "SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-512"]

    private static func downgrade(_ offered: [String], _ pinned: String) -> Result<MechanismChoice, SASLError> {
        .failure(.downgrade(offered: offered, pinned: pin(pinned)))
    }

    private static let strength: [ChoiceRow] = [
        ChoiceRow("best hash, best binding", bound(.sha512, .tlsExporter)),
        ChoiceRow("the same in SASL2", bound(.sha512, .tlsExporter)) { $0.profile = .sasl2 },
        ChoiceRow("certificate hash when there is no exporter", bound(.sha512, .tlsServerEndPoint)) {
            $0.available = [.tlsServerEndPoint]
        },
        ChoiceRow("certificate hash when only that is announced", bound(.sha512, .tlsServerEndPoint)) {
            $0.bindingTypes = ["tls-unique", "tls-server-end-point"]
        },
        ChoiceRow("a bound SHA-1 before an unbound SHA-512", bound(.sha1, .tlsExporter)) {
            $0.mechanisms = unboundOnly + ["SCRAM-SHA-1-PLUS"]
        },
        ChoiceRow("best hash that is offered", bound(.sha256, .tlsExporter)) {
            $0.mechanisms = ["SCRAM-SHA-1-PLUS", "SCRAM-SHA-256-PLUS", "SCRAM-SHA-512"]
        },
        ChoiceRow("best hash that there are keys for", bound(.sha256, .tlsExporter)) {
            $0.credentials.password = .keys([.sha1, .sha256])
        },
        ChoiceRow("binding works over an overridden certificate too", bound(.sha512, .tlsExporter)) {
            $0.certificate = .overridden
        },
    ]

    private static let flags: [ChoiceRow] = [
        ChoiceRow("y when nothing binds there", unbound(.sha512, .notOffered)) {
            ($0.mechanisms, $0.bindingTypes) = (unboundOnly, nil)
        },
        ChoiceRow("n when nothing binds here", unbound(.sha512, .unsupported)) {
            ($0.mechanisms, $0.bindingTypes, $0.available) = (unboundOnly, nil, [])
        },
        ChoiceRow("an empty announcement is none", unbound(.sha512, .notOffered)) {
            ($0.mechanisms, $0.bindingTypes) = (unboundOnly, [])
        },
        ChoiceRow("rule 4: types missing, SASL", unbound(.sha512, .unsupported)) { $0.bindingTypes = nil },
        ChoiceRow("rule 4: types missing, SASL2", .failure(.bindingTypesMissing)) {
            ($0.profile, $0.bindingTypes) = (.sasl2, nil)
        },
        ChoiceRow("rule 4: types missing but pinned, SASL2", .failure(.bindingTypesMissing)) {
            ($0.profile, $0.bindingTypes, $0.pin) = (.sasl2, nil, pin("SCRAM-SHA-1-PLUS tls-exporter"))
        },
        ChoiceRow("types missing, but one is known", bound(.sha512, .tlsServerEndPoint)) {
            ($0.bindingTypes, $0.known) = (nil, [.tlsServerEndPoint])
        },
        ChoiceRow("types missing, but one is pinned", bound(.sha512, .tlsExporter)) {
            ($0.bindingTypes, $0.pin) = (nil, pin("SCRAM-SHA-512-PLUS tls-exporter"))
        },
        ChoiceRow("a known type is no excuse where others are announced", bound(.sha512, .tlsExporter)) {
            ($0.bindingTypes, $0.known) = (["tls-exporter"], [.tlsServerEndPoint])
        },
        ChoiceRow("rule 5: -PLUS missing, SASL", .failure(.boundMechanismsMissing)) { $0.mechanisms = unboundOnly },
        ChoiceRow("rule 5: -PLUS missing, SASL2", .failure(.boundMechanismsMissing)) {
            ($0.profile, $0.mechanisms) = (.sasl2, unboundOnly)
        },
        ChoiceRow("rule 5: no SCRAM at all, SASL2", .failure(.boundMechanismsMissing)) {
            ($0.profile, $0.mechanisms) = (.sasl2, ["PLAIN"])
        },
        ChoiceRow("rule 5: no SCRAM at all, SASL", .success(MechanismChoice(.plain))) { $0.mechanisms = ["PLAIN"] },
        ChoiceRow("rule 6: no common type must be signed", unbound(.sha512, .unsupported, .required)) {
            $0.bindingTypes = ["tls-unique"]
        },
        ChoiceRow("rule 6: an empty list must be signed", unbound(.sha512, .unsupported, .required)) {
            $0.bindingTypes = []
        },
        ChoiceRow("rule 6: the common minimum, not to be had here", unbound(.sha512, .unsupported)) {
            ($0.bindingTypes, $0.available) = (["tls-server-end-point"], [.tlsExporter])
        },
        ChoiceRow("a type, but no -PLUS that we speak, must be signed", unbound(.sha512, .unsupported, .required)) {
            $0.mechanisms = unboundOnly + ["SCRAM-SHA3-512-PLUS"]
        },
        ChoiceRow("only -PLUS and no type", .failure(.noUsableBinding)) {
            ($0.mechanisms, $0.bindingTypes) = (["SCRAM-SHA-1-PLUS"], nil)
        },
    ]

    private static let pins: [ChoiceRow] = [
        ChoiceRow("as strong as before", bound(.sha512, .tlsExporter)) {
            $0.pin = pin("SCRAM-SHA-512-PLUS tls-exporter")
        },
        ChoiceRow("stronger than before", bound(.sha512, .tlsExporter)) { $0.pin = pin("SCRAM-SHA-1") },
        ChoiceRow("a bound SHA-1 is no step down from SHA-512", bound(.sha1, .tlsExporter)) {
            ($0.mechanisms, $0.pin) = (["SCRAM-SHA-1-PLUS", "SCRAM-SHA-1"], pin("SCRAM-SHA-512"))
        },
        ChoiceRow("weaker hash", downgrade(["SCRAM-SHA-1"], "SCRAM-SHA-256")) {
            ($0.mechanisms, $0.bindingTypes, $0.pin) = (["SCRAM-SHA-1"], nil, pin("SCRAM-SHA-256"))
        },
        ChoiceRow("binding gone", downgrade(unboundOnly, "SCRAM-SHA-1-PLUS tls-server-end-point")) {
            ($0.mechanisms, $0.bindingTypes) = (unboundOnly, nil)
            $0.pin = pin("SCRAM-SHA-1-PLUS tls-server-end-point")
        },
        ChoiceRow("weaker binding", downgrade(["SCRAM-SHA-1-PLUS"], "SCRAM-SHA-1-PLUS tls-exporter")) {
            ($0.mechanisms, $0.bindingTypes) = (["SCRAM-SHA-1-PLUS"], ["tls-server-end-point"])
            $0.pin = pin("SCRAM-SHA-1-PLUS tls-exporter")
        },
        ChoiceRow("pinned binding not to be had", downgrade(unboundOnly + ["SCRAM-SHA-512-PLUS"], exporter)) {
            ($0.mechanisms, $0.bindingTypes) = (unboundOnly + ["SCRAM-SHA-512-PLUS"], nil)
            ($0.available, $0.pin) = ([.tlsServerEndPoint], pin(exporter))
        },
        ChoiceRow("no types after a binding, -PLUS of another hash", bound(.sha1, .tlsExporter)) {
            ($0.mechanisms, $0.bindingTypes) = (["SCRAM-SHA-1-PLUS"], nil)
            $0.pin = pin("SCRAM-SHA-1-PLUS tls-exporter")
        },
    ]
    private static let exporter = "SCRAM-SHA-512-PLUS tls-exporter"

    private static let passwords: [ChoiceRow] = [
        ChoiceRow("PLAIN when nothing else is there", .success(MechanismChoice(.plain))) {
            ($0.mechanisms, $0.bindingTypes) = (["PLAIN", "EXTERNAL"], nil)
        },
        ChoiceRow("PLAIN over an overridden certificate", .failure(.plainOverUnverified)) {
            ($0.mechanisms, $0.bindingTypes, $0.certificate) = (["PLAIN"], nil, .overridden)
        },
        ChoiceRow("PLAIN after SCRAM was offered once", downgrade(["PLAIN"], "scram")) {
            ($0.mechanisms, $0.bindingTypes, $0.pin) = (["PLAIN"], nil, pin("scram"))
        },
        ChoiceRow("PLAIN after SCRAM was used once", downgrade(["PLAIN"], "SCRAM-SHA-1")) {
            ($0.mechanisms, $0.bindingTypes, $0.pin) = (["PLAIN"], nil, pin("SCRAM-SHA-1"))
        },
        ChoiceRow(
            "PLAIN beside a SCRAM that we do not speak",
            .failure(.plainBesideBetter(offered: ["PLAIN", "SCRAM-SHA3-512"]))
        ) { ($0.mechanisms, $0.bindingTypes) = (["PLAIN", "SCRAM-SHA3-512"], nil) },
        ChoiceRow("PLAIN with keys only", .failure(.noUsableMechanism(offered: ["PLAIN"]))) {
            ($0.mechanisms, $0.bindingTypes) = (["PLAIN"], nil)
            $0.credentials.password = .keys([.sha1])
        },
        ChoiceRow("keys for another hash", .failure(.noUsableMechanism(offered: ["SCRAM-SHA-1"]))) {
            ($0.mechanisms, $0.bindingTypes) = (["SCRAM-SHA-1"], nil)
            $0.credentials.password = .keys([.sha256])
        },
        ChoiceRow("nothing at all", .failure(.noUsableMechanism(offered: []))) {
            ($0.mechanisms, $0.bindingTypes) = ([], nil)
        },
        ChoiceRow("nothing known", .failure(.noUsableMechanism(offered: ["DIGEST-MD5", "GSSAPI"]))) {
            ($0.mechanisms, $0.bindingTypes) = (["DIGEST-MD5", "GSSAPI"], nil)
        },
        ChoiceRow("no credentials", .failure(.noUsableMechanism(offered: ["SCRAM-SHA-1"]))) {
            ($0.mechanisms, $0.bindingTypes) = (["SCRAM-SHA-1"], nil)
            $0.credentials = LoginCredentials()
        },
    ]

    private static let others: [ChoiceRow] = [
        ChoiceRow("a certificate before the password", .success(MechanismChoice(.external))) {
            $0.credentials.identity = .certificate
        },
        ChoiceRow("the password where the certificate is not taken", bound(.sha512, .tlsExporter)) {
            $0.credentials.identity = .certificate
            $0.mechanisms.removeAll { $0 == "EXTERNAL" }
        },
        ChoiceRow("anonymous only where asked for", .success(MechanismChoice(.anonymous))) {
            $0.credentials = LoginCredentials(identity: .anonymous)
        },
        ChoiceRow("anonymous not offered", .failure(.noUsableMechanism(offered: ["PLAIN"]))) {
            $0.credentials = LoginCredentials(identity: .anonymous)
            $0.mechanisms = ["PLAIN"]
        },
        ChoiceRow("a token before all", .success(MechanismChoice(.hashedToken(.exporter)))) { withToken(&$0) },
        ChoiceRow("a token needs SASL2", bound(.sha512, .tlsExporter)) {
            withToken(&$0)
            $0.profile = .sasl
        },
        ChoiceRow("a token needs a verified certificate", bound(.sha512, .tlsExporter)) {
            withToken(&$0)
            $0.certificate = .overridden
        },
        ChoiceRow("a token needs its own mechanism", bound(.sha512, .tlsExporter)) {
            withToken(&$0)
            $0.tokenMechanisms = ["HT-SHA-256-NONE", "HT-SHA-256-ENDP"]
        },
        ChoiceRow("a token needs its binding", bound(.sha512, .tlsServerEndPoint)) {
            withToken(&$0)
            $0.available = [.tlsServerEndPoint]
        },
        ChoiceRow("an unbound token where nothing was bound", .success(MechanismChoice(.hashedToken(.none)))) {
            withToken(&$0)
            $0.credentials.token = TokenBinding.none
            $0.pin = pin("SCRAM-SHA-512")
        },
        ChoiceRow("an unbound token after a binding", bound(.sha512, .tlsExporter)) {
            withToken(&$0)
            $0.credentials.token = TokenBinding.none
            $0.pin = pin("SCRAM-SHA-1-PLUS tls-server-end-point")
        },
    ]

    private static func withToken(_ situation: inout LoginSituation) {
        situation.profile = .sasl2
        situation.tokenMechanisms = ["HT-SHA-256-NONE", "HT-SHA-256-ENDP", "HT-SHA-256-EXPR"]
        situation.credentials.token = .exporter
    }

    @Test("Every row of the table", arguments: strength + flags + pins + passwords + others)
    func table(row: ChoiceRow) {
        let result = Result { () throws(SASLError) in try MechanismChoice(for: row.situation) }
        #expect(result == row.expected)
    }

    @Test("The token to ask for is the best that is offered, to be had, and no step down")
    func tokenToRequest() {
        var situation = ChoiceRow("", .failure(.malformed)).situation
        MechanismChoiceTests.withToken(&situation)
        #expect(situation.tokenToRequest == .exporter)
        situation.available = [.tlsServerEndPoint]
        #expect(situation.tokenToRequest == .endPoint)
        situation.available = []
        #expect(situation.tokenToRequest == TokenBinding.none)
        situation.pin = MechanismChoiceTests.pin("SCRAM-SHA-1-PLUS tls-server-end-point")
        #expect(situation.tokenToRequest == nil)
        situation.available = [.tlsExporter]
        #expect(situation.tokenToRequest == .exporter)
        situation.certificate = .overridden
        #expect(situation.tokenToRequest == nil)
    }

    @Test("Names from the server enter a sentence only in registered form, and not too many")
    func sentences() {
        let offered = ["\u{1B}[2J", "PLAIN, really", String(repeating: "A", count: 21), "X-OAUTH2"]
        let sentence = SASLError.noUsableMechanism(offered: offered).explanation
        #expect(sentence.contains("offered: X-OAUTH2)"))
        let many = (0..<100).map { "M\($0)" }
        #expect(!SASLError.noUsableMechanism(offered: many).explanation.contains("M12"))
        #expect(SASLError.noUsableMechanism(offered: []).explanation.contains("offered: nothing"))
    }
}
