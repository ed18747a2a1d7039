internal import DBusWire
internal import JSONText

extension JSON {
    /// Properties as an object: `BoundJID` becomes `bound-jid`.
    init(properties: [DBusWire.Value.Field]) {
        self = .object(properties.map { Member(Self.hyphenated($0.name), JSON($0.value)) })
    }

    /// A name in lower case, with a hyphen before each word.
    static func hyphenated(_ name: String) -> String {
        let letters = Array(name.unicodeScalars)
        var result = ""
        for (place, letter) in letters.enumerated() {
            let isUpper = letter.properties.isUppercase
            let followsLower = place > 0 && !letters[place - 1].properties.isUppercase
            let beginsWord =
                place > 0 && place + 1 < letters.count && !letters[place + 1].properties.isUppercase
            if isUpper && (followsLower || beginsWord) { result += "-" }
            result += letter.properties.lowercaseMapping
        }
        return result
    }
}
