using System.Buffers;
using System.Text;
using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Ledger;
using Heliograph.Places;

namespace Heliograph.Tests.Ledger;

public class PlaceReferenceTests
{
    private static readonly Document Document = Conllu.Document("""
        Syrian    Syrian   ADJ   2 amod     JJ
        rebels    rebel    NOUN  3 nsubj    NNS
        attacked  attack   VERB  0 root     VBD
        a         a        DET   5 det      DT
        convoy    convoy   NOUN  3 obj      NN
        in        in       ADP   7 case     IN
        Raqqa     Raqqa    PROPN 3 obl      NNP B-LOC +
        .         .        PUNCT 3 punct    .
        """);

    [Fact]
    public void Tells_the_place_of_an_event_with_its_country_and_coordinates()
    {
        var place = Assert.Single(Told().Places);

        Assert.Equal(("Ar Raqqah", "SYR", 35.953, 39.008, PlacePrecision.City), (place.Name, place.Country, place.Latitude, place.Longitude, place.Precision));
        Assert.Equal("Raqqa", place.Words.In(Document.Text));
    }

    [Fact]
    public void Prints_it_as_the_ledger_asks()
    {
        var report = new Report(Document.Text) { Input = "a" };
        var line = new ArrayBufferWriter<byte>();
        using var json = new EntryJson(report);

        json.Write(line, Told());

        Assert.Contains(
            """
            "place":[{"text":"Raqqa","spans":[[35,40]],"name":"Ar Raqqah","country":"SYR","latitude":35.953,"longitude":39.008,"precision":"city"}]
            """,
            Encoding.UTF8.GetString(line.WrittenSpan),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Gives_the_name_of_a_place_an_id_that_is_the_same_in_every_report()
    {
        var mention = Entries.Of(new(Document.Text) { Input = "a" }, Document, [], []).OfType<MentionEntry>().Single();

        Assert.Equal(("place:172955", "only place of that name"), (mention.Actor, mention.Why));
    }

    [Fact]
    public void Keeps_only_the_words_of_a_place_that_stays_open()
    {
        var words = new Evidence(new(Document.Text) { Input = "a" }, [new(35, 40)]);

        Assert.Equal(new(words), PlaceReference.Of(words, null));
        Assert.Equal(new(words, Country: "SYR"), PlaceReference.Of(words, new(null, "SYR", "within \"Syrian\"")));
    }

    private static EventEntry Told() => Entries.Of(
        new(Document.Text) { Input = "a" }, Document, [], Events.Find(Document, [])).OfType<EventEntry>().Single();
}
