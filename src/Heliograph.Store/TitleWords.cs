using Heliograph.Places;

namespace Heliograph.Store;

/// <summary>The words of a title, as they are kept and looked for: small plain letters and digits, as keys of places have them.</summary>
/// <remarks>A script that leaves no space between words makes one word of many, which is found by its beginning alone.</remarks>
internal static class TitleWords
{
    private const int Most = 60; // words of a title; ours, no headline has as many

    private const string Highest = "\U0010FFFF"; // comes behind every letter

    /// <summary>The words, each once; empty where there is neither letter nor digit.</summary>
    public static IReadOnlyList<string> Of(string title) =>
    [
        .. title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(word => PlaceKey.Of(word).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Distinct().Take(Most),
    ];

    /// <summary>The condition that a reading's title holds words that begin so, and its parameters; null where none holds a letter or digit.</summary>
    /// <param name="beginnings">What a person typed.</param>
    public static (string Where, (string Name, object? Value)[] Parameters)? Begin(string beginnings)
    {
        var words = Of(beginnings);
        if (words.Count == 0) return null;
        return (
            string.Join(" AND ", words.Select((_, i) => FormattableString.Invariant($"number IN (SELECT reading FROM title WHERE word >= @low{i} AND word < @high{i})"))),
            [.. words.SelectMany((word, i) => ((string, object?)[])[(FormattableString.Invariant($"low{i}"), word), (FormattableString.Invariant($"high{i}"), word + Highest)])]);
    }
}
