/// BLAKE2b without a key (RFC 7693), for the result sizes that OpenSSL 3.0 does not have.
struct BLAKE2b {
    private static let blockOctets = 128
    private static let initial: [UInt64] = [
        0x6A09_E667_F3BC_C908, 0xBB67_AE85_84CA_A73B, 0x3C6E_F372_FE94_F82B, 0xA54F_F53A_5F1D_36F1,
        0x510E_527F_ADE6_82D1, 0x9B05_688C_2B3E_6C1F, 0x1F83_D9AB_FB41_BD6B, 0x5BE0_CD19_137E_2179,
    ]
    /// Message schedule (§2.7); rounds 10 and 11 repeat the first two.
    private static let schedule: [[Int]] = [
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
        [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
        [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
        [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
        [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
        [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
        [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
        [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
        [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
        [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
    ]

    private let octets: Int
    private var chain: [UInt64]
    private var block: [UInt8] = []
    private var counted: UInt64 = 0

    init(octets: Int) {
        self.octets = octets
        chain = BLAKE2b.initial
        chain[0] ^= 0x0101_0000 ^ UInt64(octets)
        block.reserveCapacity(BLAKE2b.blockOctets)
    }

    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        for byte in bytes {
            // The last block is compressed differently, so a full one waits until more comes.
            if block.count == BLAKE2b.blockOctets {
                counted &+= UInt64(BLAKE2b.blockOctets)
                compress(isLast: false)
                block.removeAll(keepingCapacity: true)
            }
            block.append(byte)
        }
    }

    mutating func finish() -> [UInt8] {
        counted &+= UInt64(block.count)
        block.append(contentsOf: repeatElement(0, count: BLAKE2b.blockOctets - block.count))
        compress(isLast: true)
        var result: [UInt8] = []
        for word in chain {
            for shift in stride(from: UInt64(0), to: 64, by: 8) {
                result.append(UInt8(truncatingIfNeeded: word >> shift))
            }
        }
        return Array(result.prefix(octets))
    }

    private func littleEndianWord(at start: Int) -> UInt64 {
        var word: UInt64 = 0
        for byte in block[start..<start + 8].reversed() { word = word << 8 | UInt64(byte) }
        return word
    }

    private mutating func compress(isLast: Bool) {
        let message = (0..<16).map { littleEndianWord(at: $0 * 8) }
        var work = chain + BLAKE2b.initial
        work[12] ^= counted
        if isLast { work[14] = ~work[14] }
        for round in 0..<12 {
            let order = BLAKE2b.schedule[round % 10]
            for column in 0..<4 {
                BLAKE2b.mix(
                    &work, (column, 4 + column, 8 + column, 12 + column),
                    message[order[2 * column]], message[order[2 * column + 1]])
            }
            for diagonal in 0..<4 {
                let places = (diagonal, 4 + (diagonal + 1) % 4, 8 + (diagonal + 2) % 4, 12 + (diagonal + 3) % 4)
                BLAKE2b.mix(&work, places, message[order[8 + 2 * diagonal]], message[order[9 + 2 * diagonal]])
            }
        }
        for index in 0..<8 { chain[index] ^= work[index] ^ work[index + 8] }
    }

    private static func mix(_ work: inout [UInt64], _ at: (a: Int, b: Int, c: Int, d: Int), _ x: UInt64, _ y: UInt64) {
        work[at.a] = work[at.a] &+ work[at.b] &+ x
        work[at.d] = rotated(work[at.d] ^ work[at.a], by: 32)
        work[at.c] = work[at.c] &+ work[at.d]
        work[at.b] = rotated(work[at.b] ^ work[at.c], by: 24)
        work[at.a] = work[at.a] &+ work[at.b] &+ y
        work[at.d] = rotated(work[at.d] ^ work[at.a], by: 16)
        work[at.c] = work[at.c] &+ work[at.d]
        work[at.b] = rotated(work[at.b] ^ work[at.c], by: 63)
    }

    private static func rotated(_ word: UInt64, by bits: UInt64) -> UInt64 { word >> bits | word << (64 - bits) }
}
