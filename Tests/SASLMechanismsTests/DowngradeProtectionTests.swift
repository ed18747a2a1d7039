import Testing

@testable import SASLMechanisms

@Suite("XEP-0474 and XEP-0515 in a SCRAM client")
struct DowngradeProtectionTests {
    private static let mechanisms = ["SCRAM-SHA-1", "SCRAM-SHA-1-PLUS"]
    private static let types = ["tls-server-end-point", "tls-exporter"]
    private static let hash = "G6k/rBLDqgOhRRaCuuatSDFkJ08="

    private func hear(
        _ extensions: String, mechanisms: [String] = mechanisms, types: [String]? = types, version: UInt16 = 0x0304,
        rule: ListHashRule = .whenPresent
    ) throws {
        let evidence = OfferEvidence(mechanisms: mechanisms, bindingTypes: types, tlsVersion: version)
        var script = try ScriptedSCRAM(evidence: evidence, listHashRule: rule)
        _ = try script.hear(ScriptedSCRAM.serverFirst + extensions)
    }

    @Test("An untouched offer passes")
    func untouched() throws {
        try hear("")
        try hear(",h=\(DowngradeProtectionTests.hash)")
        try hear(",t=0304,h=\(DowngradeProtectionTests.hash)", rule: .required)
        try hear(",t=0303", version: 0x0303)
    }

    @Test("A list that lost, gained or changed anything")
    func tampered() {
        let extensions = ",h=\(DowngradeProtectionTests.hash)"
        #expect(throws: SASLError.listTampered) { try hear(extensions, mechanisms: ["SCRAM-SHA-1"]) }
        #expect(throws: SASLError.listTampered) {
            try hear(extensions, mechanisms: DowngradeProtectionTests.mechanisms + ["PLAIN"])
        }
        #expect(throws: SASLError.listTampered) { try hear(extensions, types: nil) }
        #expect(throws: SASLError.listTampered) { try hear(extensions, types: []) }
        #expect(throws: SASLError.listTampered) { try hear(extensions, types: ["tls-exporter"]) }
        #expect(throws: SASLError.listTampered) { try hear(",h=") }
        #expect(throws: SASLError.listTampered) { try hear(",h=G6k/rBLDqgOhRRaCuuatSDFkJ08") }
    }

    @Test("Another TLS version, or one that is none", arguments: ["0303", "304", "0x0304", "", "03 04"])
    func version(text: String) {
        #expect(throws: SASLError.tlsVersionMismatch) { try hear(",t=\(text)") }
    }

    @Test("An unsigned list where a signed one is needed")
    func unsigned() {
        #expect(throws: SASLError.listUnsigned) { try hear("", rule: .required) }
        #expect(throws: SASLError.listUnsigned) { try hear(",t=0304", rule: .required) }
    }

    @Test("The same attribute twice")
    func twice() {
        let hash = ",h=\(DowngradeProtectionTests.hash)"
        #expect(throws: SASLError.malformed) { try hear(hash + hash) }
        #expect(throws: SASLError.malformed) { try hear(",t=0304,t=0304") }
    }
}
