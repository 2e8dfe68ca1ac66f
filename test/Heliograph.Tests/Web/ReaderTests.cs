using System.Collections.Immutable;
using System.Text;
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

        var word = page.QuerySelectorAll(".text a").Single(link => link.TextContent == "fell");
        Assert.Equal("#e-e", word.GetAttribute("href"));
        Assert.Equal("#w-e", page.QuerySelector("#e-e .ways a")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("#w-e"));
    }

    [Fact]
    public async Task Tells_type_parties_codes_standing_and_trust_of_an_event()
    {
        var card = (await Read(MarkedTextTests.Report, [MarkedTextTests.Said(), MarkedTextTests.Fell()])).QuerySelector("#e-e")!;

        Assert.Equal("RETREAT", card.QuerySelector("h3 b")!.TextContent);
        Assert.Equal("happened", card.QuerySelector(".state.reported")!.TextContent);
        Assert.Equal(("Belmere", "BEL:REB"), (card.QuerySelector(".deed bdi")!.TextContent, card.QuerySelector("code")!.TextContent));
        Assert.Equal("0.83", card.QuerySelector("meter")!.GetAttribute("value"));
        Assert.Contains("Mara (said)", card.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_act_naming_and_content_of_a_statement()
    {
        var card = (await Read(MarkedTextTests.Report, [MarkedTextTests.Said()])).QuerySelector("#e-s")!;

        Assert.Equal("say", card.QuerySelector("h3 b")!.TextContent);
        Assert.Contains("named source, indirect speech", card.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mara said", card.QuerySelector(".deed")!.TextContent.Trim());
        Assert.Contains("Belmere fell", card.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_every_role_a_letter_where_its_words_begin()
    {
        var sheet = Encoding.UTF8.GetString(PageFiles.Find("reader.css")!.Bytes);
        Assert.All(Enum.GetValues<WordRole>(), role => Assert.Contains($".text .{Paragraph.Kind(role).Replace(' ', '.')}:not(.on)::before {{ content: \"{Phrases.Of(role).Letter}\"; }}", sheet, StringComparison.Ordinal));

        var wide = MarkedTextTests.Said() with { Content = new(MarkedTextTests.Report, [new(10, 29)]) };
        var marks = (await Read(MarkedTextTests.Report, [wide, MarkedTextTests.Fell()])).QuerySelectorAll(".text .m");
        Assert.Equal(
            ["m speech", "m cue", "m content", "m actors reported", "m actions reported", "m content on"], // it goes on behind an empty line
            marks.Select(mark => mark.ClassName));
    }

    [Fact]
    public async Task Holds_what_is_said_in_one_element_around_the_words_of_others()
    {
        var text = (await Read(MarkedTextTests.Report, [MarkedTextTests.Said(), MarkedTextTests.Fell()])).QuerySelector(".text")!;

        var said = Assert.Single(text.QuerySelectorAll(".content"));
        Assert.Equal(("Belmere fell", "1"), (said.TextContent, said.GetAttribute("data-e")));
        Assert.Equal(["Belmere", "fell"], said.QuerySelectorAll("a[href='#e-e']").Select(link => link.TextContent));
        Assert.Empty(said.QuerySelectorAll("[data-e]")); // the link says whose words they are, and what is around them the rest
        Assert.Empty(text.QuerySelectorAll("a a"));
    }

    [Fact]
    public async Task Names_all_entries_of_words_that_several_share()
    {
        var page = await Read(MarkedTextTests.Report, [MarkedTextTests.Said(), MarkedTextTests.Fell(), MarkedTextTests.Fell() with { Id = "f" }]);

        Assert.Equal("3", page.QuerySelectorAll(".text a").Single(link => link.TextContent == "fell").GetAttribute("data-e"));
    }

    [Fact]
    public async Task Makes_no_link_of_a_blank_between_two_marks()
    {
        var wide = MarkedTextTests.Fell() with { Id = "f", Trigger = new(MarkedTextTests.Report, [new(10, 22)]) };
        var text = (await Read(MarkedTextTests.Report, [MarkedTextTests.Fell(), wide])).QuerySelector(".text")!;

        var blank = Assert.Single(text.QuerySelectorAll(".m"), mark => string.IsNullOrWhiteSpace(mark.TextContent));
        Assert.Equal("SPAN", blank.TagName);
        Assert.All(text.QuerySelectorAll("a"), link => Assert.False(string.IsNullOrWhiteSpace(link.TextContent)));
        Assert.Equal(["Belmere", "fell"], text.QuerySelectorAll("a").Select(link => link.TextContent));
    }

    [Fact]
    public async Task Shows_a_hostile_report_as_text()
    {
        var text = "<script>alert(1)</script> said \u202E" + new string('x', 100_000) + " e" + new string('\u0301', 10_000) + " fell";
        var report = new Report(text) { Input = "<b>", Title = "<img src=x onerror=alert(1)>", Outlet = "\u202E<i>", Url = "javascript:alert(1)" };
        var page = await Read(report, Simple.Stages.Read(report).Entries);

        Assert.Empty(page.QuerySelectorAll("main script, main img, .report-head b, .report-head i, .text b, .text i, .cards bdi > *, .card dd > *:not(meter), a[href^=javascript]"));
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

        Assert.Equal("Belmere fell", page.QuerySelector(".text .m.expected:not(.on)")!.TextContent);
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
    public async Task Says_what_it_copies_and_leads_there()
    {
        var origin = new Report("first") { Input = "first", Title = "<b>First", Outlet = "Harbour Post", Published = new(2031, 5, 1) };
        var page = await Read(new ReaderView(new(MarkedTextTests.Report, [])) { IsKept = true, Copies = new(origin, [], 0) });

        Assert.Equal("<b>First", page.QuerySelector($".copies a[href='{Phrases.Link(origin)}']")!.TextContent);
        Assert.Contains("Harbour Post, 2031-05-01", page.QuerySelector(".copies")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_what_copies_it_and_says_how_many_more_there_are()
    {
        Report[] copies = [new("second") { Input = "second" }, new("third") { Input = "third" }];
        var page = await Read(new ReaderView(new(MarkedTextTests.Report, [])) { IsKept = true, Copies = new(null, [.. copies], 5) });

        Assert.Equal("Copied by 5 reports", page.QuerySelector(".copies summary")!.TextContent);
        Assert.Equal(copies.Select(Phrases.Link), page.QuerySelectorAll(".copies a").Select(link => link.GetAttribute("href")));
        Assert.Contains("and 3 more", page.QuerySelector(".copies")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await Read(MarkedTextTests.Report, [])).QuerySelector(".copies"));
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
