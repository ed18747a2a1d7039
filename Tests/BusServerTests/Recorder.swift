import BusAPI
import Synchronization

/// A door that keeps what is announced.
final class Recorder: Announcer {
    private let announcements = Mutex<[Announcement]>([])

    func announce(_ announcement: Announcement) { announcements.withLock { $0.append(announcement) } }

    /// What was announced since the last time.
    func taken() -> [Announcement] {
        announcements.withLock { announcements in
            defer { announcements = [] }
            return announcements
        }
    }
}
