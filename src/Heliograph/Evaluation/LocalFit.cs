using System.Collections.Immutable;
using Heliograph.Analysis;
using Heliograph.Ledger;

namespace Heliograph.Evaluation;

/// <summary>Fits weights, and the bound of the veto, to judgements.</summary>
/// <remarks>Logistic regression with a ridge; the log odds of the shipped confidence are its starting point.</remarks>
internal static class LocalFit
{
    // What draws a weight to nought: as much as two judgements at even odds for each unit of its square. A sign needs
    // about a dozen judgements that agree before it turns a confidence of 0.7 around. Set beforehand, not tuned.
    private const double Ridge = 2;
    private const double Nothing = 0.005; // weights below it are left out of the table
    private const double LeastKept = 0.9; // the share of right events that a veto must leave
    private const int LowestVeto = 2;   // hundredths
    private const int HighestVeto = 50; // hundredths: what is more likely right than wrong is never left out

    /// <summary>The weights that fit judgements best. The same for the same judgements in the same order.</summary>
    public static ImmutableSortedDictionary<string, double> Weights(IReadOnlyList<Judgement> judgements)
    {
        var signs = judgements.Select(one => LocalSigns.Of(one.Entry, LocalConfidence.Shipped(one.Entry)!.Value).ToArray()).ToArray();
        var names = signs.SelectMany(row => row).Select(sign => sign.Name).Distinct().Order(StringComparer.Ordinal).ToArray();
        var columns = names.Select((name, column) => (name, column)).ToDictionary(pair => pair.name, pair => pair.column, StringComparer.Ordinal);
        var weights = RidgeRegression.Fit(
            [.. signs.Select(row => row.Select(sign => (columns[sign.Name], sign.Value)).ToArray())],
            [.. judgements.Select(one => LocalSigns.Odds(LocalConfidence.Shipped(one.Entry)!.Value))],
            [.. judgements.Select(one => one.IsRight)],
            names.Length, Ridge);

        return names
            .Select((name, column) => KeyValuePair.Create(name, Math.Round(weights[column], LocalConfidence.WeightPlaces)))
            .Where(pair => Math.Abs(pair.Value) >= Nothing)
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    /// <summary>The bound below which events are best left out: that of the highest F1 of events kept being right, as long as
    /// nine in ten of the right ones are kept.</summary>
    /// <param name="judgements">Judgements.</param>
    /// <param name="confidences">A confidence for each, fitted to others than it.</param>
    /// <returns>In hundredths; 0 where keeping all is as good.</returns>
    public static int Veto(IReadOnlyList<Judgement> judgements, IReadOnlyList<double> confidences)
    {
        var (best, bound) = (F1(0), 0);
        for (var below = LowestVeto; below <= HighestVeto; below++)
        {
            var f1 = F1(below);
            if (f1 > best) (best, bound) = (f1, below);
        }

        return bound;

        double F1(int below)
        {
            var (gold, kept, right) = (0, 0, 0);
            for (var i = 0; i < judgements.Count; i++)
            {
                if (judgements[i].Entry is not EventEntry) continue;
                if (judgements[i].IsRight) gold++;
                if (IsVetoed(confidences[i], below)) continue;
                kept++;
                if (judgements[i].IsRight) right++;
            }

            return right < LeastKept * gold ? 0 : new Tally(gold, kept, right).F1;
        }
    }

    /// <summary>Whether a confidence, in hundredths as <see cref="LocalConfidence"/> gives it, lies below a bound.</summary>
    public static bool IsVetoed(double confidence, int below) => confidence < below / 100.0;
}
