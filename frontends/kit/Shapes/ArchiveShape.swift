public import JSONText

/// Where the server's archive of an account stands.
public struct ArchiveShape: Shape {
    public let json: JSON

    public init(_ json: JSON) { self.json = json }

    /// "unknown", "asking", "catching-up", "current", "unsupported", "failed"; others may come.
    public var state: String { json["state"]?.string ?? "unknown" }
    /// Messages fetched so far; nil while none are.
    public var fetched: Int64? { json["fetched"]?.integer }
    public var problem: ProblemShape? { json["code"] == nil ? nil : ProblemShape(json) }
}
