import Domain
import XMPPExtensions
import XMPPStanzas

/// The ends of a page of an archive.
struct ArchivePart: Equatable {
    /// `nil`: the page is empty.
    var oldest: ArchivePlace?
    var newest: ArchivePlace?
    /// Nothing is behind it, in the direction that was asked for.
    var isComplete: Bool

    init(oldest: ArchivePlace?, newest: ArchivePlace?, isComplete: Bool) {
        self.oldest = oldest
        self.newest = newest
        self.isComplete = isComplete
    }

    /// - Parameter now: stands for a time that is not told, as of a message that cannot be read.
    init(_ page: ArchivePage, now: Timestamp) {
        let times = (page.messages.first, page.messages.last)
        oldest = page.first.map { ArchivePlace(id: $0, time: times.0.map { Timestamp($0.stamp) } ?? now) }
        newest = page.last.map { ArchivePlace(id: $0, time: times.1.map { Timestamp($0.stamp) } ?? now) }
        isComplete = page.isComplete
    }
}

extension Timestamp {
    init(_ moment: XMPPDateTime) { self.init(microseconds: moment.microseconds) }
}
