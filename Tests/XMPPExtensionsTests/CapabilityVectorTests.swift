import Digests
import Foundation
import TestSupport
import Testing
import XMLStreams

@testable import XMPPExtensions

/// The vectors of `caps.json`.
private struct Vectors: Decodable {
    struct Identity: Decodable {
        let category: String
        let type: String
        let lang: String
        let name: String
    }

    struct Form: Decodable {
        let kind: String
        let fields: [String: [String]]

        enum CodingKeys: String, CodingKey {
            case kind = "FORM_TYPE"
            case fields
        }
    }

    struct Verification: Decodable {
        let name: String
        let hash: String
        let identities: [Identity]
        let features: [String]
        let forms: [Form]
        let input: String
        let ver: String

        enum CodingKeys: String, CodingKey {
            case name, hash, identities, features, forms, ver
            case input = "S"
        }
    }

    struct Second: Decodable {
        let name: String
        let info: String
        let input: String
        let hashes: [String: String]
        let nodes: [String]

        enum CodingKeys: String, CodingKey {
            case name, hashes, nodes
            case info = "disco_info_xml"
            case input = "hash_input_hex"
        }
    }

    let xep0115: [Verification]
    let xep0390: [Second]
}

@Suite("Hashes of capabilities: published vectors")
struct CapabilityVectorTests {
    private let all: Vectors

    init() throws { all = try JSONDecoder().decode(Vectors.self, from: vectors("caps")) }

    @Test("XEP-0115: the string and its hash")
    func verification() throws {
        #expect(!all.xep0115.isEmpty)
        for vector in all.xep0115 {
            let info = DiscoInfo(
                identities: vector.identities.map {
                    DiscoIdentity(
                        category: $0.category, type: $0.type, language: $0.lang.isEmpty ? nil : $0.lang,
                        name: $0.name.isEmpty ? nil : $0.name)
                },
                features: vector.features,
                forms: vector.forms.map { form in
                    DiscoForm(type: form.kind, fields: form.fields.map { DiscoForm.Field($0.key, $0.value) })
                })
            #expect(VerificationString.string(for: info) == vector.input, "\(vector.name)")
            let function = try #require(HashFunction(rawValue: vector.hash))
            #expect(CapabilityHash(.verification, of: info, with: function)?.value == vector.ver, "\(vector.name)")
        }
    }

    @Test("XEP-0390: the bytes, their hashes and their nodes")
    func second() throws {
        #expect(!all.xep0390.isEmpty)
        for vector in all.xep0390 {
            let info = try #require(DiscoInfo(try stanza(vector.info)))
            #expect(DiscoInfo(text: info.text) == info)
            let bytes = try #require(CapabilityHashInput.bytes(for: info))
            #expect(Hex.encode(bytes) == vector.input, "\(vector.name)")
            for (name, value) in vector.hashes {
                let function = try #require(HashFunction(rawValue: name))
                let hash = try #require(CapabilityHash(.capabilities2, of: info, with: function))
                #expect(hash.value == value)
                #expect(vector.nodes.contains(hash.node(of: "")))
            }
        }
    }
}
