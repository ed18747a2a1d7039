public import JSONText

/// What an entry read before it was corrected.
public struct VersionShape: Shape {
    public let json: JSON

    public init(_ json: JSON) { self.json = json }

    public var texts: [LanguageText] { json.texts("texts") }
    public var subjects: [LanguageText] { json.texts("subjects") }
    /// Since when it read so: µs since 1970, UTC.
    public var time: Int64? { json["time"]?.integer }
}
