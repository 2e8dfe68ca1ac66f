using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Heliograph.Extraction;

namespace Heliograph.Evaluation;

/// <summary>Judgements by people of whether an event that was printed is there, kept without the words that were judged.</summary>
/// <param name="Verdicts">By <see cref="KeyOf"/>: whether the text tells such a deed of such parties.</param>
public sealed record JudgedEvents(FrozenDictionary<string, bool> Verdicts)
{
    private const int KeyBytes = 8;

    /// <summary>No judgements.</summary>
    public static JudgedEvents None { get; } = new(FrozenDictionary<string, bool>.Empty);

    /// <summary>Reads a list of judgements: a key, a tab, and <c>right</c> or <c>wrong</c>; lines that begin with # are comments.</summary>
    /// <exception cref="FormatException">A line is neither.</exception>
    public static JudgedEvents Read(TextReader reader)
    {
        var verdicts = new Dictionary<string, bool>(StringComparer.Ordinal);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line.Split('\t') is not [var key, "right" or "wrong"])
            {
                throw new FormatException($"Judgements, line {number}: expected a key, a tab, and right or wrong. Mend the line.");
            }

            verdicts[key] = line.EndsWith("right", StringComparison.Ordinal);
        }

        return new(verdicts.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The key of a judgement: 16 hex digits of the SHA-256 of the sentence's id, where in it the trigger begins, and the type.</summary>
    public static string KeyOf(GenreText text, Event found)
    {
        var at = found.Trigger[0].Start;
        var (id, span) = text.Sentences.Last(sentence => sentence.Span.Start <= at || sentence.Span.Start == 0);
        var told = string.Create(CultureInfo.InvariantCulture, $"{id}:{at - span.Start}:{found.Type}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(told)).AsSpan(0, KeyBytes));
    }

    /// <summary>Whether the event was judged to be there; null where nobody judged it.</summary>
    public bool? Verdict(GenreText text, Event found) =>
        Verdicts.TryGetValue(KeyOf(text, found), out var isRight) ? isRight : null;
}
