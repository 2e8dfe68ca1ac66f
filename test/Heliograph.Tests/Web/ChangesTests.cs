using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Heliograph.Documents;
using Heliograph.Ledger;
using Heliograph.Store;
using Heliograph.Tests.Cli;
using Heliograph.Web.Pages;
using Heliograph.Web.Pages.Reports;

namespace Heliograph.Tests.Web;

/// <summary>Two versions of a report and what became of words and entries.</summary>
public class ChangesTests
{
    private static readonly StoredReport Before = Read("Notes of the day\n\nMara said Belmere fell\n\nArlo said Dovrin fell today");
    private static readonly StoredReport After = Read("Notes of the day\n\nYesterday Mara said Belmere fell\n\nOda said Merrin fell");

    [Fact]
    public async Task Marks_what_was_put_in_and_taken_out_also_in_words()
    {
        var page = await Page(ChangesView.Of(Before, After, [Before.Report, After.Report]));

        Assert.Equal("put in: Yesterday  (end of what was put in) ", page.QuerySelector(".changed ins")!.TextContent);
        Assert.Contains("Arlo", page.QuerySelector(".changed del")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1 paragraph the same", page.QuerySelector(".same summary")!.TextContent);
        Assert.Equal(2, page.QuerySelectorAll(".versions li").Length);
    }

    [Fact]
    public void Knows_an_entry_again_at_the_same_words()
    {
        var changes = ChangesView.Of(Before, After, []).Entries;

        var stayed = Assert.Single(changes, change => change.Before is EventEntry && change.After is EventEntry && change.Fields.IsEmpty);
        Assert.Equal("fell", ((EventEntry)stayed.After!).Trigger.In(After.Report.Text));
        Assert.Equal(Before.Entries.Count(entry => entry is not MentionEntry), changes.Count(change => change.Before is not null));
        Assert.Equal(After.Entries.Count(entry => entry is not MentionEntry), changes.Count(change => change.After is not null));
    }

    [Fact]
    public void Names_the_fields_that_say_something_else()
    {
        var changed = Read("Notes of the day\n\nMara said Merrin fell\n\nArlo said Dovrin fell today");

        Assert.Contains(ChangesView.Of(Before, changed, []).Entries, change => change is { Before: not null, After: not null } && change.Fields.Contains("what"));
    }

    [Fact]
    public async Task Says_when_the_texts_are_too_different_and_still_compares_entries()
    {
        var other = Read(string.Join(' ', Enumerable.Range(0, 6000).Select(number => $"w{number}")) + " Mara said Belmere fell");
        var view = ChangesView.Of(Before, other, []);
        var page = await Page(view);

        Assert.Null(view.Words);
        Assert.Contains("too different", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("does not hold these two as versions", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("ins, del"));
    }

    [Fact]
    public async Task Shows_a_hostile_version_as_text()
    {
        var hostile = Read("<script>alert(1)</script> \u202E e" + new string('\u0301', 10_000) + "\n\n" + new string('x', 100_000) + " fell");
        var page = await Page(ChangesView.Of(Before, hostile, []));

        Assert.Empty(page.QuerySelectorAll("main script"));
        Assert.DoesNotContain('\u202E', page.Source.Text);
        Assert.True(page.Source.Text.Length < 120_000, $"{page.Source.Text.Length}");
    }

    [Fact]
    public void Keeps_paragraphs_apart()
    {
        var words = WordDifference.Between("One.\n\nTwo.\n", "One.\n\nNew.\n\nTwo.\n")!.Value;

        Assert.Equal(["One.", "New.", "Two.\n"], ChangedText.Of("One.\n\nTwo.\n", "One.\n\nNew.\n\nTwo.\n", words).Select(paragraph => string.Concat(paragraph.Pieces.Select(piece => piece.Text))));
    }

    private static StoredReport Read(string text)
    {
        var report = new Report(text) { Input = "notes", Published = new(2031, 5, 6) };
        return new(report, Simple.Stages.Read(report).Entries);
    }

    private static async Task<IHtmlDocument> Page(ChangesView view)
    {
        var page = await new PageAnswer<Changes>(new()
        {
            [nameof(Changes.View)] = view,
            [nameof(Changes.Visitor)] = new Visitor("0", true, true, null),
        }).Render();
        return new HtmlParser().ParseDocument(page);
    }
}
