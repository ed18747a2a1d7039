/// A way to prepare strings so that what looks the same is the same (PRECIS, RFC 8264).
///
/// Texts over 16 384 bytes are refused before any work.
public struct Precis: Sendable {
    /// The base class of code points that a profile allows (RFC 8264 §4).
    enum Base { case identifier, freeform }
    /// What a profile does with spaces.
    enum Spaces { case keep, toASCII, trim }
    enum Letters { case keepCase, lower }

    let base: Base
    let spaces: Spaces
    let letters: Letters
    let form: NormalizationForm
    /// How often the rules may be applied until nothing changes.
    let applications: Int

    /// User names in lower case (RFC 8265 §3.3); the local part of addresses.
    public static let usernameCaseMapped = Precis(
        base: .identifier, spaces: .keep, letters: .lower, form: .canonical, applications: 1)
    /// User names with their case (RFC 8265 §3.4).
    public static let usernameCasePreserved = Precis(
        base: .identifier, spaces: .keep, letters: .keepCase, form: .canonical, applications: 1)
    /// Passwords and resources (RFC 8265 §4.2).
    public static let opaqueString = Precis(
        base: .freeform, spaces: .toASCII, letters: .keepCase, form: .canonical, applications: 1)
    /// Nicknames to show (RFC 8266 §2.3).
    public static let nickname = Precis(
        base: .freeform, spaces: .trim, letters: .keepCase, form: .compatibility, applications: 4)
    /// What two nicknames are compared by; not for display (RFC 8266 §2.4).
    public static let nicknameComparison = Precis(
        base: .freeform, spaces: .trim, letters: .lower, form: .compatibility, applications: 4)

    /// The prepared form of `text`, which is never empty.
    ///
    /// - Throws: `AddressError` for the part `text`: a code point that is not allowed, right-to-left writing against
    ///   the Bidi Rule, an empty or a too long string.
    public func enforce(_ text: String) throws(AddressError) -> String {
        try enforce(text, as: .text)
    }

    func enforce(_ text: String, as part: AddressError.Part) throws(AddressError) -> String {
        guard !text.isEmpty else { throw AddressError(part, .empty) }
        guard text.utf8.count <= AddressLimits.text else { throw AddressError(part, .tooLong) }
        if spaces != .trim, text.utf8.allSatisfy(isPlain) { return letters == .lower ? text.lowercased() : text }
        // RFC 8265 §3.3.2: width first, as the class would refuse the wide forms.
        let source = base == .identifier ? text.codePoints.widthMapped : text.codePoints
        try PrecisClass.check(source, base, as: part)
        let result = try stable(source, as: part)
        guard !result.isEmpty else { throw AddressError(part, .empty) }
        // RFC 8264 §7: what comes out must conform as well. U+0387 is free, but normalised it is a middle dot.
        if result != source { try PrecisClass.check(result, base, as: part) }
        if base == .identifier, !BidiRule.allows(result) { throw AddressError(part, .direction) }
        return String(codePoints: result)
    }

    private func stable(_ source: [UInt32], as part: AddressError.Part) throws(AddressError) -> [UInt32] {
        var current = map(source)
        var count = 1
        while applications > 1 {
            let next = map(current)
            if next == current { break }
            guard count < applications else { throw AddressError(part, .unstable) }
            current = next
            count += 1
        }
        return current
    }

    /// One application of the rules in the order of RFC 8264 §7.
    private func map(_ source: [UInt32]) -> [UInt32] {
        var result = source
        switch spaces {
        case .keep: break
        case .toASCII: result = result.spacesMapped
        case .trim: result = result.spacesMapped.spacesTrimmed
        }
        if letters == .lower { result = result.lowercased }
        return result.normalized(form)
    }

    /// ASCII that every rule leaves alone, but for its case.
    private func isPlain(_ byte: UInt8) -> Bool {
        (byte > 0x20 || (byte == 0x20 && base == .freeform)) && byte < 0x7F
    }
}
