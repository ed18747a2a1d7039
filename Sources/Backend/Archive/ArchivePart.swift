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

    /// - Parameters:
    ///   - times: where the page's messages stand.
    ///   - now: stands for a time that is not told, as of a message that cannot be read.
    init(_ page: ArchivePage, _ times: [Timestamp], now: Timestamp) {
        oldest = page.first.map { ArchivePlace(id: $0, time: times.first ?? now) }
        newest = page.last.map { ArchivePlace(id: $0, time: times.last ?? now) }
        isComplete = page.isComplete
    }
}

extension ArchivePage {
    /// Where its messages stand: the archive's times.
    ///
    /// Many archives tell whole seconds only.  So that what follows a message which came by itself does not stand before
    /// it, a time less than a second too early is made that of the message before.
    func times(after before: Timestamp?) -> [Timestamp] {
        var last = before
        return messages.map { message in
            var time = Timestamp(message.stamp)
            if let last, time < last, last <= time.advanced(byMicroseconds: 999_999) { time = last }
            last = time
            return time
        }
    }
}

extension Timestamp {
    init(_ moment: XMPPDateTime) { self.init(microseconds: moment.microseconds) }
}
