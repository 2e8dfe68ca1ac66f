using System.Collections.Immutable;
using Heliograph.Language.Networks;
using Heliograph.Ledger;

namespace Heliograph.Analysis;

/// <summary>How sure entries are in the light of local corrections, and which events are too unsure to be kept.</summary>
/// <remarks>
/// The log odds of the shipped confidence, moved by a weight for each sign of the entry: its kind, rule, type or act,
/// factuality or manner, whose word it is. The room of evaluation fits it (<c>LocalLearning</c>). Immutable; safe to share.
/// </remarks>
public sealed class LocalConfidence
{
    /// <summary>Weights are kept to so many places, in memory as in the file, so that both give the same confidence.</summary>
    public const int WeightPlaces = 4;

    /// <summary>What it was fitted to.</summary>
    public required LearntFrom From { get; init; }

    /// <summary>A weight for each sign; signs that are not here weigh nothing.</summary>
    public required ImmutableSortedDictionary<string, double> Weights { get; init; }

    /// <summary>Events less sure than this are left out, unless a person judged their words; 0 where none is.</summary>
    public double VetoBelow { get; init; }

    /// <summary>The confidence of an entry as shipped, whatever local corrections made of it; null where there is none.</summary>
    public static double? Shipped(Entry entry) => entry switch
    {
        EventEntry told => told.ShippedConfidence ?? told.Confidence,
        StatementEntry statement => statement.ShippedConfidence ?? statement.Confidence,
        _ => null,
    };

    /// <summary>The confidence of an entry by these weights, from 0.01 to 0.99 in hundredths; null where it had none as shipped.</summary>
    public double? Of(Entry entry) => Shipped(entry) is { } shipped ? Of(Weights, entry, shipped) : null;

    /// <summary>The entries of a report with their fitted confidence, without the events that are vetoed.</summary>
    /// <param name="entries">The entries as the coder made them.</param>
    /// <param name="isJudged">Whether a person judged an entry's words: these are never vetoed.</param>
    /// <returns>The entries in the same order, with the same ids, and how many events were left out.</returns>
    public (ImmutableArray<Entry> Kept, int Vetoed) Apply(ImmutableArray<Entry> entries, Func<Entry, bool> isJudged)
    {
        var kept = ImmutableArray.CreateBuilder<Entry>(entries.Length);
        foreach (var entry in entries)
        {
            var sure = Of(entry);
            if (entry is EventEntry && sure < VetoBelow && !isJudged(entry)) continue;
            kept.Add(sure is null ? entry : entry switch
            {
                EventEntry told => told with { Confidence = sure, ShippedConfidence = Shipped(told) },
                StatementEntry statement => statement with { Confidence = sure, ShippedConfidence = Shipped(statement) },
                _ => entry,
            });
        }

        return (kept.ToImmutable(), entries.Length - kept.Count);
    }

    /// <summary>The confidence that weights give an entry.</summary>
    internal static double Of(IReadOnlyDictionary<string, double> weights, Entry entry, double shipped)
    {
        var sum = LocalSigns.Odds(shipped);
        foreach (var (name, value) in LocalSigns.Of(entry, shipped)) sum += weights.GetValueOrDefault(name) * value;
        return Math.Clamp(Math.Floor(Share(sum) * 100 + 0.5), 1, 99) / 100;
    }

    /// <summary>Log odds as a share.</summary>
    internal static double Share(double odds) => 1 / (1 + Elementary.Exp(-odds));
}
