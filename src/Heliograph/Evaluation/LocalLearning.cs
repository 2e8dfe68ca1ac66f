using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Heliograph.Analysis;
using Heliograph.Ledger;

namespace Heliograph.Evaluation;

/// <summary>What came of fitting confidence and veto to local corrections.</summary>
/// <param name="Judged">How many judgements of entries with a confidence there are.</param>
/// <param name="Right">How many of them say that the entry was right.</param>
/// <param name="Events">How many are of events; the others are of statements.</param>
/// <param name="Reports">How many reports they stand in.</param>
/// <param name="Before">The shipped confidence, with no veto; null where there are too few judgements to try.</param>
/// <param name="After">The fitted one, each judgement by a fit that has not seen its report; null likewise.</param>
/// <param name="Gain">By how much the Brier score falls.</param>
/// <param name="Error">The standard error of the gain, reports taken as wholes.</param>
/// <param name="Learnt">What was learnt from all judgements; null where there was no gain.</param>
public sealed record LocalLearning(
    int Judged, int Right, int Events, int Reports, LocalScores? Before, LocalScores? After, double Gain, double Error, LocalConfidence? Learnt)
{
    /// <summary>Fewer judgements than this are not learnt from.</summary>
    public const int LeastJudgements = 50;

    /// <summary>Judgements of fewer reports than this are not learnt from.</summary>
    public const int LeastReports = 10;

    /// <summary>Fewer right ones, or fewer wrong ones, than this are not learnt from: they are no picture of what is read.</summary>
    public const int LeastOfEach = 10;

    /// <summary>The gain asked for where nobody says: of the Brier score, and of F1 for the veto.</summary>
    public const double LeastGain = 0.005;

    private const int Folds = 5;
    private const double Errors = 2; // by how many standard errors a gain must stand above nought

    /// <summary>Fits, and tries the fit on reports held out.</summary>
    /// <param name="judgements">In any order; those of entries without a confidence are passed over.</param>
    /// <param name="reader">The program and the model whose confidences they are of.</param>
    /// <param name="leastGain">The least gain in Brier score, and for the veto in F1, that is worth a change; 0 or more.</param>
    public static LocalLearning Of(IEnumerable<Judgement> judgements, string reader, double leastGain = LeastGain)
    {
        // One order, whatever order they came in: sums depend on it in their last digits.
        var all = judgements.Where(one => LocalConfidence.Shipped(one.Entry) is not null)
            .OrderBy(one => one.Entry.Report, StringComparer.Ordinal).ThenBy(one => one.Entry.Position)
            .ThenBy(one => one.Entry.Id, StringComparer.Ordinal).ThenBy(one => one.IsRight).ToList();
        var reports = all.Select(one => one.Entry.Report).Distinct().Count();
        var none = new LocalLearning(
            all.Count, all.Count(one => one.IsRight), all.Count(one => one.Entry is EventEntry), reports, null, null, 0, 0, null);
        if (all.Count < LeastJudgements || reports < LeastReports || Math.Min(none.Right, none.Judged - none.Right) < LeastOfEach) return none;

        var folds = all.Select(one => FoldOf(one.Entry.Report)).ToArray();
        var (heldOut, bounds) = HeldOut(all, folds);
        var before = LocalScores.Of(all, [.. all.Select(one => Bounded(LocalConfidence.Shipped(one.Entry)!.Value))], _ => false);
        var vetoed = LocalScores.Of(all, heldOut, i => LocalFit.IsVetoed(heldOut[i], bounds[folds[i]]));
        var (gain, error) = GainOf(all, before.Judged.Judged, heldOut);
        var recalibrates = gain >= leastGain && gain >= Errors * error;
        var bound = recalibrates && IsWorth(before, vetoed, leastGain) ? LocalFit.Veto(all, heldOut) : 0;
        var after = bound > 0 ? vetoed : LocalScores.Of(all, heldOut, _ => false);
        var found = none with { Before = before, After = recalibrates ? after : vetoed, Gain = gain, Error = error };
        return !recalibrates ? found : found with
        {
            Learnt = new()
            {
                From = new(reader, all.Count, none.Right, reports, Digest(all), Short(before.Brier), Short(after.Brier), Short(before.Kept.F1), Short(after.Kept.F1)),
                Weights = LocalFit.Weights(all),
                VetoBelow = bound / 100.0,
            },
        };
    }

    // A veto must gain, and be right more often than chance would have it.
    private static bool IsWorth(LocalScores before, LocalScores vetoed, double leastGain) =>
        vetoed.Kept.F1 - before.Kept.F1 >= leastGain
        && vetoed.VetoedWrong - vetoed.VetoedRight > Errors * Math.Sqrt(vetoed.VetoedWrong + vetoed.VetoedRight);

    /// <summary>The confidence of each judged entry by a fit to the other parts, and for each part the bound that those give.</summary>
    private static (double[] Confidences, int[] Bounds) HeldOut(List<Judgement> all, int[] folds)
    {
        var (confidences, bounds) = (new double[all.Count], new int[Folds]);
        var pairs = new Dictionary<(int, int), IReadOnlyDictionary<string, double>>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var outside = Enumerable.Range(0, all.Count).Where(i => folds[i] != fold).ToList();
            foreach (var i in Enumerable.Range(0, all.Count).Where(i => folds[i] == fold)) confidences[i] = Sure(all[i], Without(fold, fold));
            // the bound is chosen on what the fits of this part's others have not seen either
            bounds[fold] = LocalFit.Veto([.. outside.Select(i => all[i])], [.. outside.Select(i => Sure(all[i], Without(fold, folds[i])))]);
        }

        return (confidences, bounds);

        IReadOnlyDictionary<string, double> Without(int one, int other)
        {
            var key = (Math.Min(one, other), Math.Max(one, other));
            if (!pairs.TryGetValue(key, out var weights))
            {
                pairs[key] = weights = LocalFit.Weights([.. all.Where((_, i) => folds[i] != one && folds[i] != other)]);
            }

            return weights;
        }
    }

    private static double Sure(Judgement judgement, IReadOnlyDictionary<string, double> weights) =>
        LocalConfidence.Of(weights, judgement.Entry, LocalConfidence.Shipped(judgement.Entry)!.Value);

    // Entries of one report are alike: the error is that of a mean over reports of unequal size.
    private static (double Gain, double Error) GainOf(List<Judgement> all, IReadOnlyList<(double Confidence, bool IsRight)> before, double[] after)
    {
        var gains = all.Select((one, i) => LocalScores.Square(before[i].Confidence, one.IsRight) - LocalScores.Square(after[i], one.IsRight)).ToArray();
        var mean = gains.Sum() / all.Count;
        var squares = Enumerable.Range(0, all.Count).GroupBy(i => all[i].Entry.Report, StringComparer.Ordinal)
            .Select(report => report.Sum(i => gains[i] - mean)).Sum(sum => sum * sum);
        return (mean, Math.Sqrt(squares) / all.Count);
    }

    private static int FoldOf(string report) =>
        (int)(BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(report))) % Folds);

    private static string Digest(List<Judgement> all) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Concat(all.Select(one => $"{one.Entry.Report} {one.Entry.Id} {(one.IsRight ? "right" : "wrong")}\n")))));

    private static double Bounded(double share) => Math.Clamp(share, 0.01, 0.99);

    private static double Short(double share) => Math.Round(share, 4);
}
