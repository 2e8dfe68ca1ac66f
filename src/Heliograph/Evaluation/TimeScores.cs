namespace Heliograph.Evaluation;

/// <summary>How well expressions of time are found and placed in the calendar.</summary>
public sealed record TimeScores
{
    /// <summary>Expressions with both ends right, without the preposition in front.</summary>
    public Tally Spans { get; init; }

    /// <summary>Expressions that share at least one character with a gold one; each counts once.</summary>
    public Tally Overlapping { get; init; }

    /// <summary>Expressions found whose interval and granularity are right, or which are rightly left without.</summary>
    public Tally Values { get; init; }

    /// <summary>The same in the rows whose errors nobody reads: every third.</summary>
    public Tally HeldOut { get; init; }

    /// <summary>Each score with a short name.</summary>
    public IReadOnlyList<(string Metric, Tally Tally)> All =>
        [("Spans, exact", Spans), ("Spans, overlapping", Overlapping), ("Values", Values), ("Values, held out", HeldOut)];

    /// <summary>The scores of two sets of texts taken together.</summary>
    public TimeScores Add(TimeScores other) => new()
    {
        Spans = Spans + other.Spans,
        Overlapping = Overlapping + other.Overlapping,
        Values = Values + other.Values,
        HeldOut = HeldOut + other.HeldOut,
    };
}
