using Heliograph.Documents;
using Heliograph.Evaluation;

namespace Heliograph.Tests.Evaluation;

public class MarkedEntitiesTests
{
    private const string Line = """
        {"id": "a", "text": "🚀 Mara met Belmere Post in Holm.", "entities": [
        {"span": [2, 6], "type": "Person", "confidence": 1}, {"span": [11, 23], "type": "Organisation", "confidence": 0.7},
        {"span": [27, 31], "type": "Location", "confidence": 0.6}, {"span": [7, 10], "type": "Person", "confidence": 1},
        {"span": [27, 31], "type": "Weapon", "confidence": 1}]}
        """;

    private const string System = """
        Mara    Mara    PROPN 2 nsubj    NNP B-PER
        met     meet    VERB  0 root     VBD
        Belmere Belmere PROPN 4 compound NNP
        Post    Post    PROPN 2 obj      NNP B-LOC
        in      in      ADP   6 case     IN
        Holm    Holm    PROPN 2 obl      NNP
        .       .       PUNCT 2 punct    .
        """;

    [Fact]
    public void Takes_the_named_people_organisations_and_places_that_several_markers_agree_on()
    {
        var read = MarkedEntities.Read(Line);

        Assert.Equal([("Mara", NameType.Person), ("Belmere Post", NameType.Organisation)], read.Names.Select(name => (name.Span.In(read.Text).ToString(), name.Type)));
    }

    [Fact]
    public void Tells_what_is_found_and_what_has_its_type()
    {
        var document = Conllu.Document(System);
        var read = new MarkedEntities(document.Text, [(new(0, 4), NameType.Person), (new(9, 21), NameType.Organisation), (new(25, 29), NameType.Location)]);

        var scores = read.Score(document).ToDictionary(row => row.Metric, row => row.Tally);

        Assert.Equal(new Tally(1, 1, 1), scores["PER typed"]);
        Assert.Equal((new Tally(1, 1, 1), new Tally(1, 1, 0)), (scores["ORG found"], scores["ORG typed"]));
        Assert.Equal(new Tally(1, 0, 0), scores["LOC found"]);
    }

    [Fact]
    public void Says_what_a_line_lacks()
    {
        var refused = Assert.Throws<FormatException>(() => MarkedEntities.Read("""{"text": "Mara"}"""));

        Assert.Contains("Expected text and entities", refused.Message, StringComparison.Ordinal);
    }
}
