using Heliograph.Reading;

namespace Heliograph.Tests.Reading;

public class LanguageGuessTests
{
    [Theory]
    [InlineData("PRESIDENT OF ZUBROWKA SIGNS PACT WITH SYLDAVIA AFTER NIGHT OF TALKS IN LUTZ; OPPOSITION LEADERS DENOUNCE DEAL AS SURRENDER; ARMY CHIEF RESIGNS; STREETS CALM")]
    [InlineData("Ottokar Zsigmondy, Léopoldine de la Tour-Müller, Đorđe Vuković and José María da Silva e Souza met Núria Puigdemont i Ferrer, Jürgen von der Heide, Søren Ångström and Şükrü Özdoğan in São Tomás de la Sierra on Monday, aides to Wojciech Żółkiewski said.")]
    [InlineData("Q: Will you resign? A: No. Q: Why not? A: Because I was elected. Q: And the army? A: Ask them. Q: Did you give the order? A: Never. Not once. Q: Who did, then? A: I don't know.")]
    [InlineData("omg the queue at the Lutz border is 5 km long rn 😭 been here since 6am, no water, no toilets, guards say \"maybe tomorrow\" lol @BorderPolice #Zubrowka #stuck pls RT https://example.org/x")]
    [InlineData("“No hay nada que negociar,” the governor of San Teodoro told reporters. He repeated it in English: there is nothing to negotiate. “Nunca, nunca,” he added, and left with the mayor of Las Palmas del Río.")]
    [InlineData("Match results: Lutz 2, Klow 1; Nuevo Rico 0, San Teodoro 0; Szohôd 3, Tapioca 3; Borduria 1, Syldavia 4; Freedonia 2, Sylvania 2; Zubrowka 5, Ruritania 0; Grand Fenwick 1, Marshovia 1.")]
    [InlineData("Ada Smith, Lutz Import & Co, P: 555-0100 F: 555-0101 ada.smith@lutz.example < mailto:ada.smith@lutz.example <mailto:ada.smith@lutz.example> > Bo Smith com com com DOC DOC")]
    [InlineData("The minister left."), InlineData("Le ministre est parti."), InlineData(""), InlineData("12 34 !"), InlineData("Der Minister ist nach Lutz gefahren.")]
    public void Takes_for_English_what_is_or_what_is_too_short_to_tell(string text) => Assert.Equal("en", LanguageGuess.Of(text).Code);

