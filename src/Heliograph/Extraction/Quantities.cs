using System.Collections.Frozen;
using System.Globalization;
using Heliograph.Documents;
using Heliograph.Language;

namespace Heliograph.Extraction;

/// <summary>Reads how many a nominal says: "150 people", "at least twelve", "12 to 40 soldiers", "dozens", "about 3 million".</summary>
/// <remarks>A bare singular ("a soldier") counts one. A bare plural ("soldiers") counts nothing: the words set no bound.</remarks>
internal static class Quantities
{
    private static readonly FrozenDictionary<string, (long Value, string Kind)> Words = LexiconTable.Rows("numbers.tsv", 3)
        .ToFrozenDictionary(row => row[0], row => (long.Parse(row[1], CultureInfo.InvariantCulture), row[2]), StringComparer.Ordinal);

    /// <summary>The count of the nominal that a token heads, or null where its words give none.</summary>
    public static Quantity? Of(Syntax syntax, int head)
    {
        if (Negations.IsNone(syntax, head)) return null;
        var number = NumberOf(syntax, head);
        if (number < 0) return OneOf(syntax, head);
        var span = syntax.Tree.Span(number);
        var (from, to) = (number == head ? head : span.Start, number == head ? head + 1 : span.End);
        while (from > 0 && IsPart(syntax, from - 1, head)) from--;
        while (to < syntax.Document.Tokens.Length && to < head && IsPart(syntax, to, head)) to++;
        while (from < to && !Opens(syntax, from)) from++;
        while (to > from && !IsNumber(syntax, to - 1)) to--;
        return from < to ? Read(syntax, from, to) : null;
    }

    // A count opens with a number or a bound, never with a bare "to" or "of"
    private static bool Opens(Syntax syntax, int token) => IsNumber(syntax, token)
        || (Words.TryGetValue(Lower(syntax, token), out var word) && word.Kind is "least" or "most" or "about" && !IsLink(Lower(syntax, token)))
        || (Lower(syntax, token) is "at" && Words.TryGetValue(Lower(syntax, token + 1), out var bound) && bound.Kind is "least" or "most");

    private static bool IsLink(string word) => word is "and" or "or" or "to" or "of" or "than" or "at" or "as" or "a" or "an" or "many" or "some";

    private static int NumberOf(Syntax syntax, int head)
    {
        if (IsNumber(syntax, head)) return head;
        var found = syntax.Child(head, Deprel.Nummod);
        if (found >= 0) return found;
        foreach (var child in syntax.Children(head))
        {
            if (child < head && IsNumber(syntax, child)) return child;
        }

        return -1;
    }

    private static bool IsNumber(Syntax syntax, int token) =>
        syntax.Tag(token) == PartOfSpeech.Num || Words.TryGetValue(syntax.Form(token).ToString().ToLowerInvariant(), out var word) && word.Kind is "plural" or "number";

    private static bool IsPart(Syntax syntax, int token, int head)
    {
        if (syntax.Document.SentenceIndexOf(token) != syntax.Document.SentenceIndexOf(head)) return false;
        return IsNumber(syntax, token) || Words.ContainsKey(Lower(syntax, token));
    }

    private static string Lower(Syntax syntax, int token) => syntax.Form(token).ToString().ToLowerInvariant();

    private static Quantity? Read(Syntax syntax, int from, int to)
    {
        var (values, current, atLeast, atMost, plural) = (new List<long>(), (long?)null, false, false, false);
        for (var i = from; i < to; i++)
        {
            var word = Lower(syntax, i);
            if (Digits(word) is { } digits) current = Scale(current, digits);
            else if (!Words.TryGetValue(word, out var known)) continue;
            else if (known.Kind == "number") current = Scale(current, known.Value);
            else if (known.Kind == "plural") (current, plural) = (current is { } times ? times * known.Value : known.Value == 12 ? 24 : known.Value * 2, true);
            else if (known.Kind == "least") atLeast = true;
            else if (known.Kind == "most") atMost = true;
            else if (known.Kind == "range" && current is { } first)
            {
                values.Add(first);
                current = null;
            }
        }

        if (current is { } last) values.Add(last);
        if (values.Count == 0 || values[0] < 0) return null;
        var span = syntax.Document.SpanOf(new(from, to));
        if (values.Count > 1) return values[0] <= values[1] ? new(values[0], values[1], span) : null;
        if (plural || atLeast) return new(values[0], null, span);
        return atMost ? new(null, values[0], span) : new(values[0], values[0], span);
    }

    // "3 million" multiplies, "twenty five" and "two hundred six" add
    private static long? Scale(long? soFar, long value)
    {
        if (soFar is not { } before) return value;
        if (value >= 100 && before < value) return before > long.MaxValue / value ? null : before * value;
        return before > value ? before + value : value;
    }

    private static long? Digits(string word)
    {
        var clean = word.Replace(",", "", StringComparison.Ordinal);
        if (long.TryParse(clean, NumberStyles.None, CultureInfo.InvariantCulture, out var whole)) return whole;
        return null;
    }

    private static Quantity? OneOf(Syntax syntax, int head)
    {
        if (syntax.TreebankTag(head) is not ("NN" or "NNP") || !WordClasses.IsActor(syntax, head)) return null;
        var article = syntax.Child(head, Deprel.Det);
        return article >= 0 && Lower(syntax, article) is "a" or "an" && WordClasses.Has(syntax.Lemma(head), "person")
            ? new(1, 1, syntax.Document.Tokens[article].Cover(syntax.Document.Tokens[head]))
            : null;
    }
}
