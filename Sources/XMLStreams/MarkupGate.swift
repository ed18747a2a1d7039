import Glibc

/// Follows tags and quotes in front of the parser, which then gets whole tags only, and none forbidden or oversized.
struct MarkupGate {
    /// How far a piece may be passed on, and why nothing behind that may.
    struct Passage {
        /// Bytes of the piece that end with a whole tag or with text; the rest is held back.
        var end: Int
        /// Bytes looked at.
        var read: Int
        var problem: XMLStreamError? = nil
    }

    enum Extent { case all, nextTag }

    private enum Place {
        case text, reference, opened, tag
        case quoted(UInt8)
        /// In `<?xml …?>`, with the letters matched, then 4 inside and 5 behind its last question mark.
        case declaration(Int)
        /// In `<![CDATA[`, with the letters matched.
        case section(Int)
        /// In the section's content, behind this many brackets.
        case characters(Int)
    }

    private static let sectionStart = Array("[CDATA[".utf8)
    private static let declarationStart = Array("xml".utf8)

    private let limits: XMLLimits
    private var place = Place.text
    private var isAtStart = true
    private var mayDeclare = false
    private var values = 0
    private var valueBytes = 0

    init(_ limits: XMLLimits) { self.limits = limits }

    mutating func scan(_ bytes: UnsafeRawBufferPointer, _ extent: Extent) -> Passage {
        var passage = Passage(end: 0, read: 0)
        while passage.read < bytes.count, passage.problem == nil {
            switch place {
            case .text: readText(bytes, &passage)
            case .reference: readReference(bytes[passage.read], &passage)
            case .opened: readOpened(bytes[passage.read], &passage)
            case .tag: readTag(bytes, &passage)
            case .quoted(let quote): readValue(bytes, quote, &passage)
            case .declaration(let matched): readDeclaration(bytes[passage.read], matched, &passage)
            case .section(let matched): readSectionStart(bytes[passage.read], matched, &passage)
            case .characters(let brackets): readSection(bytes[passage.read], brackets, &passage)
            }
            if extent == .nextTag, passage.end > 0, passage.end == passage.read { break }
        }
        return passage
    }

    private mutating func readText(_ bytes: UnsafeRawBufferPointer, _ passage: inout Passage) {
        if isAtStart {
            isAtStart = false
            mayDeclare = true
            // RFC 6120 §11.6: U+FEFF is never a byte order mark.
            if bytes[0] == 0xEF { passage.problem = .malformed("text before the first tag") }
        } else {
            mayDeclare = false
        }
        let tag = Self.find(UInt8(ascii: "<"), bytes, passage.read)
        let text = UnsafeRawBufferPointer(rebasing: bytes[..<(tag ?? bytes.count)])
        if let reference = Self.find(UInt8(ascii: "&"), text, passage.read) {
            place = .reference
            return passage.advance(to: reference + 1)
        }
        passage.advance(to: text.count)
        guard let tag else {
            mayDeclare = false
            return
        }
        mayDeclare = mayDeclare && tag == 0
        passage.read = tag + 1
        place = .opened
    }

    /// libxml2 would wait for a semicolon for ever.
    private mutating func readReference(_ byte: UInt8, _ passage: inout Passage) {
        switch byte {
        case UInt8(ascii: ";"): place = .text
        case UInt8(ascii: "0")...UInt8(ascii: ":"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "_"), 0x80...:
            break
        default: passage.problem = .malformed("ampersand without a reference")
        }
        if passage.problem == nil { passage.advance(to: passage.read + 1) }
    }

    private mutating func readOpened(_ byte: UInt8, _ passage: inout Passage) {
        switch byte {
        case UInt8(ascii: "!"):
            place = .section(0)
            passage.read += 1
        case UInt8(ascii: "?") where mayDeclare:
            place = .declaration(0)
            passage.read += 1
        case UInt8(ascii: "?"):
            passage.problem = .restricted("processing instruction")
        default:
            place = .tag
            values = 0
        }
    }

    private mutating func readTag(_ bytes: UnsafeRawBufferPointer, _ passage: inout Passage) {
        var index = passage.read
        while index < bytes.count, !Self.isSyntax(bytes[index]) { index += 1 }
        passage.read = index
        guard index < bytes.count else { return }
        switch bytes[index] {
        case UInt8(ascii: ">"):
            place = .text
            passage.advance(to: index + 1)
        case UInt8(ascii: "<"):
            passage.problem = .malformed("tag inside a tag")
        case let quote:
            place = .quoted(quote)
            passage.read = index + 1
            valueBytes = 0
            values += 1
            if values > limits.attributes { passage.problem = .tooLarge("number of attributes") }
        }
    }

    private static func isSyntax(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ">") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"")
            || byte == UInt8(ascii: "<")
    }

    private mutating func readValue(_ bytes: UnsafeRawBufferPointer, _ quote: UInt8, _ passage: inout Passage) {
        let end = Self.find(quote, bytes, passage.read)
        valueBytes += (end ?? bytes.count) - passage.read
        if valueBytes > limits.attributeBytes { passage.problem = .tooLarge("length of an attribute") }
        guard let end else {
            passage.read = bytes.count
            return
        }
        passage.read = end + 1
        place = .tag
    }

    private mutating func readDeclaration(_ byte: UInt8, _ matched: Int, _ passage: inout Passage) {
        passage.read += 1
        switch matched {
        case 0..<3 where byte == Self.declarationStart[matched]: place = .declaration(matched + 1)
        case 3 where byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D: place = .declaration(4)
        case 0...3: passage.problem = .restricted("processing instruction")
        case 5 where byte == UInt8(ascii: ">"):
            place = .text
            passage.end = passage.read
        default: place = .declaration(byte == UInt8(ascii: "?") ? 5 : 4)
        }
    }

    private mutating func readSectionStart(_ byte: UInt8, _ matched: Int, _ passage: inout Passage) {
        guard byte == Self.sectionStart[matched] else {
            passage.problem = .restricted("comment or document type declaration")
            return
        }
        passage.read += 1
        guard matched + 1 == Self.sectionStart.count else {
            place = .section(matched + 1)
            return
        }
        place = .characters(0)
        passage.end = passage.read
    }

    private mutating func readSection(_ byte: UInt8, _ brackets: Int, _ passage: inout Passage) {
        passage.advance(to: passage.read + 1)
        switch byte {
        case UInt8(ascii: "]"): place = .characters(min(brackets + 1, 2))
        case UInt8(ascii: ">") where brackets == 2: place = .text
        default: place = .characters(0)
        }
    }

    private static func find(_ byte: UInt8, _ bytes: UnsafeRawBufferPointer, _ start: Int) -> Int? {
        guard start < bytes.count, let base = bytes.baseAddress,
            let hit = memchr(base + start, Int32(byte), bytes.count - start)
        else { return nil }
        return UnsafeRawPointer(hit) - base
    }
}

extension MarkupGate.Passage {
    fileprivate mutating func advance(to index: Int) {
        end = index
        read = index
    }
}
