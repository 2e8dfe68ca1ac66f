using System.Diagnostics;
using System.Text;
using CsCheck;
using Heliograph.Reading;

namespace Heliograph.Tests.Reading;

/// <summary>Tests that count allocated bytes: the parser's pool of buffers is empty when others parse at the same time.</summary>
[CollectionDefinition(nameof(HtmlReaderTests), DisableParallelization = true)]
public class ParsingAlone;

[Collection(nameof(HtmlReaderTests))]
public class HtmlReaderTests
{
    private const string Words = "The minister said on Monday that the border of Freedonia would stay open, and officials agreed with her, she added. ";

    private const string Page = $$"""
        <!doctype html><html><head><meta charset=utf-8><title>Border stays open - Example Press</title>
        <meta property="og:site_name" content="Example Press"><meta name="author" content="Ann Writer">
        <meta property="article:published_time" content="2021-08-17T00:30:00+05:00"><link rel=canonical href="https://example.org/border">
        <script>var a = "<p>not shown</p>";</script></head>
        <body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
        <article><h1>Border stays open</h1><p>{{Words}}{{Words}}</p><p>She spoke <b>at
          length</b>,<br>“and well”.</p><ul><li>{{Words}}</li><li>{{Words}}</li></ul><p>{{Words}}</p></article>
        <footer>Impressum</footer></body></html>
        """;

    [Fact]
    public void Reads_the_article_and_what_the_page_says_of_it()
    {
        var report = Article(Read(Page)).Report;

        var words = Words.Trim();
        Assert.Equal($"{words} {words}\n\nShe spoke at length,\n“and well”.\n\n{words}\n\n{words}\n\n{words}", report.Text);
        Assert.Equal("Border stays open", report.Title);
        Assert.Equal("Example Press", report.Outlet);
        Assert.Equal(["Ann Writer"], report.Authors);
        Assert.Equal(new DateOnly(2021, 8, 17), report.Published); // as written, whatever the zone of the machine
        Assert.Equal("https://example.org/border", report.Url);
        Assert.Equal("a.html", report.Input);
    }

    [Fact]
    public void Reads_a_short_page() =>
        Assert.Equal("The minister left.\n\nShe was tired.", Article(Read("<p>The minister left.</p><p>She was tired.</p>")).Report.Text);

    [Theory]
    [InlineData("<script type='application/ld+json'>{\"@graph\":[{\"datePublished\":\"2021-08-17T10:00:00Z\"}]}</script>")]
    [InlineData("<script type='application/ld+json'>{\"datePublished\":\"\\ud800\"}</script><time datetime='2021-08-17'>Tuesday</time>")]
    [InlineData("<meta itemprop=datePublished content=2021-08-17>")]
    public void Finds_the_date_where_pages_keep_it(string head) =>
        Assert.Equal(new DateOnly(2021, 8, 17), Article(Read($"<head>{head}</head><p>The minister left.</p>")).Report.Published);

    [Theory]
    [InlineData(""), InlineData("<html><body></body></html>"), InlineData("<p> </p><script>x</script>")]
    public void Refuses_a_page_without_words(string markup) => Assert.Equal("no text", Failure(Read(markup)).Found);

    [Fact]
    public void Refuses_a_page_in_another_language() =>
        Assert.Contains("looks like Russian (ru)", Failure(Read("<p>Президент объявил во вторник, что войска уйдут.</p>")).Found, StringComparison.Ordinal);

