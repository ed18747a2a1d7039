import Foundation
import TestSupport

/// Numbers of chance that several tasks draw from.
final class SharedChance: @unchecked Sendable {
    private let lock = NSLock()
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    func number(below bound: Int) -> Int { lock.withLock { Int.random(in: 0..<bound, using: &generator) } }
}
