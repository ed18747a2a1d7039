import BusAPI
import DBusWire
import Domain

extension OrderedEntries where Key == String, Content == String {
    init(_ map: LanguageMap) { self.init(map.items.map { ($0.language, $0.text) }) }
}

extension LanguageMap {
    /// Texts by language tag from an argument.
    ///
    /// - Parameters:
    ///   - count: most languages.
    ///   - bytes: most bytes of text, of each or of all together.
    init(
        _ entries: OrderedEntries<String, String>, atMost count: Int, bytes: Int, each: Bool
    ) throws(BusError) {
        self.init()
        guard entries.count <= count else { throw BusError.invalidArguments.because("at most \(count) languages") }
        var sum = 0
        for (language, text) in entries {
            guard Self.isTag(language) else {
                throw BusError.invalidArguments.because("a language is a tag such as en or pt-BR, or empty")
            }
            sum = each ? text.utf8.count : sum + text.utf8.count
            guard sum <= bytes else { throw BusError.invalidArguments.because("at most \(bytes) bytes of text") }
            guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 || [0x09, 0x0A, 0x0D].contains($0.value) }),
                !text.unicodeScalars.contains(where: { $0.value == 0xFFFE || $0.value == 0xFFFF })
            else { throw BusError.invalidArguments.because("the text has a character that XML cannot carry") }
            add(text, language: language)
        }
    }

    private static func isTag(_ text: String) -> Bool {
        text.utf8.count <= 35
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || byte == 0x2D
            }
    }
}
