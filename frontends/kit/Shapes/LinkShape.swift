public import JSONText

/// An address that an entry carries.
public struct LinkShape: Shape {
    public let json: JSON

    public init(_ json: JSON) { self.json = json }

    public var url: RemoteText { json.remote("url") ?? RemoteText("") }
    public var description: RemoteText? { json.remote("description") }
}
