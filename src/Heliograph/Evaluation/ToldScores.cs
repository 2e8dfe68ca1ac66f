using System.Collections.Immutable;

namespace Heliograph.Evaluation;

/// <summary>Events of single sentences beside how a person says they stand to the world.</summary>
/// <param name="Matches">Each marked event with the one found that comes nearest to it, and whether the factuality of the
/// trigger is right whatever event was found; in the order of the gold.</param>
public sealed record ToldScores(ImmutableArray<(MarkedEvent Gold, EventMatch Match, bool Trigger)> Matches)
{
    /// <summary>Each score with a short name: the types, the factuality of those events whose type is right, and that of all
    /// triggers, the last in a row for each factuality too.</summary>
    public IReadOnlyList<(string Metric, Tally Tally)> All =>
    [
        ("Type", new(Matches.Length, Matches.Count(pair => pair.Match.System is not null), Typed.Count())),
        ("Told as", Share(Typed, pair => pair.Match.Factuality)),
        ("Told as, held out", Share(Typed.Where(pair => pair.Gold.IsHeldOut), pair => pair.Match.Factuality)),
        ("Trigger", Share(Matches, pair => pair.Trigger)),
        ("Trigger, held out", Share(Matches.Where(pair => pair.Gold.IsHeldOut), pair => pair.Trigger)),
        .. Matches.GroupBy(pair => pair.Gold.Event.Factuality, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => ($"  {group.Key}", Share(group, pair => pair.Trigger))),
    ];

    private IEnumerable<(MarkedEvent Gold, EventMatch Match, bool Trigger)> Typed => Matches.Where(pair => pair.Match.Type);

    private static Tally Share(
        IEnumerable<(MarkedEvent Gold, EventMatch Match, bool Trigger)> pairs, Func<(MarkedEvent Gold, EventMatch Match, bool Trigger), bool> isRight)
    {
        var all = pairs.ToList();
        return new(all.Count, all.Count, all.Count(isRight));
    }
}
