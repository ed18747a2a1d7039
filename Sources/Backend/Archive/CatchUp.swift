import Domain
import XMPPExtensions

/// What to ask an archive for, page by page, until everything new is known (XEP-0313 §4.3).
///
/// By ids, never by time.  After each page `knowledge` holds with what the page brought, so that storing both together
/// lets it go on there after a crash.
struct CatchUp: Equatable {
    enum Step: Equatable {
        case ask(ResultPage)
        /// Everything new is known.
        case done
    }

    private enum Phase: Equatable {
        /// Nothing was ever fetched: the newest page only, the rest when somebody looks for it.
        case first
        /// What follows the newest that is known.
        case forward
        /// The newest that is known is gone: from the other end of what is known.
        case again
        /// That is gone too: the newest page.
        case newest
        /// From there back, until something is known.
        case backward
        case over
    }

    /// Pages at most that are fetched forward, and backward to close a gap.
    static let forwardBound = 100_000
    static let backwardBound = 40

    private(set) var knowledge: ArchiveKnowledge
    private var phase: Phase
    private let isFollowed: Bool
    private var pages = 0
    private var backward = 0

    /// - Parameter isFollowed: everything that is archived from now on comes by itself as well.
    init(_ knowledge: ArchiveKnowledge, isFollowed: Bool) {
        self.knowledge = knowledge
        self.isFollowed = isFollowed
        phase = knowledge.spans.isEmpty ? .first : .forward
    }

    /// The time of the message that the next page follows; `nil`: none is known.
    var before: Timestamp? { phase == .forward ? knowledge.spans.last?.newest.time : nil }

    /// When what is known on the other side of the gap ends; `nil`: there is no gap.
    private var gapStart: Timestamp? {
        knowledge.spans.count > 1 ? knowledge.spans[knowledge.spans.count - 2].newest.time : nil
    }

    /// Whether what is fetched was there before this account was.
    var isFirst: Bool { phase == .first }

    /// What to do next.
    var step: Step {
        switch (phase, knowledge.spans.last) {
        case (.over, _): .done
        case (.first, _), (.newest, _), (_, nil): .ask(.before(nil))
        case (.forward, let last?): .ask(.after(last.newest.id.isEmpty ? nil : last.newest.id))
        case (.again, let last?): .ask(.after(last.oldest.id))
        case (.backward, let last?): .ask(.before(last.oldest.id))
        }
    }

    /// Takes the ends of a page into what is known; false when the server does not get on: it gives the same again, or
    /// nothing and says that there is more.
    mutating func take(_ part: ArchivePart, now: Timestamp) -> Bool {
        pages += 1
        switch phase {
        case .first, .newest: takeNewest(part, now)
        case .forward, .again: return takeForward(part)
        case .backward: return takeBackward(part)
        case .over: break
        }
        return true
    }

    /// What the page brought is stored.
    /// - Parameters:
    ///   - oldest: when the archive got the first message of the page.
    ///   - hasKnown: whether something in it was here before.  A page without any such thing, of markers or of what is
    ///     not kept, says nothing of what lies behind it.
    mutating func stored(oldest: Timestamp?, hasKnown: Bool) {
        guard phase == .backward, hasKnown, backward > 0, let gapStart, let oldest, oldest <= gapStart else { return }
        // What is known lies on this side of the gap already.
        let last = knowledge.spans.removeLast()
        let before = knowledge.spans.removeLast()
        knowledge.spans.append(
            ArchiveSpan(
                oldest: before.oldest, newest: last.newest, reachesBeginning: before.reachesBeginning,
                isLive: last.isLive))
        closeGap()
    }

    /// The archive does not have the message that the page was to stand beside.
    mutating func notFound() {
        switch phase {
        case .forward:
            guard let last = knowledge.spans.last, last.oldest != last.newest, !last.oldest.id.isEmpty else {
                phase = .newest
                return
            }
            phase = .again
        case .again: phase = .newest
        case .first, .newest, .backward, .over: phase = .over
        }
    }

    private mutating func takeNewest(_ part: ArchivePart, _ now: Timestamp) {
        // An archive that is empty is known as well: what comes into it is new.
        let none = ArchivePlace(id: "", time: now)
        let span = ArchiveSpan(
            oldest: part.oldest ?? none, newest: part.newest ?? none,
            reachesBeginning: part.isComplete || part.oldest == nil, isLive: isFollowed)
        let isFirst = phase == .first
        if span.reachesBeginning { knowledge.spans = [] }
        knowledge.spans.append(span)
        if isFirst { phase = .over } else { closeGap() }
    }

    private mutating func takeForward(_ part: ArchivePart) -> Bool {
        guard var span = knowledge.spans.popLast() else { return false }
        if phase == .again { span.newest = span.oldest }
        let before = span.newest
        if let newest = part.newest { span.newest = newest }
        if part.isComplete { span.isLive = isFollowed }
        knowledge.spans.append(span)
        if part.isComplete {
            closeGap()
            return true
        }
        phase = .forward
        return part.newest != nil && span.newest.id != before.id && pages < Self.forwardBound
    }

    private mutating func takeBackward(_ part: ArchivePart) -> Bool {
        guard var span = knowledge.spans.popLast() else { return false }
        backward += 1
        let before = span.oldest
        if let oldest = part.oldest { span.oldest = oldest }
        span.reachesBeginning = part.isComplete
        if part.isComplete {
            // The archive has nothing of what else was known.
            knowledge.spans = [span]
            phase = .over
            return true
        }
        knowledge.spans.append(span)
        closeGap()
        return part.oldest != nil && span.oldest.id != before.id
    }

    /// Goes on with a gap that is left, the newest one.
    private mutating func closeGap() {
        phase = knowledge.spans.count > 1 && backward < Self.backwardBound ? .backward : .over
    }
}
