using Heliograph.Language.Networks;
using Heliograph.Ledger;

namespace Heliograph.Analysis;

/// <summary>What of an entry local corrections can teach about: its kind, its confidence, its rule, its codes, whose word it is.</summary>
internal static class LocalSigns
{
    private const double Surest = 0.99; // a share beyond it, or below its counterpart, counts as it

    /// <summary>Each sign with its value. A sign whose name could not stand on a line of a file is left out.</summary>
    /// <param name="entry">An event or a statement; anything else has no sign.</param>
    /// <param name="shipped">Its confidence as shipped, from 0 to 1.</param>
    public static IEnumerable<(string Name, double Value)> Of(Entry entry, double shipped)
    {
        if (entry is not (EventEntry or StatementEntry)) yield break;
        yield return (entry.Kind, 1);
        yield return ($"{entry.Kind} odds", Odds(shipped));
        foreach (var (sign, value) in Codes(entry))
        {
            if (value.Length > 0 && !value.Any(char.IsControl)) yield return ($"{entry.Kind} {sign} {value}", 1);
        }
    }

    /// <summary>The logarithm of the odds of a share, bounded.</summary>
    public static double Odds(double share)
    {
        var bounded = Math.Clamp(share, 1 - Surest, Surest);
        return Elementary.Log(bounded / (1 - bounded));
    }

    private static IEnumerable<(string Sign, string Value)> Codes(Entry entry)
    {
        switch (entry)
        {
            case EventEntry told:
                yield return ("rule", told.Rule);
                yield return ("type", told.Plover);
                yield return ("factuality", Terms.Of(told.Factuality));
                yield return ("voice", told.Voice.IsEmpty ? "outlet" : "source");
                break;
            case StatementEntry statement:
                yield return ("rule", statement.Rule);
                yield return ("act", statement.Act);
                yield return ("manner", Terms.Of(statement.Manner));
                yield return ("naming", Terms.Of(statement.Naming));
                break;
        }
    }
}
