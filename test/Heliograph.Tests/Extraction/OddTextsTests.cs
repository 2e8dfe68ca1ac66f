using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Language;

namespace Heliograph.Tests.Extraction;

/// <summary>Texts as they should not be: read with the shipped models, for what must never happen whatever these find.</summary>
public class OddTextsTests
{
    private const int MostTold = 3; // times the words of the text that contents of all depths may hold together

    private static readonly Annotator English = Annotator.Load();

    public static TheoryData<string, string> Texts => new()
    {
        { "all in capitals", "ARVALE DENIES RAID\n\nTHE MINISTER SAID THAT NO SOLDIER HAD CROSSED THE RIVER. \"WE STAYED HOME,\" SHE TOLD REPORTERS.\n\nTHE MAYOR OF LORNE CALLED THE RAID A CRIME." },
        { "an interview", "Q: Did you order the raid?\n\nA: No. I was at sea.\n\nQ: Who did?\n\nA: Ask the minister. She said “nobody” on Monday.\n\nQ: Will you resign?\n\nA: Never." },
        { "a list of quotes", "What they said:\n\n“It is over.” — Arlo Venn\n\n“It has begun.” — Mira Toll\n\n“No comment — Ines Karo\n\n“We will see.” — Joren Pask" },
        { "tweets", "@arlovenn: we never left lol #lorne https://example.org/x\n\nRT @miratoll: “they left at noon 😀” smh\n\n.@ineskaro why wd u say that???\n\nsources say talks are ON 👀 \"stay tuned" },
        { "one long sentence", "The minister said that " + string.Join(", and that ", Enumerable.Repeat("the ships would stay in the harbour of Lorne", 40)) + "." },
        { "open quotation marks", string.Join("\n\n", Enumerable.Repeat("“The river rose, said Arlo Venn. Nobody left the town.", 30)) },
        { "crossed quotation marks", "\"He said 'we “left\" the' town” and \"\"\"''‘‘ then she denied it." },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Reads_it_and_keeps_contents_in_bounds(string name, string text)
    {
        var document = English.Annotate(text);

        var found = Attributions.Find(document);
        _ = Events.Find(document, found);
        _ = Clauses.Find(document, found);

        Assert.All(found, statement => Assert.True(statement.Content.All(span => span.Length > 0 && span.End <= text.Length), name));
        var told = found.Sum(statement => statement.Content.Sum(span => span.Length));
        Assert.True(told <= MostTold * text.Length, $"{name}: {told} code units in contents, {text.Length} in the text");
    }

    [Fact]
    public void No_content_of_an_open_quotation_goes_on_past_its_paragraphs_neighbour()
    {
        var text = string.Join("\n\n", Enumerable.Repeat("“The river rose, said Arlo Venn. Nobody left the town.", 30));
        var document = English.Annotate(text);

        Assert.All(Attributions.Find(document), statement =>
        {
            var first = document.ParagraphIndexOf(TokenAt(document, statement.Content[0].Start));
            var last = document.ParagraphIndexOf(TokenAt(document, statement.Content[^1].End - 1));
            Assert.InRange(last - first, 0, 1);
        });
    }

    private static int TokenAt(Document document, int offset) =>
        Enumerable.Range(0, document.Tokens.Length).First(token => document.Tokens[token].End > offset);
}
