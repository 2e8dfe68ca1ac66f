using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Heliograph.Reading;

/// <summary>Reads saved web pages: the article's paragraphs, without navigation, advertisements and markup.</summary>
/// <remarks>
/// SmartReader finds the article. The report's text is its paragraphs with a blank line between them; nothing of the
/// page's own markup is kept, and nothing is fetched: the page is parsed without loader and scripts. Misses, by
/// design: what a script would have put on the page.
/// </remarks>
public static class HtmlReader
{
    // SmartReader's time grows with the square of the elements: 5,000 links take seconds, 10,000 small blocks too. News pages have 500 to 3,000.
    private const int MostForSmartReader = 4_000;

    // It writes the address of each link anew, and that takes time with their square: 3,800 beside one another take two seconds
    private const int MostLinksForSmartReader = 2_000;

    // For each element it goes through all words in it, several times, and holds them as often
    private const int LongestForSmartReader = 1_000_000;      // UTF-16 code units of plain markup
    private const long HeaviestForSmartReader = 300_000_000; // UTF-16 code units of words, each by the square of how deep it stands; of news pages it is a twentieth

    // AngleSharp nests no deeper: what would be deeper stands side by side at the bottom, and takes time with the square of its number
    private const int DeepestOfParser = 512; // levels, with the document itself

    private const string NoUrl = "https://page.invalid/"; // SmartReader makes links absolute with it; we drop them
    private const string VeryLarge = "The page is very large: all its text was read, not only the article.";
    private const string TooLong = "The page is longer than any article: its end was left out.";

    static HtmlReader() => SmartReader.Reader.SetBaseHttpClientHandler(new NoNetwork());

    /// <summary>Reads one page.</summary>
    /// <param name="source">The file as it was named; also the report's <c>Input</c>.</param>
    /// <param name="bytes">The whole file.</param>
    /// <param name="options">Limits, and what to do about other languages.</param>
    public static ReadResult Read(string source, ReadOnlySpan<byte> bytes, ReadOptions options)
    {
        if (bytes.Length > options.MaxReportBytes) return Refusals.TooLarge(source, options);
        if (!ContentSniffer.IsUtf16(bytes) && ContentSniffer.BinaryName(bytes) is { } binary) return Refusals.Binary(source, binary);
        var charset = Charset.Of(bytes);
        var (markup, failure) = charset.Decode(source, bytes);
        if (failure is not null) return failure;
        var draft = new ReportDraft
        {
            Source = source,
            Place = "page",
            Input = source,
            Text = "",
            Warnings = charset.Warnings(bytes),
        };
        return Read(markup, draft, options);
    }

    /// <summary>Reads a page that came with facts of its own, which go before the page's.</summary>
    internal static ReadResult Read(string markup, ReportDraft draft, ReadOptions options)
    {
        if (HtmlBounds.Breach(markup, options) is { } breach)
        {
            return Refused(draft, $"{draft.Place}, character {breach.At}", breach.Found, breach.Expected);
        }

        var (plain, isCut) = PlainMarkup.Of(markup);
        if (isCut) draft = draft with { Warnings = draft.Warnings.Add(TooLong) };
        IHtmlDocument page;
        try
        {
            page = Parse(plain, options);
        }
        catch (BreachException e)
        {
            return Refused(draft, draft.Place, e.Found, e.Expected);
        }

        using (page)
        {
            var facts = HtmlFacts.Of(page); // before SmartReader, which takes the page apart
            var text = "";
            if (plain.Length > LongestForSmartReader || page.All.Length > MostForSmartReader || page.Links.Length > MostLinksForSmartReader
                || Weight(page, 0) > HeaviestForSmartReader)
            {
                text = HtmlText.Of(
                    page.QuerySelector("article") ?? page.QuerySelector("main") ?? page.Body ?? page.DocumentElement);
                draft = draft with { Warnings = draft.Warnings.Add(VeryLarge) };
            }
            else
            {
                using var reader = new SmartReader.Reader(NoUrl, page) { LoggerDelegate = _ => { } };
                reader.AddCustomOperationEnd(article =>
                {
                    text = HtmlText.Of(article);
                    article.TextContent = ""; // so that no time goes into SmartReader's own conversion
                });
                var found = reader.GetArticle();
                facts = facts.Or(found);
            }

            return facts.AddTo(draft with { Text = text }).Finish(options);
        }
    }

    private static long Weight(INode node, int depth) => // no deeper than the page, whose depth is bounded
        node is IText text ? (long)text.Length * depth * depth : node.ChildNodes.Sum(child => Weight(child, depth + 1));

    private static IHtmlDocument Parse(string markup, ReadOptions options)
    {
        var (count, previous) = (0, (INode?)null);
        var parser = new HtmlParser(new HtmlParserOptions
        {
            IsScripting = false,
            OnCreated = (element, _) =>
            {
                if (++count > options.MaxElements)
                {
                    throw new BreachException("a page of more elements", HtmlBounds.Most(options));
                }

                // An element is told of before it has its place, so it is the one before that is measured.
                var depth = 0;
                for (var node = previous; node is not null; node = node.Parent) depth++;
                if (depth > Math.Min(options.MaxElementDepth + 8, DeepestOfParser)) // 8: html, body, and what a table adds
                {
                    throw new BreachException("elements nested deeper", HtmlBounds.Deepest(options));
                }

                previous = element;
            },
        });
        return parser.ParseDocument(markup);
    }

    private static ReadResult.Failure Refused(ReportDraft draft, string place, string found, string expected) =>
        new(draft.Source, place, found, expected, "Save the article alone, or copy its text into a text file, and read that");

    private sealed class BreachException(string found, string expected) : Exception
    {
        public string Found => found;

        public string Expected => expected;
    }

    private sealed class NoNetwork : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException(
                $"Reading a page must not fetch {request.RequestUri}: hand over what it needs instead.");
    }
}
