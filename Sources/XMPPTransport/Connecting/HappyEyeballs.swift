/// Which addresses to try when (RFC 8305), as a value.  IPv6 and IPv4 take turns, a new attempt begins when one
/// failed or the delay has passed, and the first that is through wins.
struct HappyEyeballs: Sendable {
    enum Action: Equatable, Sendable {
        /// Begin with this address, and come back with `waited` after the delay if nothing has happened.
        case connect(Int)
        /// This one is through; the others are to be given up.
        case use(Int)
        /// None is through.
        case giveUp
    }

    /// In the order of their attempts.
    let addresses: [NetworkAddress]
    private var begun = 0
    private var running: Set<Int> = []
    private var isOver = false

    /// How many addresses of one host are tried.
    static let most = 12

    init(_ addresses: [NetworkAddress]) {
        var seen: Set<NetworkAddress> = []
        let unique = addresses.filter { seen.insert($0).inserted }
        var six = unique.filter(\.isVersion6)[...]
        var four = unique.filter { !$0.isVersion6 }[...]
        // The resolver's first choice decides which family leads (RFC 8305 §4).
        var takesSix = unique.first?.isVersion6 ?? true
        var order: [NetworkAddress] = []
        while let next = takesSix ? six.popFirst() ?? four.popFirst() : four.popFirst() ?? six.popFirst() {
            order.append(next)
            takesSix.toggle()
        }
        self.addresses = Array(order.prefix(Self.most))
    }

    mutating func start() -> Action { next() ?? end() }

    /// The delay has passed.
    mutating func waited() -> Action? { isOver ? nil : next() }

    mutating func failed(_ index: Int) -> Action? {
        running.remove(index)
        guard !isOver else { return nil }
        return next() ?? (running.isEmpty ? end() : nil)
    }

    /// `nil` when another was faster: drop it.
    mutating func connected(_ index: Int) -> Action? {
        guard !isOver else { return nil }
        isOver = true
        return .use(index)
    }

    private mutating func next() -> Action? {
        guard begun < addresses.count else { return nil }
        defer { begun += 1 }
        running.insert(begun)
        return .connect(begun)
    }

    private mutating func end() -> Action {
        isOver = true
        return .giveUp
    }
}
