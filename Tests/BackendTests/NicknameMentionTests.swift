import Testing

@testable import Backend

struct NicknameMentionTests {
    @Test(
        "A nickname counts as a word of its own",
        arguments: [
            ("nurse: come!", "nurse", 0..<5), ("come, Nurse", "nurse", 6..<11), ("NURSE", "nurse", 0..<5),
            ("é nurse", "nurse", 2..<7), ("nurses and a nurse", "nurse", 13..<18), ("(nurse)", "nurse", 1..<6),
            ("my nurses", "nurse", nil), ("prenurse", "nurse", nil), ("nurse_2", "nurse", nil),
            ("nurse2", "nurse", nil),
            ("nürse", "nurse", nil), ("", "nurse", nil), ("a b c", "b", nil), ("nurs", "nurse", nil),
            ("hi Ångström!", "Ångström", 3..<11), ("x", "", nil),
        ] as [(String, String, Range<Int>?)])
    func table(text: String, name: String, range: Range<Int>?) {
        #expect(NicknameMention.range(of: name, in: text) == range)
    }

    @Test("Long nicknames and what stands far behind are not looked for")
    func bounds() {
        for (count, isFound) in [(64, true), (65, false)] {
            let name = String(repeating: "a", count: count)
            #expect((NicknameMention.range(of: name, in: name) != nil) == isFound)
        }
        for (count, isFound) in [(9_994, true), (9_996, false)] {
            let text = String(repeating: " ", count: count) + "nurse "
            #expect((NicknameMention.range(of: "nurse", in: text) != nil) == isFound)
        }
        let name = String(repeating: "a", count: 64)
        #expect(NicknameMention.range(of: name, in: String(repeating: "a", count: 1 << 18)) == nil)
    }
}
