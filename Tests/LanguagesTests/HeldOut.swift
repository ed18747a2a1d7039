/// Sentences that no profile was made from.
enum HeldOut {
    static let sentences: [(language: String, texts: [String])] = [
        (
            "en",
            [
                "Where did you put the keys to the car?",
                "I'll bring some bread and cheese for breakfast.",
                "The meeting has been moved to Thursday afternoon.",
                "My brother just bought a new house near the river.",
                "Can somebody explain why the server keeps restarting?",
                "It was a pleasure to meet your parents last weekend.",
                "Don't worry about it, everything will be fine.",
                "The children are playing outside in the garden.",
                "thank you so much",
                "I am not sure about that",
            ]
        ),
        (
            "fr",
            [
                "Où as-tu mis les clés de la voiture ?",
                "J'apporterai du pain et du fromage pour le petit déjeuner.",
                "La réunion a été déplacée à jeudi après-midi.",
                "Mon frère vient d'acheter une nouvelle maison près de la rivière.",
                "Quelqu'un peut m'expliquer pourquoi le serveur redémarre sans cesse ?",
                "C'était un plaisir de rencontrer tes parents le week-end dernier.",
                "Ne t'inquiète pas, tout ira bien.",
                "Les enfants jouent dehors dans le jardin.",
                "merci beaucoup pour ton aide",
                "je ne suis pas sûr",
            ]
        ),
        (
            "de",
            [
                "Wo hast du die Autoschlüssel hingelegt?",
                "Ich bringe Brot und Käse zum Frühstück mit.",
                "Die Besprechung wurde auf Donnerstagnachmittag verschoben.",
                "Mein Bruder hat gerade ein neues Haus am Fluss gekauft.",
                "Kann mir jemand erklären, warum der Server ständig neu startet?",
                "Es war schön, letztes Wochenende deine Eltern kennenzulernen.",
                "Mach dir keine Sorgen, alles wird gut.",
                "Die Kinder spielen draußen im Garten.",
                "vielen Dank für deine Hilfe",
                "das weiß ich nicht genau",
            ]
        ),
        (
            "es",
            [
                "¿Dónde has puesto las llaves del coche?",
                "Traeré pan y queso para el desayuno.",
                "La reunión se ha aplazado al jueves por la tarde.",
                "Mi hermano acaba de comprar una casa nueva cerca del río.",
                "¿Alguien puede explicar por qué el servidor se reinicia todo el tiempo?",
                "Fue un placer conocer a tus padres el fin de semana pasado.",
                "No te preocupes, todo saldrá bien.",
                "Los niños están jugando fuera en el jardín.",
                "muchas gracias por tu ayuda",
                "no estoy seguro",
            ]
        ),
        (
            "it",
            [
                "Dove hai messo le chiavi della macchina?",
                "Porto io il pane e il formaggio per la colazione.",
                "La riunione è stata spostata a giovedì pomeriggio.",
                "Mio fratello ha appena comprato una casa nuova vicino al fiume.",
                "Qualcuno sa perché il server continua a riavviarsi?",
                "È stato un piacere conoscere i tuoi genitori lo scorso fine settimana.",
                "Non ti preoccupare, andrà tutto bene.",
                "I bambini giocano fuori in giardino.",
                "grazie mille per il tuo aiuto",
                "non sono sicuro",
            ]
        ),
        (
            "pt",
            [
                "Onde você colocou as chaves do carro?",
                "Vou trazer pão e queijo para o café da manhã.",
                "A reunião foi adiada para quinta-feira à tarde.",
                "O meu irmão acabou de comprar uma casa nova perto do rio.",
                "Alguém pode explicar por que o servidor não para de reiniciar?",
                "Foi um prazer conhecer os seus pais no fim de semana passado.",
                "Não te preocupes, vai correr tudo bem.",
                "As crianças estão a brincar lá fora no jardim.",
                "muito obrigado pela sua ajuda",
                "não tenho certeza",
            ]
        ),
        (
            "nl",
            [
                "Waar heb je de autosleutels neergelegd?",
                "Ik neem brood en kaas mee voor het ontbijt.",
                "De vergadering is verplaatst naar donderdagmiddag.",
                "Mijn broer heeft net een nieuw huis gekocht bij de rivier.",
                "Kan iemand uitleggen waarom de server steeds opnieuw opstart?",
                "Het was leuk om vorig weekend je ouders te ontmoeten.",
                "Maak je geen zorgen, alles komt goed.",
                "De kinderen spelen buiten in de tuin.",
                "heel erg bedankt voor je hulp",
                "ik weet het niet zeker",
            ]
        ),
        (
            "eo",
            [
                "Kien vi metis la ŝlosilojn de la aŭto?",
                "Mi alportos panon kaj fromaĝon por la matenmanĝo.",
                "La kunveno estas prokrastita ĝis ĵaŭdo posttagmeze.",
                "Mia frato ĵus aĉetis novan domon apud la rivero.",
                "Ĉu iu povas klarigi, kial la servilo ĉiam restartas?",
                "Estis plezuro renkonti viajn gepatrojn la pasintan semajnfinon.",
                "Ne zorgu pri tio, ĉio estos en ordo.",
                "La infanoj ludas ekstere en la ĝardeno.",
                "multan dankon pro via helpo",
                "mi ne estas certa",
            ]
        ),
        (
            "pl",
            [
                "Gdzie położyłeś kluczyki do samochodu?",
                "Przyniosę chleb i ser na śniadanie.",
                "Spotkanie zostało przełożone na czwartek po południu.",
                "Mój brat właśnie kupił nowy dom nad rzeką.",
                "Czy ktoś może wyjaśnić, dlaczego serwer ciągle się restartuje?",
                "Miło było poznać twoich rodziców w zeszły weekend.",
                "Nie martw się, wszystko będzie dobrze.",
                "Dzieci bawią się na dworze w ogrodzie.",
                "bardzo dziękuję za pomoc",
            ]
        ),
        (
            "ru",
            [
                "Куда ты положил ключи от машины?",
                "Я принесу хлеб и сыр на завтрак.",
                "Встречу перенесли на четверг после обеда.",
                "Мой брат только что купил новый дом у реки.",
                "Кто-нибудь может объяснить, почему сервер постоянно перезапускается?",
                "Было приятно познакомиться с твоими родителями в прошлые выходные.",
                "Не переживай, всё будет хорошо.",
                "Дети играют на улице в саду.",
                "большое спасибо за помощь",
            ]
        ),
        (
            "uk",
            [
                "Куди ти поклав ключі від машини?",
                "Я принесу хліб і сир на сніданок.",
                "Зустріч перенесли на четвер після обіду.",
                "Мій брат щойно купив новий будинок біля річки.",
                "Хтось може пояснити, чому сервер постійно перезапускається?",
                "Було приємно познайомитися з твоїми батьками минулими вихідними.",
                "Не переймайся, усе буде добре.",
                "Діти граються надворі в саду.",
            ]
        ),
        (
            "bg",
            [
                "Къде сложи ключовете за колата?",
                "Ще донеса хляб и сирене за закуска.",
                "Срещата беше преместена за четвъртък следобед.",
                "Брат ми току-що си купи нова къща край реката.",
                "Може ли някой да обясни защо сървърът непрекъснато се рестартира?",
                "Беше ми приятно да се запозная с родителите ти миналата събота.",
                "Не се безпокой, всичко ще бъде наред.",
                "Децата играят навън в градината.",
            ]
        ),
        (
            "sv",
            [
                "Var har du lagt bilnycklarna?",
                "Jag tar med bröd och ost till frukosten.",
                "Mötet har flyttats till torsdag eftermiddag.",
                "Min bror har precis köpt ett nytt hus vid floden.",
                "Kan någon förklara varför servern startar om hela tiden?",
                "Det var trevligt att träffa dina föräldrar i helgen.",
                "Bekymra dig inte, allt kommer att ordna sig.",
                "Barnen leker ute i trädgården.",
                "tack så mycket för hjälpen",
            ]
        ),
        (
            "da",
            [
                "Hvor har du lagt bilnøglerne?",
                "Jeg tager brød og ost med til morgenmaden.",
                "Mødet er blevet flyttet til torsdag eftermiddag.",
                "Min bror har lige købt et nyt hus ved åen.",
                "Er der nogen, der kan forklare, hvorfor serveren hele tiden genstarter?",
                "Det var hyggeligt at møde dine forældre i weekenden.",
                "Tag det roligt, det skal nok gå alt sammen.",
                "Børnene leger udenfor i haven.",
            ]
        ),
        (
            "nb",
            [
                "Hvor har du lagt bilnøklene?",
                "Jeg tar med brød og ost til frokosten.",
                "Møtet er flyttet til torsdag ettermiddag.",
                "Broren min har nettopp kjøpt et nytt hus ved elva.",
                "Er det noen som kan forklare hvorfor serveren starter på nytt hele tiden?",
                "Det var hyggelig å møte foreldrene dine i helgen.",
                "Slapp av, alt kommer til å ordne seg.",
                "Barna leker ute i hagen.",
            ]
        ),
        (
            "fi",
            [
                "Mihin sinä laitoit auton avaimet?",
                "Tuon leipää ja juustoa aamiaiselle.",
                "Kokous on siirretty torstai-iltapäivään.",
                "Veljeni osti juuri uuden talon joen läheltä.",
                "Osaako joku selittää, miksi palvelin käynnistyy jatkuvasti uudelleen?",
                "Oli mukava tavata vanhempasi viime viikonloppuna.",
                "Ole huoletta, kaikki järjestyy kyllä.",
                "Lapset leikkivät ulkona puutarhassa.",
            ]
        ),
        (
            "cs",
            [
                "Kam jsi dal klíče od auta?",
                "Přinesu chleba a sýr k snídani.",
                "Schůzka byla přesunuta na čtvrtek odpoledne.",
                "Můj bratr si právě koupil nový dům u řeky.",
                "Může mi někdo vysvětlit, proč se server pořád restartuje?",
                "Rád jsem minulý víkend poznal tvoje rodiče.",
                "Nedělej si starosti, všechno dobře dopadne.",
                "Děti si hrají venku na zahradě.",
            ]
        ),
        (
            "sk",
            [
                "Kam si dal kľúče od auta?",
                "Prinesiem chlieb a syr na raňajky.",
                "Stretnutie bolo presunuté na štvrtok popoludní.",
                "Môj brat si práve kúpil nový dom pri rieke.",
                "Vie mi niekto vysvetliť, prečo sa server stále reštartuje?",
                "Rád som minulý víkend spoznal tvojich rodičov.",
                "Nerob si starosti, všetko dobre dopadne.",
                "Deti sa hrajú vonku v záhrade.",
            ]
        ),
        (
            "hu",
            [
                "Hova tetted az autó kulcsait?",
                "Hozok kenyeret és sajtot a reggelihez.",
                "A megbeszélést áttették csütörtök délutánra.",
                "A bátyám most vett egy új házat a folyó mellett.",
                "Meg tudja valaki mondani, miért indul újra folyton a szerver?",
                "Örültem, hogy a múlt hétvégén megismertem a szüleidet.",
                "Ne izgulj, minden rendben lesz.",
                "A gyerekek kint játszanak a kertben.",
            ]
        ),
        (
            "ro",
            [
                "Unde ai pus cheile de la mașină?",
                "Aduc eu pâine și brânză pentru micul dejun.",
                "Întâlnirea a fost mutată joi după-amiază.",
                "Fratele meu tocmai și-a cumpărat o casă nouă lângă râu.",
                "Poate cineva să explice de ce serverul repornește tot timpul?",
                "Mi-a făcut plăcere să-i cunosc pe părinții tăi weekendul trecut.",
                "Stai liniștit, totul o să fie bine.",
                "Copiii se joacă afară în grădină.",
            ]
        ),
        (
            "ca",
            [
                "On has posat les claus del cotxe?",
                "Portaré pa i formatge per esmorzar.",
                "La reunió s'ha ajornat fins dijous a la tarda.",
                "El meu germà s'acaba de comprar una casa nova a prop del riu.",
                "Algú em pot explicar per què el servidor es reinicia tota l'estona?",
                "Va ser un plaer conèixer els teus pares el cap de setmana passat.",
                "No et preocupis, tot anirà bé.",
                "Els nens juguen a fora al jardí.",
            ]
        ),
        (
            "tr",
            [
                "Arabanın anahtarlarını nereye koydun?",
                "Kahvaltı için ekmek ve peynir getireceğim.",
                "Toplantı perşembe öğleden sonraya ertelendi.",
                "Kardeşim nehrin yanında yeni bir ev satın aldı.",
                "Sunucunun neden sürekli yeniden başladığını biri açıklayabilir mi?",
                "Geçen hafta sonu anne babanla tanışmak çok güzeldi.",
                "Dert etme, her şey yoluna girecek.",
                "Çocuklar dışarıda bahçede oynuyor.",
                "yardımın için çok teşekkürler",
            ]
        ),
        (
            "hr",
            [
                "Gdje si stavio ključeve od auta?",
                "Donijet ću kruh i sir za doručak.",
                "Sastanak je pomaknut na četvrtak poslijepodne.",
                "Moj brat je upravo kupio novu kuću blizu rijeke.",
                "Može li netko objasniti zašto se poslužitelj stalno ponovno pokreće?",
                "Bilo mi je drago upoznati tvoje roditelje prošli vikend.",
                "Nemoj se bojati, sve će biti u redu.",
                "Djeca se igraju vani u vrtu.",
            ]
        ),
        (
            "id",
            [
                "Di mana kamu taruh kunci mobil itu?",
                "Saya akan membawa roti dan keju untuk sarapan.",
                "Rapat dipindahkan ke hari Kamis sore.",
                "Kakak saya baru saja membeli rumah baru di dekat sungai.",
                "Apakah ada yang bisa menjelaskan mengapa server terus dimulai ulang?",
                "Senang sekali bertemu dengan orang tuamu akhir pekan lalu.",
                "Tenang saja, semuanya akan baik-baik saja.",
                "Anak-anak sedang bermain di luar di kebun.",
            ]
        ),
        (
            "vi",
            [
                "Bạn để chìa khóa xe ở đâu rồi?",
                "Tôi sẽ mang bánh mì và phô mai cho bữa sáng.",
                "Cuộc họp đã được dời sang chiều thứ năm.",
                "Anh trai tôi vừa mua một căn nhà mới gần sông.",
                "Có ai giải thích được tại sao máy chủ cứ khởi động lại không?",
                "Rất vui được gặp bố mẹ của bạn cuối tuần trước.",
                "Đừng lo, mọi chuyện sẽ ổn thôi.",
                "Bọn trẻ đang chơi ngoài vườn.",
            ]
        ),
    ]
}
