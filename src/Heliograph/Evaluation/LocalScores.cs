using Heliograph.Language.Networks;
using Heliograph.Ledger;

namespace Heliograph.Evaluation;

/// <summary>What a confidence and a veto are worth on judged entries.</summary>
/// <param name="Judged">The confidence of each entry, from 0 to 1 but neither of them, and whether it was right.</param>
/// <param name="Kept">The events: right ones, kept ones, right ones that were kept.</param>
/// <param name="VetoedRight">Events left out that were right.</param>
/// <param name="VetoedWrong">Events left out that were wrong.</param>
public sealed record LocalScores(Calibration Judged, Tally Kept, int VetoedRight, int VetoedWrong)
{
    /// <summary>The mean square of what confidence and truth differ by (Brier 1950), from 0 to 1; 0 where nothing is judged.</summary>
    public double Brier => Mean(one => Square(one.Confidence, one.IsRight));

    /// <summary>The mean surprise at the truth, in nats; 0 where nothing is judged.</summary>
    public double LogLoss => Mean(one => -Elementary.Log(one.IsRight ? one.Confidence : 1 - one.Confidence));

    /// <summary>Scores judgements.</summary>
    /// <param name="judgements">The judgements.</param>
    /// <param name="confidences">The confidence of each.</param>
    /// <param name="vetoed">Whether each is left out.</param>
    internal static LocalScores Of(IReadOnlyList<Judgement> judgements, IReadOnlyList<double> confidences, Func<int, bool> vetoed)
    {
        var judged = judgements.Select((judgement, i) => (confidences[i], judgement.IsRight)).ToList();
        var events = Enumerable.Range(0, judgements.Count).Where(i => judgements[i].Entry is EventEntry).ToList();
        var kept = events.Where(i => !vetoed(i)).ToList();
        var (right, rightKept) = (events.Count(i => judgements[i].IsRight), kept.Count(i => judgements[i].IsRight));
        return new(
            new(judged), new(right, kept.Count, rightKept), right - rightKept, events.Count - kept.Count - (right - rightKept));
    }

    /// <summary>The square of what a confidence and the truth differ by.</summary>
    internal static double Square(double confidence, bool isRight) => isRight ? (1 - confidence) * (1 - confidence) : confidence * confidence;

    private double Mean(Func<(double Confidence, bool IsRight), double> of) => Judged.Judged.Sum(of) / Math.Max(1, Judged.Judged.Count);
}
