using Heliograph.Documents;

namespace Heliograph.Language;

/// <summary>Gives verbs back their objects that begin with a bounded quantity: "killed at least 12 people".</summary>
/// <remarks>
/// Treebanks hold few of them, and a parser takes "at" for a preposition of the people, who are then where the killing took place. The
/// noun becomes the object where it stands behind a verb that has none, no preposition of its own hangs on it, and a bound stands before its number.
/// Not: "left at least twice", "fell by at least 12 points".
/// </remarks>
internal static class QuantityObjects
{
    private static readonly string[][] Bounds = [["at", "least"], ["at", "most"], ["more", "than"], ["fewer", "than"], ["less", "than"], ["up", "to"], ["as", "many", "as"]];

    /// <summary>Rewrites relations of one sentence in place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Where its tokens lie.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="tags">Parts of speech by token.</param>
    /// <param name="heads">Heads by token.</param>
    /// <param name="deprels">Relations by token.</param>
    public static void Mend(string text, ReadOnlySpan<TextSpan> tokens, TokenSpan sentence, ReadOnlySpan<PartOfSpeech> tags, ReadOnlySpan<int> heads, Span<Deprel> deprels)
    {
        for (var number = sentence.Start + 2; number < sentence.End; number++)
        {
            if (deprels[number] != Deprel.Nummod || BoundBefore(text, tokens, sentence.Start, number) is not (>= 0 and var bound)) continue;
            var noun = heads[number];
            var verb = heads[noun];
            if (deprels[noun] != Deprel.Obl || verb >= noun || tags[verb] != PartOfSpeech.Verb || !IsFree(sentence, noun, verb, bound, number, heads, deprels)) continue;
            deprels[noun] = Deprel.Obj;
        }
    }

    // Where the words of a bound begin that end before the number; -1 where none do.
    private static int BoundBefore(string text, ReadOnlySpan<TextSpan> tokens, int start, int number)
    {
        foreach (var bound in Bounds)
        {
            var first = number - bound.Length;
            var same = first >= start;
            for (var i = 0; i < bound.Length && same; i++) same = tokens[first + i].In(text).Equals(bound[i], StringComparison.OrdinalIgnoreCase);
            if (same) return first;
        }

        return -1;
    }

    // The noun has no preposition but what the bound may lend it, the verb no other object.
    private static bool IsFree(TokenSpan sentence, int noun, int verb, int bound, int number, ReadOnlySpan<int> heads, ReadOnlySpan<Deprel> deprels)
    {
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (heads[i] == noun && deprels[i] == Deprel.Case && (i < bound || i > number)) return false;
            if (heads[i] == verb && deprels[i] == Deprel.Obj) return false;
        }

        return true;
    }
}
