using System.Collections.Immutable;
using System.Globalization;
using Heliograph.Store;

namespace Heliograph.Web.Pages.Dossiers;

/// <summary>Acts by month, or by quarter or year where they reach far, in the four classes.</summary>
/// <param name="Periods">Every period from the first with acts to the last; empty where no act has a day.</param>
/// <param name="Unit">month, quarter or year.</param>
/// <param name="Undated">How many acts have no day.</param>
/// <param name="Earlier">How many lie before the first period that is shown.</param>
public sealed record Strip(ImmutableArray<StripPeriod> Periods, string Unit, long Undated, long Earlier)
{
    private const int MostPeriods = 36; // keeps bars wide enough to be seen, and the table behind them under 100 kB

    /// <summary>The most acts that one class has in one period, of cooperation or of conflict.</summary>
    public long Peak => Periods.SelectMany(period => period.Counts).DefaultIfEmpty().Max();

    /// <summary>All acts of a class.</summary>
    /// <param name="kind">The place of the class in <see cref="ActClass.All"/>.</param>
    /// <param name="conflict">Whether conflict is asked for, not cooperation.</param>
    public long Sum(int kind, bool conflict) => Periods.Sum(period => period.Of(kind, conflict));

    /// <summary>Lays acts out over time.</summary>
    /// <param name="acts">The acts of one direction.</param>
    /// <param name="others">Those of the other: both are laid out over the same periods.</param>
    public static Strip Of(IReadOnlyList<ActTally> acts, IReadOnlyList<ActTally> others)
    {
        var undated = acts.Where(one => one.Month.Length == 0).Sum(one => one.Count);
        var months = acts.Concat(others).Where(one => one.Month.Length > 0).Select(one => Month(one.Month)).ToList();
        if (months.Count == 0) return new([], "month", undated, 0);
        var (first, last) = (months.Min(), months.Max());
        var (step, unit) = (last - first + 1) switch
        {
            <= MostPeriods => (1, "month"),
            <= 3 * (MostPeriods - 1) => (3, "quarter"),
            _ => (12, "year"),
        };
        first -= first % step;
        first = Math.Max(first, last - (last % step) - (step * (MostPeriods - 1)));
        var counts = new long[((last - first) / step) + 1, 2 * ActClass.All.Length];
        var earlier = 0L;
        foreach (var one in acts.Where(one => one.Month.Length > 0))
        {
            var month = Month(one.Month);
            if (month < first) earlier += one.Count;
            else counts[(month - first) / step, Place(ActClass.Of(one), one.Quad > 2)] += one.Count;
        }

        return new(
            [
                .. Enumerable.Range(0, counts.GetLength(0)).Select(i => new StripPeriod(
                    Label(first + (i * step), unit), Day(first + (i * step)), Day(first + ((i + 1) * step)),
                    [.. Enumerable.Range(0, counts.GetLength(1)).Select(k => counts[i, k])])),
            ], unit, undated, earlier);
    }

    internal static int Place(int kind, bool conflict) => (2 * kind) + (conflict ? 1 : 0);

    // Months are counted from January of the year 0
    private static int Month(string text) =>
        (12 * int.Parse(text.AsSpan(0, 4), CultureInfo.InvariantCulture)) + int.Parse(text.AsSpan(5, 2), CultureInfo.InvariantCulture) - 1;

    private static DateOnly Day(int month) => month / 12 is > 0 and < 10_000 and var year ? new(year, (month % 12) + 1, 1) : DateOnly.MaxValue;

    private static string Label(int month, string unit) => unit switch
    {
        "month" => string.Create(CultureInfo.InvariantCulture, $"{month / 12:0000}-{(month % 12) + 1:00}"),
        "quarter" => string.Create(CultureInfo.InvariantCulture, $"{month / 12:0000} Q{(month % 12 / 3) + 1}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{month / 12:0000}"),
    };
}
