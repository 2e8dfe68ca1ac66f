using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Ledger;
using Heliograph.Web.Pages;
using Heliograph.Web.Pages.Reports;

namespace Heliograph.Tests.Web;

public class MarkedTextTests
{
    private static readonly Report Told = new("Mara said Belmere fell.\n\nArlo left.") { Input = "told" };

    [Fact]
    public void Loses_no_letter_of_the_text()
    {
        var blocks = MarkedText.Of(Told, [Said(), Fell()]);

        Assert.Equal(["Mara said Belmere fell.", "Arlo left."], blocks.Select(block => string.Concat(block.Pieces.Select(piece => piece.Text))));
    }

    [Fact]
    public void Lays_a_deed_over_the_speech_it_stands_in()
    {
        var fell = MarkedText.Of(Told, [Said(), Fell()])[0].Pieces.Single(piece => piece.Text == "fell");

        Assert.Equal([WordRole.Content, WordRole.Action], fell.Marks.Select(mark => mark.Role));
        Assert.Equal(["e", "s"], fell.Entries);
        Assert.Equal(["e"], fell.Anchors);
    }

    [Fact]
    public void Draws_what_a_source_tells_as_reported_and_what_the_outlet_tells_as_fact()
    {
        Assert.Equal(Standing.Reported, Standings.Of(Fell()));
        Assert.Equal(Standing.Asserted, Standings.Of(Fell() with { Voice = [] }));
        Assert.Equal(Standing.Denied, Standings.Of(Fell() with { Factuality = Factuality.DidNotHappen }));
        Assert.Equal(Standing.Open, Standings.Of(Fell() with { Factuality = Factuality.AskedFor, Voice = [] }));
    }

    [Fact]
    public void Carries_marks_over_an_empty_line()
    {
        var wide = Said() with { Content = Words(10, Told.Text.Length) };

        Assert.All(MarkedText.Of(Told, [wide])[1].Pieces, piece => Assert.Equal(["s"], piece.Entries));
    }

    [Fact]
    public void Draws_the_same_words_in_the_same_role_once()
    {
        var piece = MarkedText.Of(Told, [Fell(), Fell() with { Id = "f" }])[0].Pieces.Single(piece => piece.Text == "fell");

        Assert.Single(piece.Marks);
        Assert.Equal(["e", "f"], piece.Entries);
    }

    internal static StatementEntry Said() => new()
    {
        Id = "s",
        Report = Told.Id,
        Source = new(Words(0, 4), "a", "Mara"),
        Naming = Naming.Named,
        Cue = Words(5, 9),
        Content = Words(10, 22),
        Manner = Manner.Indirect,
        Act = "say",
    };

    internal static EventEntry Fell() => new()
    {
        Id = "e",
        Report = Told.Id,
        Plover = "RETREAT",
        Cameo = "087",
        Trigger = Words(18, 22),
        Actors = [new(Words(10, 17), "b", "Belmere", "BEL", "REB")],
        Factuality = Factuality.Happened,
        Voice = ["s"],
        Confidence = 0.83,
    };

    internal static Report Report => Told;

    private static Evidence Words(int start, int end) => new(Told, [new TextSpan(start, end)]);
}
