using System.Text;
using Heliograph.Documents;
using Heliograph.Ledger;

namespace Heliograph.Web.Pages.Reports;

/// <summary>Leads from an entry to its words on the live page, by a text fragment.</summary>
public static class LiveLink
{
    private const int LongestUrl = 2000; // characters, as browsers take everywhere
    private const int Context = 3; // words before and behind, which tell one "said" from another
    private const int Few = 8; // words that are named one by one; of more, the first and the last are

    /// <summary>The page's address; null where a report has none of the web, or one that hides a name or a password.</summary>
    public static string? Page(Report report) =>
        report.Url is { Length: <= LongestUrl } url && Uri.TryCreate(url, UriKind.Absolute, out var live)
        && (live.Scheme == Uri.UriSchemeHttp || live.Scheme == Uri.UriSchemeHttps) && live is { Host.Length: > 0, UserInfo.Length: 0 }
            ? live.GetLeftPart(UriPartial.Query)
            : null;

    /// <summary>The page's host as people read it, in ASCII: letters of other scripts may look like others.</summary>
    public static string Host(string page) => new Uri(page).IdnHost;

    /// <summary>The address of words on the page: <c>page#:~:text=before-,words,-behind</c>.</summary>
    /// <param name="page">The page, as <see cref="Page"/> gives it.</param>
    /// <param name="text">The report's text.</param>
    /// <param name="words">The words; what is cut of a word at either end is filled up.</param>
    public static string To(string page, string text, Evidence words)
    {
        var paragraph = ParagraphOf(text, words.Cover.Start);
        var all = Words(text, paragraph);
        var first = all.FindIndex(word => word.End > words.Cover.Start);
        var last = all.FindLastIndex(word => word.Start < words.Cover.End);
        if (first < 0 || last < first) return page;
        var directive = new StringBuilder(page).Append("#:~:text=");
        if (last - first >= Few)
        {
            directive.Append(Encoded(all, first, first + Context)).Append(',').Append(Encoded(all, last - Context + 1, last + 1));
            return directive.ToString();
        }

        if (first > 0) directive.Append(Encoded(all, Math.Max(0, first - Context), first)).Append("-,");
        directive.Append(Encoded(all, first, last + 1));
        if (last + 1 < all.Count) directive.Append(",-").Append(Encoded(all, last + 1, Math.Min(all.Count, last + 1 + Context)));
        return directive.ToString();

        string Encoded(List<TextSpan> spans, int from, int end) =>
            string.Join("%20", spans[from..end].Select(span => Escaped(span.In(text).ToString())));
    }

    // A line is as far as a text fragment is found: browsers look for its parts block by block
    private static TextSpan ParagraphOf(string text, int at)
    {
        var start = text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        var end = text.IndexOf('\n', at);
        return new(Math.Min(start, at), end < 0 ? text.Length : end);
    }

    private static List<TextSpan> Words(string text, TextSpan within)
    {
        var words = new List<TextSpan>();
        for (var at = within.Start; at < within.End;)
        {
            var start = at;
            while (at < within.End && !char.IsWhiteSpace(text[at])) at++;
            if (at > start) words.Add(new(start, at));
            while (at < within.End && char.IsWhiteSpace(text[at])) at++;
        }

        return words;
    }

    // The hyphen is of the directive's own grammar, and is left as it is by the rules of addresses
    private static string Escaped(string word) =>
        Uri.EscapeDataString(word.Length > 100 ? word[..100] : word).Replace("-", "%2D", StringComparison.Ordinal);
}
