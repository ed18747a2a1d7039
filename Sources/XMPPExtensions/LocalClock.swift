import Glibc

/// The machine's wall clock and time zone.
public enum LocalClock {
    /// µs since 1970, UTC.
    public static let now: @Sendable () -> Int64 = {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
    }

    /// Minutes east of UTC at this moment; 0 when the system does not know.
    public static let offset: @Sendable () -> Int = {
        var moment = time(nil)
        var parts = tm()
        tzset()
        guard localtime_r(&moment, &parts) != nil else { return 0 }
        return parts.tm_gmtoff / 60
    }
}
