using System.Buffers;
using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Language;

/// <summary>Groups tokens into sentences.</summary>
internal static class SentenceSplitter
{
    private static readonly SearchValues<char> Terminators = SearchValues.Create(".!?…");
    private static readonly SearchValues<char> Closers = SearchValues.Create("\"')]”’»");

    /// <summary>Ends a sentence with its paragraph, and after a terminator and the quotes and brackets that close with it.</summary>
    /// <returns>Runs that together cover every token once; empty when there are no tokens.</returns>
    public static ImmutableArray<TokenSpan> Split(string text, TokenColumns columns)
    {
        var tokens = columns.Spans;
        var sentences = ImmutableArray.CreateBuilder<TokenSpan>();
        var start = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            var last = i + 1 == tokens.Length || columns.OpensParagraph[i + 1];
            if (!last && !Ends(text, tokens, i)) continue;
            while (!last && i + 1 < tokens.Length && !columns.OpensParagraph[i + 1] && tokens[i].End == tokens[i + 1].Start &&
                   !tokens[i + 1].In(text).ContainsAnyExcept(Closers)) i++;
            sentences.Add(new(start, i + 1));
            start = i + 1;
        }

        return sentences.ToImmutable();
    }

    private static bool Ends(string text, ReadOnlySpan<TextSpan> tokens, int i) => !tokens[i].In(text).ContainsAnyExcept(Terminators);
}
