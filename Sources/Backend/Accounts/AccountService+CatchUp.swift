import Domain
import Logging
import Store
import XMPPAddresses
import XMPPExtensions
import XMPPSessions
import XMPPStanzas

extension AccountService {
    /// Messages on a page of the archive at most.
    static let archivePage = 250

    /// Whether what the archive may have already is sent again, rather than never: when it has refused to tell, or was
    /// asked so often without an answer.
    /// - Parameter cause: why it was not read; `nil`: what it gave could not be stored.
    static func releasesHeld(after cause: RequestFailure?, tries: Int) -> Bool {
        switch cause {
        case .refused, .malformedAnswer: true
        case .timedOut, .cancelled, .disconnected, .tooMany, nil: tries >= 3
        }
    }

    /// Fetches what is new in the archive, page by page, until the stream ends; what went wrong is tried again.
    func catchUp(_ session: Session) async {
        guard surroundings.wantsArchive, !archive.isCurrent else { return }
        var (wait, tries) = (Duration.seconds(60), 0)
        while session === self.session, !Task.isCancelled {
            let problem: Problem
            var cause: RequestFailure?
            do {
                if archive.support == .unknown { await findArchive(session) }
                switch archive.support {
                case .supported: try await fetchNews(session)
                case .unsupported: show(.unsupported)
                case .unknown: throw RequestFailure.timedOut
                }
                return await archiveAnswered()
            } catch let error as StoreError {
                problem = Problem(error)
            } catch let failure as RequestFailure where failure != .cancelled && failure != .disconnected {
                problem = Problem(failure)
                cause = failure
            } catch {
                // The next stream goes on with it.
                return
            }
            log.warning("the archive is not fetched", metadata: ["code": "\(problem.code)"])
            show(.failed(problem))
            tries += 1
            if Self.releasesHeld(after: cause, tries: tries) { await archiveAnswered() }
            // What devices share does not wait for it.
            shareSoon()
            guard (try? await surroundings.clock.sleep(until: surroundings.clock.now + wait)) != nil else { return }
            wait = min(wait * 2, .seconds(3600))
        }
    }

    private func fetchNews(_ session: Session) async throws {
        let isFollowed = archive.isFollowed && own.show != .unavailable
        var run = CatchUp(try await surroundings.store.archive(archiveScope), isFollowed: isFollowed)
        let last = try await surroundings.store.lastEntry()
        var count = 0
        show(.catchingUp(count))
        while case .ask(let wanted) = run.step {
            let page: ArchivePage
            do throws(RequestFailure) {
                page = try await ask(session, wanted)
            } catch {
                guard case .refused(let refusal) = error, refusal.condition == .itemNotFound else { throw error }
                run.notFound()
                continue
            }
            guard session === self.session else { throw RequestFailure.disconnected }
            let (now, areNews) = (surroundings.now(), !run.isFirst)
            let times = page.times(after: run.before)
            guard run.take(ArchivePart(page, times, now: now), now: now) else { throw RequestFailure.malformedAnswer }
            let stored = try await keep(
                page, times, (archiveScope, run.knowledge), follows: last, areNews: areNews, at: now)
            run.stored(oldest: times.first, hasKnown: stored.hasDuplicate)
            count += page.messages.count
            show(.catchingUp(count))
        }
        guard session === self.session else { throw RequestFailure.disconnected }
        try await commit([.setArchive(archiveScope, run.knowledge)])
        archive.isCurrent = true
        log.info("the archive is fetched", metadata: ["messages": "\(count)"])
        show(.current)
    }

    /// A part of the archive, rooms left out where that is possible: they have archives of their own.
    func ask(
        _ session: Session, _ page: ResultPage, peer: BareJID? = nil, max: Int = archivePage,
        timeout: Duration = .seconds(60)
    ) async throws(RequestFailure) -> ArchivePage {
        let filter = ArchiveFilter(peer: peer, includesRooms: archive.filtersRooms ? false : nil)
        return try await session.archive(
            page, filter, max: max, id: RandomID.make(), book: archiveBook, timeout: timeout)
    }
}

extension Problem {
    /// Why an archive was not read.
    init(_ failure: RequestFailure) {
        switch failure {
        case .refused(let error):
            self.init(
                code: "archive-refused", sentence: "The server refused to show the archive.", section: "XEP-0313 §4",
                detail: error.condition.rawValue)
        case .malformedAnswer:
            self.init(
                code: "archive-malformed", sentence: "The server's archive does not answer as it must.",
                section: "XEP-0313 §4.3")
        case .timedOut, .cancelled, .disconnected, .tooMany:
            self.init(code: "archive-silent", sentence: "The server's archive did not answer in time.")
        }
    }

    init(_ error: StoreError) {
        self.init(
            code: error.kind.code, sentence: "What the archive gives cannot be stored.",
            action: error.kind == .diskFull ? "Make room on the disk." : nil, detail: error.detail)
    }
}
