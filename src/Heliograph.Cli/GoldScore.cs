using Heliograph.Evaluation;

namespace Heliograph.Cli;

/// <summary>The scores of one gold file.</summary>
/// <param name="File">The file's name without its folder.</param>
/// <param name="Rows">Each score with its name; no name twice.</param>
/// <param name="Notes">What is missed and what is extra, one line each, and what the reader of the scores should know.</param>
internal sealed record GoldScore(
    string File, IReadOnlyList<(string Metric, Tally Tally)> Rows, IReadOnlyList<string> Notes)
{
    /// <summary>The scores of chains of mentions, compared by whole spans; null where none were scored.</summary>
    public ChainScores? Chains { get; init; }

    /// <summary>The same, compared by the heads of the mentions.</summary>
    public ChainScores? ChainsByHead { get; init; }

    /// <summary>Scores that are no shares, such as correlations, each with its name; may be empty.</summary>
    public IReadOnlyList<(string Name, double Value)> Figures { get; init; } = [];

    /// <summary>How well confidences are calibrated; null where none were judged.</summary>
    public Calibration? Calibration { get; init; }

    /// <summary>The scores of several files of one layer taken together.</summary>
    public static GoldScore Total(IReadOnlyList<GoldScore> files) => new(
        "total",
        [.. files.SelectMany(file => file.Rows).GroupBy(row => row.Metric, StringComparer.Ordinal)
            .Select(rows => (rows.Key, rows.Select(row => row.Tally).Aggregate((a, b) => a + b)))],
        [])
    {
        Chains = Sum(files.Select(file => file.Chains)),
        ChainsByHead = Sum(files.Select(file => file.ChainsByHead)),
        Figures = files.Count == 1 ? files[0].Figures : [], // correlations do not add up
    };

    private static ChainScores? Sum(IEnumerable<ChainScores?> files) =>
        files.Aggregate((a, b) => a is null ? b : b is null ? a : a.Add(b));
}