    // The byte order mark goes before the meta element, the meta element before UTF-8, and nothing is guessed.
    [Fact]
    public void Believes_the_byte_order_mark_before_the_meta_element()
    {
        const string Markup = "<meta charset=windows-1252><p>The café closed.</p>";

        Assert.Equal("The café closed.", Text([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Markup)]));
        Assert.Equal("The café closed.", Text([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Markup)]));
        Assert.Equal("The cafÃ© closed.", Text(Encoding.UTF8.GetBytes(Markup)));
        Assert.Equal("The café closed.", Text(Encoding.Latin1.GetBytes(Markup)));
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\" encoding=\"windows-1252\"?><p>The caf\u00e9 closed.</p>")]
    [InlineData("<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'><p>The caf\u00e9 closed.</p>")]
    public void Finds_the_charset_where_pages_declare_it(string markup) => Assert.Equal("The café closed.", Text(Encoding.Latin1.GetBytes(markup)));

    [Fact]
    public void Refuses_old_characters_that_no_charset_announces() =>
        Assert.StartsWith("a.html: byte 10: found byte 0xE9, expected UTF-8", Failure(HtmlReader.Read("a.html", Encoding.Latin1.GetBytes("<p>The caf\u00e9</p>"), ReadOptions.Default)).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("utf-7"), InlineData("klingon")]
    public void Refuses_a_charset_that_it_does_not_know(string name) =>
        Assert.Equal($"the charset '{name}'", Failure(Read($"<meta charset={name}><p>+ADw-b+AD4-</p>")).Found);

    [Fact]
    public void Refuses_a_binary_file_with_the_name_of_a_page() =>
        Assert.Equal("a PDF document", Failure(Read("%PDF-1.7 <html><p>The minister left.</p>")).Found);

    public static TheoryData<string, string, string> Hostile => new()
    {
        { "100,000 nested elements", string.Concat(Enumerable.Repeat("<div>", 100_000)), "elements nested deeper" },
        { "nested elements without their ends in SVG", "<svg><style>" + string.Concat(Enumerable.Repeat("<g>", 100_000)), "elements nested deeper" },
        { "nested elements behind a style that the parser drops", "<select><style></select>" + string.Concat(Enumerable.Repeat("<div>", 50_000)), "elements nested deeper" },
        { "nested elements behind an odd comment", "<!--a--!>" + string.Concat(Enumerable.Repeat("<div>", 50_000)), "elements nested deeper" },
        { "nested tables", string.Concat(Enumerable.Repeat("<table><td></div>", 50_000)), "elements nested deeper" },
        { "misnested formatting", string.Concat(Enumerable.Range(0, 10_000).Select(i => $"<b id={i}><p>a")), "a page of more elements" },
        { "formatting reopened in every block", "<div>" + string.Concat(Enumerable.Range(0, 400).Select(i => $"<b id={i}>")) + "</div>" + string.Concat(Enumerable.Repeat("<p>a</p>", 20_000)), "a page of more elements" },
        { "a million elements", string.Concat(Enumerable.Repeat("<br>", 1_000_000)), "a page of more elements" },
        { "a million end tags that find nothing", "<div><object>" + string.Concat(Enumerable.Repeat("<i>", 100)) + string.Concat(Enumerable.Repeat("</div>", 1_000_000)), "a page of more elements" },
        { "100,000 attributes", "<p" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $" a{i}=1")) + ">The minister left.", "an element of more attributes" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Refuses_in_good_time(string what, string markup, string found)
    {
        var watch = Stopwatch.StartNew();

        Assert.Equal((what, found), (what, Failure(Read(markup)).Found));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{what}: {watch.Elapsed}"); // under a second on an idle machine
    }

    public static TheoryData<string, string> Odd => new()
    {
        { "an attribute of 10 MB", $"<p title=\"{new string('x', 10_000_000)}\">The minister left.</p>" },
        { "100,000 slashes", "<p" + new string('/', 100_000) + ">The minister left." },
        { "15,000 bad tags", string.Concat(Enumerable.Repeat("</x><>< <?", 15_000)) + "><p>The minister left." },
        { "a table's insides out of place", "<li><table><template><td></li></table></template></table><p>The minister left." },
        { "half a tag", "<p>The minister left.<a href='" },
        { "500 levels", string.Concat(Enumerable.Repeat("<div>", 500)) + "<p>The minister left." },
        { "5,000 paragraphs without their ends", string.Concat(Enumerable.Repeat("<p>The minister left.", 5_000)) },
        { "5,000 items without their ends", "<ul>" + string.Concat(Enumerable.Repeat("<li><b>The minister left.", 4_000)) },
        { "50,000 blocks", string.Concat(Enumerable.Repeat("<div>The minister left.</div>", 50_000)) },
        { "JSON-LD nested 10,000 deep", $"<script type='application/ld+json'>{new string('[', 10_000)}</script><p>The minister left." },
        { "JSON-LD with a key twice", "<script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"name\":\"a\",\"name\":\"b\"}</script><p>The minister left." },
        { "a title to lose oneself in", $"<title>{string.Concat(Enumerable.Repeat("a - ", 20_000))}</title><p>The minister left." },
        { "a million spaces", $"<p>{new string(' ', 1_000_000)}</p><p>The minister left." },
        { "200,000 comments", Repeated("<!-->", 200_000) + "<p>The minister left." },
        { "a comment that a parser would fall over", "<p>The minister left.<!--" + Repeated("--!", 530_000) },
        { "400,000 end tags without a name", Repeated("</ >", 400_000) + "<p>The minister left." },
        { "an attribute in each of 8,000 elements", Repeated($"<p title='{new string('x', 1_000)}'>The minister left.</p>", 8_000) },
        { "a title of 8 MB", $"<title>{Repeated("a - ", 2_000_000)}</title><p>The minister left." },
        { "8 MB of JSON-LD", $"<script type='application/ld+json'>{{\"a\":[{Repeated("{},", 2_500_000)}1]}}</script><p>The minister left." },
        { "a name of 8 MB", $"<p>The minister left.<{new string('a', 8_000_000)}>" },
        { "8 MB of form fields", $"<p>The minister left.<textarea>{Repeated("</text", 1_300_000)}</textarea>" },
        { "words under 480 elements", Repeated("<div>", 480) + Repeated("The minister left. ", 3_000) },
        { "dates under 480 elements", Repeated("<div itemprop=datePublished>", 480) + Repeated("The minister left. ", 47_000) },
        { "90,000 paragraphs under 480 elements", Repeated("<div>", 480) + "The minister left." + Repeated("<p>a</p>", 90_000) },
        { "3,800 links in one body", "<p>The minister left.</p>" + Repeated("<a href=\"/a\">port and harbour</a> ", 3_800) },
        { "4 MB of words", "<p>" + Repeated("The minister left. ", 210_000) },
        { "character references that name nothing", "<p>&#xD800;&#0;&#x110000;&bogus; The minister left." },
    };

    [Theory]
    [MemberData(nameof(Odd))]
    public void Reads_odd_pages_in_good_time(string what, string markup)
    {
        var watch = Stopwatch.StartNew();

        Assert.Contains("The minister left.", Article(Read(markup)).Report.Text, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{what}: {watch.Elapsed}");
    }

    [Theory]
    [InlineData(2_000, false)]
    [InlineData(2_001, true)]
    public void Reads_a_page_of_very_many_links_whole(int links, bool isWhole)
    {
        var read = Article(Read("<nav>Menu</nav><article><p>The minister left.</p></article>" + Repeated("<a href=\"/a\">port and harbour</a> ", links)));

        Assert.Equal(isWhole, read.Warnings.Any(warning => warning.Contains("very large", StringComparison.Ordinal)));
    }

    // Bytes allocated stand for the memory that it takes at once; they are the same on every machine
    [Theory]
    [MemberData(nameof(Odd))]
    public void Reads_odd_pages_in_little_memory(string what, string markup)
    {
        var bytes = Encoding.UTF8.GetBytes(markup);
        var before = GC.GetAllocatedBytesForCurrentThread();

        HtmlReader.Read("a.html", bytes, ReadOptions.Default);

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < 400_000_000, $"{what}: {allocated / 1_000_000} MB");
    }

    [Theory]
    [InlineData("<p>The <!-- old -->minister<!--> left<!--->.", "The minister left.")]
    [InlineData("<p>The minister<? xml ?> left</ now>.", "The minister left.")]
    [InlineData("<p>5 < 7 and a<b, she said</p>", "5 < 7 and a")]
    [InlineData("<p>The <xmp><b>minister</b></xmp> left", "The\n\n<b>minister</b>\n\nleft")]
    [InlineData("<!doctype html><p>The minister <svg><style>a</style><title>b</title></svg>left", "The minister left")]
    [InlineData("<p>The minister <textarea>form</textarea>left<style>p { color: red }</style><script>if (a < b) c();</script>.", "The minister left.")]
    [InlineData("<p title='a > b' data-x=\"<p>\">The minister left.", "The minister left.")]
    public void Keeps_the_words_of_a_page_and_what_only_looks_like_a_tag(string markup, string text) => Assert.Equal(text, Article(Read(markup)).Report.Text);

    [Fact]
    public void Says_that_the_end_of_a_page_is_left_out()
    {
        var read = Article(Read("<p>The minister left." + Repeated(" ", 5_000_000) + "<p>She came back."));

        Assert.Equal("The minister left.", read.Report.Text);
        Assert.Contains("The page is longer than any article: its end was left out.", read.Warnings);
    }

    [Fact]
    public void Gives_a_result_for_any_bytes() =>
        Gen.Byte.Array[0, 200].Sample(bytes => HtmlReader.Read("a.html", bytes, ReadOptions.Default) is not null);

    [Fact]
    public void Gives_a_result_for_any_heap_of_tags() =>
        Gen.OneOf("<p>", "</p>", "<div class=article>", "</div>", "<table>", "<td>", "<tr>", "</table>", "<b>", "</b>", "<a href=x>", "<svg>", "<style>", "<template>",
            "<select>", "<option>", "<script>", "</script>", "<!--", "-->", "<body>", "<frameset>", "<math>", "<mi>", "<form>", "<h1>", "<li>", "<ul>", "<br>", "<img src=a>", "<title>",
            "<meta charset=x>", "<plaintext>", "<time datetime=2021-08-17>", "The minister left. ", "x", "&amp;", "<", "\"", "<link rel=canonical href='::'>", "<base href='//'>", "<meta property=og:url content=/>")
            .Array[0, 40].Sample(pieces => Read(string.Concat(pieces)) is not null, iter: 300);

    private static string Repeated(string piece, int count) => string.Concat(Enumerable.Repeat(piece, count));

    private static string Text(byte[] bytes) => Article(HtmlReader.Read("a.html", bytes, ReadOptions.Default)).Report.Text;

    private static ReadResult Read(string markup) => HtmlReader.Read("a.html", Encoding.UTF8.GetBytes(markup), ReadOptions.Default);

    private static ReadResult.Article Article(ReadResult result) => Assert.IsType<ReadResult.Article>(result);

    private static ReadResult.Failure Failure(ReadResult result) => Assert.IsType<ReadResult.Failure>(result);
}
