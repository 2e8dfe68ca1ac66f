using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Heliograph.Documents;

namespace Heliograph.Language;

/// <summary>Groups tokens into sentences, as it learnt to from treebanks.</summary>
/// <remarks>A paragraph's end always ends a sentence; a multiword token is never cut. Time: linear in the text.</remarks>
internal sealed class SentenceSplitter(WeightFile file)
{
    private readonly BoundaryScorer _scorer = new(file);

    /// <summary>Cuts the tokens of a text into sentences.</summary>
    /// <returns>Runs that together cover every token once; empty when there are no tokens.</returns>
    [SkipLocalsInit]
    public ImmutableArray<TokenSpan> Split(string text, TokenColumns columns)
    {
        var joined = columns.Joined;
        var opens = columns.OpensParagraph;
        var count = joined.Length;
        if (count == 0) return [];
        using var seen = new SentenceFeatures(text, columns.Spans, opens);
        Span<uint> features = stackalloc uint[SentenceFeatures.Count];
        Span<float> scores = stackalloc float[1];
        var ends = ArrayPool<int>.Shared.Rent(count);
        var (sentences, start, state) = (0, 0, default(SentenceState));
        for (var i = 0; i < count; i++)
        {
            seen.Read(i, ref state);
            var last = i + 1 == count || opens[i + 1];
            if (!last)
            {
                if (joined[i + 1]) continue;
                seen.Fill(i, start, state, features);
                _scorer.Score(features, scores);
                if (scores[0] <= 0) continue;
            }

            ends[sentences++] = i + 1;
            (start, state) = (i + 1, default);
        }

        var runs = ImmutableArray.CreateBuilder<TokenSpan>(sentences);
        for (var k = 0; k < sentences; k++) runs.Add(new(k == 0 ? 0 : ends[k - 1], ends[k]));
        ArrayPool<int>.Shared.Return(ends);
        return runs.MoveToImmutable();
    }
}
