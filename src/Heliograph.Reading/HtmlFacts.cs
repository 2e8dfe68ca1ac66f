using System.Collections.Immutable;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Heliograph.Reading;

/// <summary>What a page says about its article: headline, outlet, authors, date, address.</summary>
/// <remarks>The date is the one written, in the zone it is written in; SmartReader's is moved to the machine's.</remarks>
internal sealed record HtmlFacts(string? Title, string? Outlet, ImmutableArray<string> Authors, DateOnly? Published, string? Url)
{
    private const int LongestAuthor = 100;     // UTF-16 code units; what is longer is no name

    // Where pages keep their date of publication, the surest first.
    private static readonly string[] DateSelectors =
    [
        "meta[property='article:published_time']", "meta[property='og:article:published_time']", "meta[itemprop=datePublished]", "meta[name=parsely-pub-date]",
        "meta[name=pubdate]", "meta[name='dc.date']", "meta[name='DC.date.issued']", "meta[name=date]", "[itemprop=datePublished]", "time[pubdate]",
    ];

    /// <summary>What the page's own elements say.</summary>
    public static HtmlFacts Of(IHtmlDocument page) => new(
        null, null, [],
        DateSelectors.SelectMany(selector => page.QuerySelectorAll(selector)).Select(Date).FirstOrDefault(date => date is not null)
            ?? JsonDate(page) ?? page.QuerySelectorAll("time[datetime]").Select(Date).FirstOrDefault(date => date is not null),
        WebAddress(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href")) ?? WebAddress(page.QuerySelector("meta[property='og:url']")?.GetAttribute("content")));

    /// <summary>The same, with what is missing filled in from what SmartReader found.</summary>
    public HtmlFacts Or(SmartReader.Article found) => this with
    {
        Title = Title ?? WithoutOutlet(Words(found.Title), Words(found.SiteName)),
        Outlet = Outlet ?? Words(found.SiteName),
        Authors = Authors.IsEmpty && Words(found.Author) is { Length: <= LongestAuthor } author ? [author] : Authors,
    };

    /// <summary>Adds these facts to a draft where it has none of its own.</summary>
    public ReportDraft AddTo(ReportDraft draft) => draft with
    {
        Title = draft.Title ?? Title,
        Outlet = draft.Outlet ?? Outlet,
        Authors = draft.Authors.IsEmpty ? Authors : draft.Authors,
        Published = draft.Published ?? Published,
        Url = draft.Url ?? Url,
    };

    // "Border stays open - Example Press" is the headline and the outlet's name.
    private static string? WithoutOutlet(string? title, string? outlet)
    {
        if (title is null || outlet is null || !title.EndsWith(outlet, StringComparison.OrdinalIgnoreCase)) return title;
        var rest = title.AsSpan(0, title.Length - outlet.Length).TrimEnd();
        if (rest.IsEmpty || rest[^1] is not ('-' or '–' or '—' or '|' or '»' or ':' or '·')) return title;
        return Words(rest[..^1].ToString()) ?? title;
    }

    private static string? Words(string? text)
    {
        var words = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length > 0 ? words : null;
    }

    private static DateOnly? Date(IElement element) =>
        DateText.TryParse(element.GetAttribute("content") ?? element.GetAttribute("datetime") ?? Own(element), out var date) ? date : null;

    // The words of an element that holds no other: those of elements in one another would be gone through again for each
    private static string? Own(IElement element) => element.ChildElementCount == 0 ? element.TextContent : null;

    private static string? WebAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0 ? address.AbsoluteUri : null;

    private static DateOnly? JsonDate(IHtmlDocument page)
    {
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using var json = JsonDocument.Parse(script.TextContent, new() { MaxDepth = 64 });
                if (JsonDate(json.RootElement) is { } date) return date;
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                // No JSON, too deep, or half a surrogate pair in it: the page is read without it, as a browser would.
            }
        }

        return null;
    }

    private static DateOnly? JsonDate(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array) return json.EnumerateArray().Select(JsonDate).FirstOrDefault(date => date is not null);
        if (json.ValueKind != JsonValueKind.Object) return null;
        if (json.TryGetProperty("datePublished", out var published) && published.ValueKind == JsonValueKind.String
            && DateText.TryParse(published.GetString(), out var date)) return date;
        return json.TryGetProperty("@graph", out var graph) ? JsonDate(graph) : null;
    }
}
