using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Heliograph.Documents;

namespace Heliograph.Times;

/// <summary>Finds the words of a document that tell times.</summary>
/// <remarks>
/// One pass over the tokens with the words of <c>time-words.tsv</c>; the longest expression at each place is taken. Finds
/// dates, days, months, seasons, years, decades, centuries, times of day, lengths of time and what is told relative to
/// the day of publication or to a time before. Does not find, by design, events that stand for times ("before the war"),
/// ages of people, and years of fewer than four digits without an era.
/// </remarks>
public static class TimeExpressions
{
    private static readonly ConditionalWeakTable<Document, Found> Known = [];

    /// <summary>The expressions of a document, in text order; no two overlap. The same array each time for the same document.</summary>
    public static ImmutableArray<TimeExpression> Of(Document document) => Known.GetValue(document, static key => new(Find(key))).Expressions;

    /// <summary>The expression that holds a token, or null. Time: logarithmic in the number of expressions.</summary>
    public static TimeExpression? At(Document document, int token)
    {
        var all = Of(document);
        var (low, high) = (0, all.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (all[middle].Tokens.End <= token) low = middle + 1;
            else high = middle;
        }

        return low < all.Length && all[low].Tokens.Contains(token) ? all[low] : null;
    }

    /// <summary>Finds the expressions of a document, in text order; no two overlap. Time: linear.</summary>
    public static ImmutableArray<TimeExpression> Find(Document document)
    {
        var scan = new TimeScan(document);
        var grammar = new TimeGrammar(scan);
        var names = PeopleOf(document);
        var found = ImmutableArray.CreateBuilder<TimeExpression>();
        for (var atom = 0; atom < scan.Count;)
        {
            if (!MayStart(scan.Part(atom)) || names.Contains(scan[atom].Token) || grammar.At(atom) is not { } one)
            {
                atom++;
                continue;
            }

            found.Add(Write(scan, atom, one));
            atom = one.End;
        }

        return found.ToImmutable();
    }

    private static TimeExpression Write(TimeScan scan, int start, TimeFind found)
    {
        var (first, last) = (scan[start], scan[found.End - 1]);
        var span = new TextSpan(first.Start, last.End);
        var (phrase, link) = LinkBefore(scan, start, found.End);
        return new()
        {
            Span = span,
            Phrase = new(phrase, last.End),
            Tokens = new(first.Token, last.Token + 1),
            Points = [.. found.Points.Select(point => new TextSpan(scan[point.Start].Start, scan[point.End - 1].End))],
            Link = link,
            Meaning = found.Meaning,
        };
    }

    // "since Sunday", but not "after Sunday's vote", where the vote is what comes before
    private static (int Start, TimeLink Link) LinkBefore(TimeScan scan, int start, int end)
    {
        var before = start - 1;
        if (scan.Is(end, TimeWord.Possessive) || before < 0 || scan.Document.SentenceOf(scan[before].Token) != scan.Document.SentenceOf(scan[start].Token))
        {
            return (scan[start].Start, TimeLink.Within);
        }

        var link = scan.Part(before) switch
        {
            TimeWord.In => TimeLink.In,
            TimeWord.Since => TimeLink.Since,
            TimeWord.Until => TimeLink.Until,
            TimeWord.By => TimeLink.By,
            TimeWord.Before => TimeLink.Before,
            TimeWord.After => TimeLink.After,
            TimeWord.Within or TimeWord.From => TimeLink.Within,
            _ => (TimeLink?)null,
        };
        return link is { } told ? (scan[before].Start, told) : (scan[start].Start, TimeLink.Within);
    }

    private static bool MayStart(TimeWord part) => part switch
    {
        TimeWord.None or TimeWord.Of or TimeWord.In or TimeWord.Since or TimeWord.Until or TimeWord.By or TimeWord.To or TimeWord.And or TimeWord.Or
            or TimeWord.Within or TimeWord.Dash or TimeWord.Slash or TimeWord.Period or TimeWord.Comma or TimeWord.Colon or TimeWord.Possessive
            or TimeWord.Suffix or TimeWord.Plural or TimeWord.Ago or TimeWord.Before or TimeWord.Than or TimeWord.Least or TimeWord.Old
            or TimeWord.Meridiem or TimeWord.Eve or TimeWord.Time => false,
        _ => true,
    };

    // "Theresa May", "April Jones"
    private static HashSet<int> PeopleOf(Document document)
    {
        var tokens = new HashSet<int>();
        foreach (var name in document.Names)
        {
            if (name.Type != NameType.Person) continue;
            for (var token = name.Tokens.Start; token < name.Tokens.End; token++) tokens.Add(token);
        }

        return tokens;
    }

    private sealed record Found(ImmutableArray<TimeExpression> Expressions);
}
