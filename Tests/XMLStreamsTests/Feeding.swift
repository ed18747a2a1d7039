import Foundation
import TestSupport
import XMLStreams

/// What came of feeding bytes: the events delivered, and the error behind them.
struct Outcome: Equatable {
    var events: [XMLStreamEvent] = []
    var error: XMLStreamError?

    var stanzas: [Element] { events.compactMap { if case .stanza(let element) = $0 { element } else { nil } } }
}

/// Feeds the pieces to one new parser until it throws.
func feed(_ pieces: [[UInt8]], limits: XMLLimits = .standard) -> Outcome {
    var outcome = Outcome()
    let parser = XMLStreamParser(limits: limits)
    do throws(XMLStreamError) {
        for piece in pieces { try parser.feed(piece, into: &outcome.events) }
    } catch {
        outcome.error = error
    }
    return outcome
}

func feed(_ text: String, limits: XMLLimits = .standard) -> Outcome { feed([Array(text.utf8)], limits: limits) }

/// Feeds the text as content of a stream.
func feedInStream(_ text: String, limits: XMLLimits = .standard) -> Outcome {
    feed([streamHeader, Array(text.utf8)], limits: limits)
}

func bytewise(_ bytes: [UInt8]) -> [[UInt8]] { bytes.map { [$0] } }

/// All golden stanzas, from whatever specification.
func allGolden() throws -> [Golden] {
    let folders = try FileManager.default.contentsOfDirectory(atPath: goldenFolder.path)
        .filter { $0.hasPrefix("rfc") || $0.hasPrefix("xep-") }
    guard folders.count > 10 else { throw MissingFolders() }
    return try folders.sorted().flatMap { try golden($0) }
}

struct MissingFolders: Error {}
