using System.Collections.Frozen;
using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Reading;

/// <summary>Which lines of a text are its headline, and which are no part of the article.</summary>
/// <remarks>
/// Goes by the lines' form and a short general list (<c>Lexicons/PageLabels.tsv</c>), so it misses, by design,
/// whatever a page added that has the form of a paragraph.
/// </remarks>
/// <param name="Title">The headline, without the white space around it; null where the text does not begin with one.</param>
/// <param name="NotArticle">Lines such as "Source link", without the white space around them; sorted; may be empty.</param>
internal sealed record TextLayout(TextSpan? Title, ImmutableArray<TextSpan> NotArticle)
{
    private const int LongestTitle = 199;    // UTF-16 code units
    private const int LongestLabel = 80;     // UTF-16 code units
    private const int LongestKicker = 4;     // words
    private const int LinesAroundTitle = 6;  // where a repeated headline or a kicker may stand

    private static readonly (FrozenSet<string> Lines, ImmutableArray<string> Starts, FrozenSet<string> Kickers) Labels = Load();

    /// <summary>Looks at the lines of a text.</summary>
    /// <param name="text">The text as it was read.</param>
    /// <param name="knownTitle">The headline where the input names it; then the text's first line is one only if it repeats it.</param>
    public static TextLayout Of(string text, string? knownTitle)
    {
        TextSpan? title = null;
        var notArticle = ImmutableArray.CreateBuilder<TextSpan>();
        var (seen, position) = (0, 0);
        var known = knownTitle.AsSpan().Trim();
        while (position < text.Length)
        {
            var end = text.AsSpan(position).IndexOfAny('\n', '\r') is >= 0 and var at ? position + at : text.Length;
            var line = Trimmed(text, position, end);
            position = end + 1;
            if (line.Length == 0) continue;
            seen++;
            var words = line.In(text);
            if (seen == 1 && (known.IsEmpty ? IsTitle(text, words, end) : words.Equals(known, StringComparison.OrdinalIgnoreCase)))
            {
                title = line;
                if (known.IsEmpty) known = words;
            }
            else if (IsLabel(words)) notArticle.Add(line);
            else if (seen is > 1 and <= LinesAroundTitle && !known.IsEmpty
                && (words.Equals(known, StringComparison.OrdinalIgnoreCase) || (title is not null && IsKicker(words))))
            {
                notArticle.Add(line);
            }
        }

        return new(title, notArticle.ToImmutable());
    }

    private static bool IsTitle(string text, ReadOnlySpan<char> words, int end)
    {
        if (words.Length > LongestTitle || words.EndsWith(".", StringComparison.Ordinal) || IsLabel(words)) return false;
        var breaks = 0;
        for (var i = end; i < text.Length && char.IsWhiteSpace(text[i]); i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) breaks++;
        }

        return breaks > 1 && !text.AsSpan(end).IsWhiteSpace();
    }

    private static bool IsLabel(ReadOnlySpan<char> words)
    {
        if (words.Length > LongestLabel) return false;
        Span<char> lower = stackalloc char[LongestLabel];
        lower = lower[..words.ToLowerInvariant(lower)];
        foreach (var start in Labels.Starts)
        {
            if (lower.StartsWith(start)) return true;
        }

        return Labels.Lines.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower.Trim(" .:…>»[]()-–—*|"));
    }

    private static bool IsKicker(ReadOnlySpan<char> words)
    {
        if (words.Length > LongestLabel || words.Count(' ') >= LongestKicker) return false;
        Span<char> lower = stackalloc char[LongestLabel];
        lower = lower[..words.ToLowerInvariant(lower)].TrimEnd(':');
        return Labels.Kickers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower[(lower.LastIndexOf(' ') + 1)..]);
    }

    private static TextSpan Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new(start, end);
    }

    private static (FrozenSet<string>, ImmutableArray<string>, FrozenSet<string>) Load()
    {
        var rows = Lexicon.Rows("PageLabels.tsv", columns: 2).ToLookup(row => row[0], row => row[1]);
        return (rows["line"].ToFrozenSet(), [.. rows["start"]], rows["kicker"].ToFrozenSet());
    }
}
