using System.Collections.Immutable;
using Heliograph.Extraction;

namespace Heliograph.Evaluation;

/// <summary>What was found for each pair of parties.</summary>
/// <param name="Answers">Each pair with the event taken for it, or null, and whether some event has both parties and the right type.</param>
public sealed record PairScores(ImmutableArray<(GoldPair Gold, Event? Found, bool Whole)> Answers)
{
    /// <summary>One tally a type, in ordinal order of the types of the gold. A pair without an event is missed.</summary>
    public IReadOnlyList<(string Metric, Tally Tally)> Types =>
    [
        .. Answers.Select(answer => answer.Gold.Type).Distinct().Order(StringComparer.Ordinal).Select(type => (type, new Tally(
            Answers.Count(answer => answer.Gold.Type == type),
            Answers.Count(answer => TypeOf(answer.Found) == type),
            Answers.Count(answer => answer.Gold.Type == type && TypeOf(answer.Found) == type)))),
    ];

    /// <summary>The mean of the types' F1, from 0 to 1.</summary>
    public double MacroF1 => Answers.IsEmpty ? 0 : Types.Average(type => type.Tally.F1);

    /// <summary>Pairs for which the event taken is of the right type.</summary>
    public Tally Right => new(Answers.Length, Answers.Count(answer => answer.Found is not null), Answers.Count(IsRight));

    /// <summary>Pairs for which an event has the one party as its actor, the other as its recipient, and the right type.</summary>
    public Tally Whole => new(Answers.Length, Answers.Count(answer => answer.Found is not null), Answers.Count(answer => answer.Whole));

    /// <summary>Each score with a short name.</summary>
    public IReadOnlyList<(string Metric, Tally Tally)> All => [.. Types, ("Type of the pair", Right), ("Both parties and type", Whole)];

    private static bool IsRight((GoldPair Gold, Event? Found, bool Whole) answer) => TypeOf(answer.Found) == answer.Gold.Type;

    private static string? TypeOf(Event? found) => found is null ? null : GoldPair.TypeOf(found.Type);
}