    [Theory]
    [InlineData("fr", "Le président de la Syldavie a annoncé mardi que les troupes seraient retirées de la ville avant la fin du mois, mais l'opposition ne croit pas à cette promesse et demande des preuves.")]
    [InlineData("de", "Der Präsident von Syldavien hat am Dienstag angekündigt, dass die Truppen bis zum Ende des Monats aus der Stadt abgezogen werden, doch die Opposition glaubt ihm nicht und fordert Beweise.")]
    [InlineData("es", "El presidente de Sildavia anunció el martes que las tropas serán retiradas de la ciudad antes de que termine el mes, pero la oposición no cree en esa promesa y pide pruebas.")]
    [InlineData("pt", "O presidente da Sildávia anunciou na terça-feira que as tropas serão retiradas da cidade até o fim do mês, mas a oposição não acredita nessa promessa e pede provas ao governo.")]
    [InlineData("it", "Il presidente della Sildavia ha annunciato martedì che le truppe saranno ritirate dalla città entro la fine del mese, ma l'opposizione non crede alla promessa e chiede delle prove.")]
    [InlineData("nl", "De president van Syldavië heeft dinsdag aangekondigd dat de troepen voor het einde van de maand uit de stad worden teruggetrokken, maar de oppositie gelooft hem niet en vraagt om bewijs.")]
    [InlineData("sv", "Syldaviens president meddelade på tisdagen att trupperna ska dras tillbaka från staden före månadens slut, men oppositionen tror inte på löftet och kräver att få se bevis för det.")]
    [InlineData("pl", "Prezydent Syldawii ogłosił we wtorek, że wojska zostaną wycofane z miasta do końca miesiąca, ale opozycja nie wierzy w tę obietnicę i domaga się dowodów od rządu, który milczy.")]
    [InlineData("tr", "Sildavya cumhurbaşkanı salı günü birliklerin ay sonuna kadar şehirden çekileceğini açıkladı, ancak muhalefet bu söze inanmıyor ve daha çok kanıt istiyor; bir sözcü bunun için çok geç olduğunu söyledi.")]
    [InlineData("fi", "Syldavian presidentti ilmoitti tiistaina, että joukot vedetään kaupungista ennen kuun loppua, mutta oppositio ei usko lupaukseen ja vaatii todisteita, sillä hallitus ei ole vielä kertonut mitään, ja se on myös vaiti.")]
    [InlineData("hu", "Szildávia elnöke kedden bejelentette, hogy a csapatokat a hónap végéig kivonják a városból, de az ellenzék nem hisz az ígéretnek, és bizonyítékot kér a kormánytól, amely még nem válaszolt.")]
    [InlineData("id", "Presiden Syldavia mengumumkan pada hari Selasa bahwa pasukan akan ditarik dari kota itu sebelum akhir bulan, tetapi oposisi tidak percaya pada janji tersebut dan meminta bukti dari pemerintah.")]
    [InlineData("ro", "Președintele Sildaviei a anunțat marți că trupele vor fi retrase din oraș până la sfârșitul lunii, dar opoziția nu crede în această promisiune și cere dovezi de la guvernul care tace.")]
    [InlineData("cs", "Prezident Syldávie v úterý oznámil, že vojska budou z města stažena do konce měsíce, ale opozice tomuto slibu nevěří a žádá důkazy od vlády, která se k tomu zatím nevyjádřila.")]
    [InlineData("vi", "Tổng thống Syldavia hôm thứ Ba đã thông báo rằng quân đội sẽ được rút khỏi thành phố trước cuối tháng, nhưng phe đối lập không tin vào lời hứa này và yêu cầu bằng chứng.")]
    [InlineData("sw", "Rais wa Syldavia alitangaza Jumanne kwamba wanajeshi wataondolewa kutoka mji huo kabla ya mwisho wa mwezi, lakini upinzani hauamini ahadi hiyo na unataka ushahidi kwa sababu ya historia ya serikali.")]
    [InlineData("ru", "Президент Сильдавии объявил во вторник, что войска будут выведены из города."), InlineData("uk", "Президент Сільдавії оголосив у вівторок, що війська будуть виведені з міста, але опозиція не вірить.")]
    [InlineData("ar", "أعلن رئيس سيلدافيا يوم الثلاثاء أن القوات ستنسحب من المدينة قبل نهاية الشهر"), InlineData("fa", "رئیس جمهور سیلداویا روز سه شنبه اعلام کرد که نیروها از شهر خارج می شوند")]
    [InlineData("zh", "西尔达维亚总统星期二宣布，部队将在月底前撤出该城市。"), InlineData("ja", "シルダビアの大統領は火曜日、部隊が月末までに市から撤退すると発表した。")]
    [InlineData("ko", "실다비아 대통령은 화요일 군대가 도시에서 철수할 것이라고 발표했다."), InlineData("hi", "सिल्डाविया के राष्ट्रपति ने मंगलवार को कहा कि सेना शहर से हटाई जाएगी")]
    [InlineData("el", "Ο πρόεδρος ανακοίνωσε την Τρίτη ότι τα στρατεύματα θα αποσυρθούν."), InlineData("he", "הנשיא הודיע ביום שלישי כי הכוחות ייסוגו מהעיר."), InlineData("ka", "პრეზიდენტმა განაცხადა, რომ ჯარები ქალაქს დატოვებენ.")]
    public void Knows_the_language_of_a_short_report(string code, string text)
    {
        var guess = LanguageGuess.Of(text);

        Assert.Equal(code, guess.Code);
        Assert.InRange(guess.Confidence, 0.01, 1);
    }

    [Fact]
    public void Names_what_it_does_not_know_by_its_code()
    {
        Assert.Equal("Swahili", LanguageGuess.NameOf("sw"));
        Assert.Equal("qx", LanguageGuess.NameOf("qx"));
    }
}
