import Languages
import Testing

@Suite("Languages of texts")
struct LanguageDetectionTests {
    @Test("Sentences are told by their language, or not at all; hardly ever by another")
    func accuracy() {
        var (right, wrong, all) = (0, 0, 0)
        for (language, texts) in HeldOut.sentences {
            for text in texts {
                all += 1
                let guess = LanguageDetection.language(of: text)
                right += guess == language ? 1 : 0
                wrong += guess == nil || guess == language ? 0 : 1
            }
        }
        #expect(all == 220)
        #expect(right >= 200, "nine in ten")
        #expect(wrong <= 2, "one in a hundred")
    }

    @Test("Whole paragraphs are told without fail", arguments: HeldOut.sentences.map { ($0.language, $0.texts) })
    func paragraphs(language: String, texts: [String]) {
        #expect(LanguageDetection.language(of: texts.joined(separator: " ")) == language)
    }

    @Test(
        "Scripts of one language tell it",
        arguments: [
            ("Τα παιδιά παίζουν στον κήπο.", "el"), ("הילדים משחקים בחוץ בגינה.", "he"),
            ("الأطفال يلعبون في الحديقة.", "ar"), ("بچه‌ها در باغ بازی می‌کنند.", "fa"),
            ("بچے باغ میں کھیل رہے ہیں۔", "ur"), ("बच्चे बगीचे में खेल रहे हैं।", "hi"),
            ("เด็กๆ กำลังเล่นอยู่ในสวน", "th"), ("ბავშვები ბაღში თამაშობენ.", "ka"),
            ("Երեխաները խաղում են այգում։", "hy"), ("아이들이 정원에서 놀고 있어요.", "ko"),
            ("子供たちは庭で遊んでいます。", "ja"), ("孩子们在花园里玩。", "zh"), ("カメラを買った", "ja"), ("안녕하세요", "ko"),
            ("Ναι, OK, ας το κάνουμε αύριο", "el"),
        ])
    func scripts(text: String, language: String) {
        #expect(LanguageDetection.language(of: text) == language)
        #expect(LanguageDetection.languages.contains(language))
    }

    @Test(
        "Nothing is guessed from nothing",
        arguments: [
            "", " ", "ok", "lol", "haha", ":-)", "👍👍👍", "12345 67890", "а", "да", "是", "漢字", "αβ",
            "https://example.org/the/children/are/playing/in/the/garden", "asdf qwer zxcv uiop",
            "xkcd mnbv zzzz qqqq wwww", "Hello привет hello привет", "1 + 1 = 2", "\u{202E}\u{0}\u{FFFD}",
        ])
    func nothing(text: String) {
        #expect(LanguageDetection.language(of: text) == nil)
    }

    @Test("An address does not make the language of what stands around it")
    func addresses() {
        let text = "Regarde ça quand tu auras le temps https://example.org/where/should/we/meet/this/evening/then"
        #expect(LanguageDetection.language(of: text) == "fr")
    }

    @Test("Case makes no difference", arguments: HeldOut.sentences.map { ($0.language, $0.texts) })
    func letterCase(language: String, texts: [String]) {
        // Upper case is ambiguous in Turkish: I is the upper case of two letters.
        guard language != "tr" else { return }
        for text in texts {
            #expect(LanguageDetection.language(of: text) == LanguageDetection.language(of: text.lowercased()))
        }
    }

    @Test("However long a text is, its beginning counts", arguments: ["a", "я", "\u{1F600}", "é ", "/", "//", "ж1"])
    func long(piece: String) {
        let sentence = "The children are playing outside in the garden and we are waiting for them to come home. "
        let beginning = String(repeating: sentence, count: 4)
        #expect(LanguageDetection.language(of: beginning + String(repeating: piece, count: 200_000)) == "en")
        _ = LanguageDetection.language(of: String(repeating: piece, count: 200_000))
    }

    @Test("Languages are named once")
    func names() {
        let tags = LanguageDetection.languages
        #expect(Set(tags).count == tags.count)
        #expect(tags.count == 37)
        #expect(Set(HeldOut.sentences.map(\.language)).isSubset(of: tags))
    }
}
