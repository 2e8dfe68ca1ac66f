using System.Collections.Immutable;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Heliograph.Documents;
using Heliograph.Ledger;
using Heliograph.Tests.Cli;
using Heliograph.Web.Pages;
using Heliograph.Web.Pages.Reports;

namespace Heliograph.Tests.Web;

/// <summary>The reader's page as a component: values in, page out, parsed as a browser does.</summary>
public class ReaderTests
{
    [Fact]
    public async Task Leads_from_words_to_their_entry_and_back()
    {
        var page = await Read(MarkedTextTests.Report, [MarkedTextTests.Said(), MarkedTextTests.Fell()]);

        var word = page.QuerySelectorAll("a.w").Single(link => link.TextContent == "fell");
        Assert.Equal("#e-e", word.GetAttribute("href"));
        Assert.Equal("#w-e", page.QuerySelector("#e-e .ways a")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("#w-e"));
    }

    [Fact]
    public async Task Tells_type_parties_codes_standing_and_trust_of_an_event()
    {
        var card = (await Read(MarkedTextTests.Report, [MarkedTextTests.Said(), MarkedTextTests.Fell()])).QuerySelector("#e-e")!;

        Assert.Equal("RETREAT", card.QuerySelector(".tag")!.TextContent);
        Assert.Equal("happened", card.QuerySelector(".state.reported")!.TextContent);
        Assert.Equal(("Belmere", "BEL:REB"), (card.QuerySelector(".party")!.TextContent, card.QuerySelector("code")!.TextContent));
        Assert.Equal("0.83", card.QuerySelector("meter")!.GetAttribute("value"));
        Assert.Contains("Mara (said)", card.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_act_naming_and_content_of_a_statement()
    {
        var card = (await Read(MarkedTextTests.Report, [MarkedTextTests.Said()])).QuerySelector("#e-s")!;

        Assert.Equal("say", card.QuerySelector(".tag")!.TextContent);
        Assert.Contains("named source, indirect speech", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("Belmere fell", card.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_every_role_a_letter_once()
    {
        var chips = (await Read(MarkedTextTests.Report, [MarkedTextTests.Said(), MarkedTextTests.Fell()])).QuerySelectorAll(".text [data-chip]");

        Assert.Equal(["S", "V", "“", "A", "D"], chips.Select(chip => chip.GetAttribute("data-chip")));
    }

    [Fact]
    public async Task Shows_a_hostile_report_as_text()
    {
        var text = "<script>alert(1)</script> said \u202E" + new string('x', 100_000) + " e" + new string('\u0301', 10_000) + " fell";
        var report = new Report(text) { Input = "<b>", Title = "<img src=x onerror=alert(1)>", Outlet = "\u202E<i>", Url = "javascript:alert(1)" };
        var page = await Read(report, Simple.Stages.Read(report).Entries);

        Assert.Empty(page.QuerySelectorAll("main script, main img, main b, main i, a[href^=javascript]"));
        Assert.Contains("⟨U+202E⟩", page.QuerySelector(".text")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', page.Source.Text);
        Assert.True(page.Source.Text.Length < 250_000, $"{page.Source.Text.Length}");
    }

    [Fact]
    public async Task Shows_warnings_and_says_when_nothing_was_found()
    {
        var page = await Read(MarkedTextTests.Report, [], "No date of publication.");

        Assert.Contains("No date", page.QuerySelector("[role=note]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing was found", page.QuerySelector(".cards")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<IHtmlDocument> Read(Report report, ImmutableArray<Entry> entries, params string[] warnings)
    {
        var page = await new PageAnswer<Reader>(new()
        {
            [nameof(Reader.View)] = new ReaderView(new(report, entries)) { IsKept = true, Warnings = [.. warnings] },
            [nameof(Reader.Visitor)] = new Visitor("0", true, true, null),
        }).Render();
        return new HtmlParser().ParseDocument(page);
    }
}
