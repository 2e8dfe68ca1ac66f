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
        Assert.Equal("Mara said", card.QuerySelector(".deed")!.TextContent.Trim());
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

    [Fact]
    public async Task Leads_to_the_live_page_only_where_the_address_is_one_of_the_web()
    {
        foreach (var url in (string[])["javascript:alert(1)", "file:///etc/passwd", "http://rita:secret@news.example/", "//news.example/a", "nowhere", "http://" + new string('a', 3000)])
        {
            var plain = await Read(new Report(MarkedTextTests.Report.Text) { Input = "told", Url = url }, [MarkedTextTests.Fell()]);
            Assert.DoesNotContain(plain.QuerySelectorAll("main a"), link => link.GetAttribute("rel") is not null);
        }

        var page = await Read(new Report(MarkedTextTests.Report.Text) { Input = "told", Url = "https://news.example/a-b?c=d#e" }, [MarkedTextTests.Fell()]);
        Assert.Equal(
            ["https://news.example/a-b?c=d", "https://news.example/a-b?c=d#:~:text=Mara%20said%20Belmere-,fell."],
            page.QuerySelectorAll("a[rel='noopener noreferrer nofollow']").Select(link => link.GetAttribute("href")!));
    }

    [Fact]
    public async Task Counts_offsets_in_code_points_and_says_which_letters_stand_for_others()
    {
        var report = new Report("🚀 Mara said\u202E it.\n\nBelmere fell.") { Input = "told" };
        var page = await Read(report, []);

        Assert.Equal(["0", "18"], page.QuerySelectorAll(".text p").Select(paragraph => paragraph.GetAttribute("data-c")));
        Assert.Equal(("0,16", "🚀 Mara said⟨U+202E⟩ it."), (page.QuerySelector(".text span[data-c]")!.GetAttribute("data-c"), page.QuerySelector(".text span[data-c]")!.TextContent));
    }

    [Fact]
    public async Task Draws_what_a_source_expects_as_a_layer_of_its_own()
    {
        var page = await Read(MarkedTextTests.Report, [MarkedTextTests.Said() with { Act = "fear" }]);

        Assert.Equal("E", page.QuerySelector(".text .m.expected")!.GetAttribute("data-chip"));
        Assert.Empty(page.QuerySelectorAll(".text .m.content"));
        Assert.Equal("expectation", page.QuerySelector("#e-s .key.expectations")!.TextContent);
    }

    [Fact]
    public async Task Shows_what_people_said_and_apart_what_lost_its_words()
    {
        var at = new DateTimeOffset(2031, 5, 9, 8, 0, 0, TimeSpan.Zero);
        var judged = MarkedTextTests.Fell() with { Review = new("rejected", "rita", at, [("type", "ASSAULT")]) };
        var said = new Correction { Report = judged.Report, Kind = "event", Anchor = "18-22", Verb = CorrectionVerb.Reject, Author = "rita", At = at, Reason = "<b>a film" };
        var page = await Read(new ReaderView(new(MarkedTextTests.Report, [judged])) { IsKept = true, Said = [said, said with { Anchor = "0-4", Author = "arlo" }, said with { Anchor = "5-9", Undone = true }] });

        Assert.Equal("✗ rejected by rita, 2031-05-09 08:00:00 UTC", page.QuerySelector("#e-e .review.rejected p")!.TextContent.Trim());
        Assert.Contains("type was read as “ASSAULT”", page.QuerySelector("#e-e .review")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("<b>a film", page.QuerySelector("#e-e .review")!.TextContent, StringComparison.Ordinal);
        var orphan = Assert.Single(page.QuerySelectorAll(".orphans li"));
        Assert.Contains("rejected by arlo", orphan.TextContent, StringComparison.Ordinal);
        Assert.Contains("“Mara”", orphan.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offers_a_review_only_to_those_who_may_say_something()
    {
        Assert.NotNull((await Read(MarkedTextTests.Report, [MarkedTextTests.Fell()])).QuerySelector("a[href='/review?entry=e']"));
        Assert.Null((await Read(new ReaderView(new(MarkedTextTests.Report, [MarkedTextTests.Fell()])) { IsKept = true }, canEdit: false)).QuerySelector(".cards a[href^='/review']"));
    }

    [Fact]
    public async Task Switches_on_the_layers_that_the_address_names()
    {
        var page = await Read(new ReaderView(new(MarkedTextTests.Report, [])) { Layers = ["names", "times"] });

        Assert.Equal(["times", "names"], page.QuerySelectorAll(".layers input[checked]").Select(box => box.GetAttribute("value")));
    }

    private static Task<IHtmlDocument> Read(Report report, ImmutableArray<Entry> entries, params string[] warnings) =>
        Read(new ReaderView(new(report, entries)) { IsKept = true, Warnings = [.. warnings] });

    private static async Task<IHtmlDocument> Read(ReaderView view, bool canEdit = true)
    {
        var page = await new PageAnswer<Reader>(new()
        {
            [nameof(Reader.View)] = view,
            [nameof(Reader.Visitor)] = new Visitor("0", true, canEdit, null),
        }).Render();
        return new HtmlParser().ParseDocument(page);
    }
}
