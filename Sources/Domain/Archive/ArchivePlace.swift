/// A message's place in an archive.
public struct ArchivePlace: Hashable, Sendable {
    /// The archive's own id, opaque; the archive alone knows the order of ids.
    public var id: String
    /// The archive's stamp.
    public var time: Timestamp

    public init(id: String, time: Timestamp) {
        self.id = id
        self.time = time
    }
}
