using Heliograph.Documents;
using Heliograph.Times;

namespace Heliograph.Actors;

/// <summary>The days of the past that sentences begin with: "In 2014, the prime minister".</summary>
internal sealed class SentenceOpenings
{
    private readonly Document _document;
    private readonly Dictionary<int, TimeInterval> _bySentence = [];

    /// <summary>Reads the first words of each sentence.</summary>
    /// <param name="document">The document.</param>
    /// <param name="times">Its times, or null.</param>
    /// <param name="published">The report's day, where it is known; days up to it lie in the past.</param>
    public SentenceOpenings(Document document, DocumentTimes? times, DateOnly? published)
    {
        _document = document;
        if (times is null || published is not { } day) return;
        foreach (var (expression, interval, _) in times.All)
        {
            if (interval is not { } past || past.End > day || expression.IsLength) continue;
            var sentence = document.SentenceIndexOf(expression.Tokens.Start);
            if (expression.PhraseTokens.Start == document.Sentences[sentence].Start) _bySentence[sentence] = past;
        }
    }

    /// <summary>The days that the sentence of a token begins with; null where it begins otherwise.</summary>
    public TimeInterval? Of(int token) =>
        _bySentence.Count > 0 && _bySentence.TryGetValue(_document.SentenceIndexOf(token), out var days) ? days : null;
}
