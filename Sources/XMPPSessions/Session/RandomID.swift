/// Ids that nobody can guess: 128 random bits.
public enum RandomID {
    private static let digits = Array("0123456789abcdefghijklmnopqrstuv".utf8)

    /// 26 characters of lower-case letters and digits.
    public static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        return make(using: &generator)
    }

    public static func make(using generator: inout some RandomNumberGenerator) -> String {
        let halves = [generator.next(), generator.next()]
        return String(unsafeUninitializedCapacity: 26) { buffer in
            for index in 0..<26 {
                let value = halves[index / 13] >> UInt64(index % 13 * 5)
                buffer[index] = digits[Int(value & 31)]
            }
            return 26
        }
    }
}
