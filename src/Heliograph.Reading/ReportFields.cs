using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Heliograph.Documents;

namespace Heliograph.Reading;

/// <summary>Makes what a report says of itself fit to be kept: no field without bound, no character that a ledger cannot hold.</summary>
/// <remarks>Every reader ends here. Whoever gives a report another name or outlet than its own, asks again.</remarks>
public static class ReportFields
{
    // UTF-16 code units. An index of PostgreSQL takes 2,704 bytes, which are 901 of them at least.
    private const int LongestInput = 500;
    private const int LongestTitle = 500;
    private const int LongestOutlet = 200;
    private const int LongestAuthor = 200;
    private const int LongestUrl = 2_000;
    private const int MostAuthors = 50;
    private const int Digits = 16; // of the hash that tells long names apart

    /// <summary>The report with fields in bounds, and a sentence for each that was changed; its text is as it was.</summary>
    public static (Report Report, ImmutableArray<string> Warnings) InBounds(Report report)
    {
        var warnings = ImmutableArray.CreateBuilder<string>();
        var authors = report.Authors;
        if (authors.Length > MostAuthors)
        {
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"Of {authors.Length:N0} authors the first {MostAuthors} are kept."));
            authors = authors[..MostAuthors];
        }

        var url = report.Url is { } address ? Clean(address) : null;
        if (url is { Length: > LongestUrl })
        {
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"The address has {url.Length:N0} characters, more than {LongestUrl:N0}: it is left out."));
            url = null;
        }

        return (report with
        {
            Input = Input(report.Input),
            Title = Shortened("title", report.Title, LongestTitle),
            Outlet = Shortened("outlet", report.Outlet, LongestOutlet),
            Authors = [.. authors.Select(author => Shortened("name of an author", author, LongestAuthor)!)],
            Url = url,
        }, warnings.ToImmutable());

        string? Shortened(string what, string? field, int longest)
        {
            if (field is null) return null;
            var clean = Clean(field);
            if (clean.Length <= longest) return clean;
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"The {what} has {clean.Length:N0} characters: it is cut to {longest}."));
            return Start(clean, longest - 1) + "…";
        }
    }

    /// <summary>The name of an input, in bounds: of a longer one its beginning and a hash, so that two of them stay two.</summary>
    public static string Input(string input)
    {
        var clean = Clean(input);
        if (clean.Length <= LongestInput) return clean;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(input)))[..Digits];
        return Start(clean, LongestInput - Digits - 1) + "…" + hash;
    }

    /// <summary>A text without NUL and half surrogate pairs, which not every ledger can hold: each is U+FFFD then, so that everything stays where it was.</summary>
    public static string Clean(string text)
    {
        var isClean = !text.Contains('\0', StringComparison.Ordinal) && text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0;
        return isClean ? text : string.Create(text.Length, text, (cleaned, text) =>
        {
            text.CopyTo(cleaned);
            for (var i = 0; i < text.Length; i++)
            {
                if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) i++;
                else if (text[i] == '\0' || char.IsSurrogate(text[i])) cleaned[i] = '\uFFFD';
            }
        });
    }

    // Never half a pair
    private static string Start(string text, int length) => text[..(char.IsSurrogatePair(text[length - 1], text[length]) ? length - 1 : length)];
}
