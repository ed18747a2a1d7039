/// How text stands in mail that knows only ASCII.
enum MailText {
    /// Text for a header: as it is where that can be read, else in encoded words (RFC 2047 §2, with the language of
    /// RFC 2231 §5), each on a line of its own.
    /// - Parameter language: a valid tag, or empty.
    static func header(_ text: String, language: String = "") -> String {
        let line = text.unicodeScalars.map { isControl($0) ? " " : String($0) }.joined()
        let isPlain =
            line.utf8.allSatisfy { (0x20..<0x7F).contains($0) } && !line.contains("=?") && line.utf8.count < 64
        if isPlain && language.isEmpty { return line }
        let begin = "=?utf-8" + (language.isEmpty ? "" : "*" + language) + "?B?"
        // A word has 75 characters at most, and each holds whole characters (RFC 2047 §2 and §5).
        let room = max(3, (75 - begin.utf8.count - 2) / 4 * 3)
        var words: [String] = []
        var part: [UInt8] = []
        for scalar in line.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if part.count + bytes.count > room {
                words.append(begin + base64(part) + "?=")
                part = []
            }
            part += bytes
        }
        if !part.isEmpty || words.isEmpty { words.append(begin + base64(part) + "?=") }
        return words.joined(separator: "\n ")
    }

    /// Text for a body, quoted-printable (RFC 2045 §6.7), lines ended by LF as mailboxes have them.  No line begins with
    /// `From `, which would begin another message (RFC 4155).
    static func body(_ text: String) -> String {
        var result = ""
        for line in lines(text) { result += quoted(Array(line.utf8)) + "\n" }
        return result
    }

    /// An address: ASCII without spaces, everything else percent-encoded.
    static func address(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "+"), UInt8(ascii: "@"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default: result += "%" + hex(byte)
            }
        }
        return result
    }

    static func base64(_ bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".unicodeScalars)
        var result = String.UnicodeScalarView()
        var index = 0
        while index < bytes.count {
            let part = bytes[index..<min(index + 3, bytes.count)]
            let word = part.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - part.count))
            for place in 0..<4 {
                result.append(place <= part.count ? digits[word >> (18 - 6 * place) & 63] : "=")
            }
            index += 3
        }
        return String(result)
    }

    private static func lines(_ text: String) -> [String] {
        text.split(omittingEmptySubsequences: false) { ["\n", "\r\n", "\r"].contains($0) }.map(String.init)
    }

    private static func quoted(_ bytes: [UInt8]) -> String {
        let separator = Array("From ".utf8)
        var result = ""
        var width = 0
        for (place, byte) in bytes.enumerated() {
            let isBlank = byte == 0x20 || byte == 0x09
            let isPlain = (0x21..<0x7F).contains(byte) && byte != UInt8(ascii: "=")
            let canStand = isPlain || isBlank && place < bytes.count - 1
            // 76 characters with the sign of a soft break; what comes behind one must not begin a message either.
            if width + (canStand ? 1 : 3) > 75 {
                result += "=\n"
                width = 0
            }
            let beginsMessage = width == 0 && bytes[place...].starts(with: separator)
            let code = canStand && !beginsMessage ? String(Unicode.Scalar(byte)) : "=" + hex(byte)
            result += code
            width += code.utf8.count
        }
        return result
    }

    private static func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count == 1 ? "0" + digits : digits
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .control }
}
