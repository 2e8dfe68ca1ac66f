using System.Text;
using System.Text.Json;
using CsCheck;
using Heliograph.Documents;
using Heliograph.Reading;

namespace Heliograph.Tests.Reading;

public class ReportFieldsTests
{
    [Fact]
    public void Puts_one_replacement_character_in_the_place_of_each_NUL_before_the_text_is_hashed()
    {
        var read = Line(new { text = "Troops attacked\0 the town\0 on Monday.", title = "A\0B" });

        Assert.Equal("Troops attacked\uFFFD the town\uFFFD on Monday.", read.Report.Text);
        Assert.Equal(new Report(read.Report.Text) { Input = "" }.Id, read.Report.Id);
        Assert.Equal("A\uFFFDB", read.Report.Title);
        Assert.Contains(read.Warnings, warning => warning.Contains("U+FFFD", StringComparison.Ordinal));
    }

    [Fact]
    public void Takes_a_stray_NUL_in_a_long_text_file_for_no_sign_of_a_binary_file()
    {
        var text = $"{string.Concat(Enumerable.Repeat("The minister left the town on Monday. ", 20))}\0The end.";

        var read = Assert.IsType<ReadResult.Article>(PlainTextReader.Read("a.txt", Encoding.UTF8.GetBytes(text), ReadOptions.Default));

        Assert.Equal(text.Replace('\0', '\uFFFD'), read.Report.Text);
    }

    [Fact]
    public void Keeps_every_field_short_enough_for_an_index_of_either_home_and_says_so()
    {
        var (report, warnings) = Line(new
        {
            text = "She left.",
            id = new string('i', 10_000),
            title = new string('t', 3_000),
            outlet = new string('報', 2_800),
            url = "https://example.org/" + new string('u', 3_000),
            authors = Enumerable.Repeat(new string('a', 1_000), 1_000),
        });

        Assert.All(new[] { report.Input, report.Title, report.Outlet }, field => Assert.InRange(Encoding.UTF8.GetByteCount(field!), 1, 1_600));
        Assert.Null(report.Url);
        Assert.Equal(50, report.Authors.Length);
        Assert.All(report.Authors, author => Assert.InRange(author.Length, 1, 200));
        foreach (var field in new[] { "title", "outlet", "authors", "address" }) Assert.Contains(warnings, warning => warning.Contains(field, StringComparison.Ordinal));
    }

    [Fact]
    public void Bounds_what_a_page_says_of_itself() =>
        Assert.InRange(Article($"<meta property=og:site_name content='{new string('x', 5_000)}'><p>The minister left.</p>").Report.Outlet!.Length, 1, 200);

    [Fact]
    public void Keeps_two_long_names_apart()
    {
        var one = ReportFields.Input(new string('i', 10_000) + "1");

        Assert.NotEqual(one, ReportFields.Input(new string('i', 10_000) + "2"));
        Assert.Equal(one, ReportFields.Input(new string('i', 10_000) + "1"));
    }

    [Fact]
    public void Leaves_in_any_field_nothing_that_cannot_be_written_in_UTF8() =>
        Gen.String[Gen.Char["a\0\ud83d\ude00\u00e9"], 0, 1_200].Sample(text =>
        {
            var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
            var (report, _) = ReportFields.InBounds(new Report("She left.") { Input = text, Title = text, Outlet = text, Authors = [text], Url = text });
            return new[] { report.Input, report.Title, report.Outlet, report.Authors[0], report.Url ?? "", ReportFields.Clean(text) }
                .All(field => strict.GetByteCount(field!) >= 0 && !field!.Contains('\0', StringComparison.Ordinal))
                && ReportFields.Clean(text).Length == text.Length;
        });

    private static ReadResult.Article Line(object fields) => Assert.IsType<ReadResult.Article>(Assert.Single(
        JsonLinesReader.Read("a", new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(fields)), ReadOptions.Default with { Published = new(2031, 5, 2) })));

    private static ReadResult.Article Article(string markup) =>
        Assert.IsType<ReadResult.Article>(HtmlReader.Read("a.html", Encoding.UTF8.GetBytes(markup), ReadOptions.Default));
}
