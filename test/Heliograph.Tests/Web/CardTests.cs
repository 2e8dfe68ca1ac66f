using Bunit;
using Heliograph.Documents;
using Heliograph.Extraction;
using Heliograph.Ledger;
using Heliograph.Web.Pages.Reports;

namespace Heliograph.Tests.Web;

/// <summary>An entry's card.</summary>
public sealed class CardTests : BunitContext
{
    [Fact]
    public void Leads_to_its_words_and_names_its_own_address()
    {
        var card = Card(MarkedTextTests.Fell());

        Assert.Equal("e-e", card.Find("article").Id);
        Assert.Equal("#w-e", card.Find(".ways a").GetAttribute("href"));
        Assert.Equal(("#e-e", "entry e"), (card.Find(".ways a:last-child").GetAttribute("href"), card.Find(".ways a:last-child").TextContent));
    }

    [Fact]
    public void Says_the_standing_in_words_beside_its_colour() =>
        Assert.Equal("happened", Card(MarkedTextTests.Fell()).Find(".state.reported").TextContent);

    [Fact]
    public void Says_how_sure_it_is_in_figures_beside_the_meter() =>
        Assert.Contains("0.83", Card(MarkedTextTests.Fell()).Find("meter").ParentElement!.TextContent, StringComparison.Ordinal);

    [Fact]
    public void Shows_a_party_that_reads_from_right_to_left_apart_from_what_stands_beside_it() =>
        Card(MarkedTextTests.Fell()).Find(".deed bdi").MarkupMatches("<bdi>Belmere</bdi>");

    [Fact]
    public void Shows_markup_in_a_report_as_text()
    {
        var report = new Report("<img src=x onerror=alert(1)> fell.") { Input = "a" };
        var entry = new EventEntry
        {
            Id = "e",
            Report = report.Id,
            Plover = "RETREAT",
            Cameo = "0874",
            Trigger = new(report, [new(29, 33)]),
            Actors = [new(new(report, [new(0, 28)]), "x", null, null)],
            Factuality = Factuality.Happened,
        };

        var card = Render<Card>(parameters => parameters
            .Add(one => one.Report, report).Add(one => one.Entry, entry).Add(one => one.Words, new(report, [entry], Passages.Paragraphs(report.Text))));

        Assert.Empty(card.FindAll("img"));
        Assert.Contains("<img src=x onerror=alert(1)>", card.Find(".deed bdi").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<Card> Card(Entry entry)
    {
        var report = MarkedTextTests.Report;
        return Render<Card>(parameters => parameters
            .Add(card => card.Report, report).Add(card => card.Entry, entry).Add(card => card.Words, new(report, [entry], Passages.Paragraphs(report.Text))));
    }
}
