using Heliograph.Extraction;

namespace Heliograph.Evaluation;

/// <summary>Clauses found beside people's judgements of whether they happened.</summary>
/// <param name="Judged">A finding with the mean of the judgements of it, from −3 to +3; in the order of the gold.</param>
public sealed record FactualityScores(IReadOnlyList<(ClauseFinding Found, double Gold)> Judged)
{
    /// <summary>Pearson's r between the graded score and the human mean, from −1 to 1.</summary>
    public double ScoreCorrelation => Pearson([.. Judged.Select(pair => (pair.Found.Score, pair.Gold))]);

    /// <summary>Pearson's r between what the rules alone find and the human mean, from −1 to 1.</summary>
    /// <remarks>Happened and ongoing count 3, did not happen −3, and all that is open −1: people asked whether a planned,
    /// possible or conditional thing happened mostly say no.</remarks>
    public double RuleCorrelation => Pearson([.. Judged.Select(pair => (Value(pair.Found.Factuality), pair.Gold))]);

    /// <summary>What people say happened (a mean above 0), against a score above 0.</summary>
    public Tally Happened => Signs(1);

    /// <summary>What people say did not happen (a mean of 0 or less), against a score of 0 or less.</summary>
    public Tally DidNot => Signs(-1);

    /// <summary>Each score with a short name.</summary>
    public IReadOnlyList<(string Metric, Tally Tally)> All => [("Happened", Happened), ("Did not", DidNot)];

    /// <summary>Pearson's r of pairs; 0 where one side does not vary.</summary>
    public static double Pearson(IReadOnlyList<(double One, double Other)> pairs)
    {
        if (pairs.Count == 0) return 0;
        var (one, other) = (pairs.Average(pair => pair.One), pairs.Average(pair => pair.Other));
        var (together, alone, beside) = (0.0, 0.0, 0.0);
        foreach (var pair in pairs)
        {
            var (a, b) = (pair.One - one, pair.Other - other);
            (together, alone, beside) = (together + a * b, alone + a * a, beside + b * b);
        }

        return alone == 0 || beside == 0 ? 0 : together / Math.Sqrt(alone * beside);
    }

    private static double Value(Factuality factuality) => factuality switch
    {
        Factuality.Happened or Factuality.Ongoing => 3,
        Factuality.DidNotHappen => -3,
        _ => -1,
    };

    private Tally Signs(int sign)
    {
        var (gold, found, right) = (0, 0, 0);
        foreach (var (finding, value) in Judged)
        {
            var (isGold, isFound) = ((value > 0 ? 1 : -1) == sign, (finding.Score > 0 ? 1 : -1) == sign);
            if (isGold) gold++;
            if (isFound) found++;
            if (isGold && isFound) right++;
        }

        return new(gold, found, right);
    }
}
