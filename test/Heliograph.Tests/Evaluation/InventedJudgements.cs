using Heliograph.Documents;
using Heliograph.Evaluation;
using Heliograph.Extraction;
using Heliograph.Ledger;

namespace Heliograph.Tests.Evaluation;

/// <summary>Invented events of invented reports, judged by an invented person.</summary>
internal static class InventedJudgements
{
    private static readonly string[] Rules = ["seize.verb", "meet.verb", "warn.verb", "march.verb"];
    private static readonly string[] Types = ["COERCE", "CONSULT", "THREATEN", "PROTEST"];

    /// <summary>Four events a report, each of one rule and with a confidence of its own; right or wrong as asked.</summary>
    /// <param name="reports">How many reports.</param>
    /// <param name="isRight">Of rule, confidence and dice, whether an event is right.</param>
    /// <param name="seed">Of the dice.</param>
    public static IEnumerable<Judgement> Of(int reports, Func<string, double, Random, bool> isRight, int seed = 7)
    {
        var dice = new Random(seed);
        for (var i = 0; i < reports; i++)
        {
            var report = new Report($"Korvan notice {i}: seized met warned marched.") { Input = $"notice-{i}.txt" };
            for (var k = 0; k < Rules.Length; k++)
            {
                var confidence = Math.Round(0.55 + 0.4 * dice.NextDouble(), 2);
                yield return new(Event(report, k, confidence), isRight(Rules[k], confidence, dice));
            }
        }
    }

    /// <summary>The k-th event of a report of such words.</summary>
    public static EventEntry Event(Report report, int k, double? confidence)
    {
        var start = report.Text.IndexOf(": ", StringComparison.Ordinal) + 2 + k;
        var told = new EventEntry
        {
            Report = report.Id,
            Plover = Types[k],
            Cameo = "17",
            Trigger = new(report, [new(start, start + 1)]),
            Factuality = Factuality.Happened,
            Confidence = confidence,
            Rule = Rules[k],
        };
        return told with { Id = new EntryId(new(report.Text)).Of(told) };
    }
}
