import Testing

/// Stories of the daemon and the command line as users run them, one after the other: each has processes of its own.
@Suite("Journeys", .serialized)
struct Journeys {}
