using System.Collections.Immutable;
using System.Globalization;
using Heliograph.Store;

namespace Heliograph.Web.Pages.Views;

/// <summary>The events of a filter over time.</summary>
/// <param name="Step">How long a column is.</param>
/// <param name="Columns">The columns from the first to the last, empty ones between them too; empty where no event has a day.</param>
/// <param name="Undated">How many events have no day.</param>
/// <param name="Earlier">How many lie before the first column: few, far away, and not drawn.</param>
/// <param name="Later">How many lie behind the last one.</param>
public sealed record TimelineView(TimeStep Step, ImmutableArray<TimeColumn> Columns, long Undated, long Earlier, long Later)
{
    private const int MostDays = 62;         // two months of days fit side by side,
    private const int MostDaysInWeeks = 550; // a year and a half of weeks,
    private const int MostDaysInMonths = 3660; // ten years of months,
    private const int MostYears = 150;
    private const double Stray = 0.05;       // of the events at either end may lie far away and be told in a line
    private const int Far = 4;               // times as long as the rest is far

    /// <summary>All columns together.</summary>
    public TimeColumn? Whole => Columns.IsEmpty
        ? null
        : new(Columns[0].From, Columns[^1].Until, Step, [.. Enumerable.Range(0, 16).Select(i => Columns.Sum(column => column.Counts[i]))]);

    /// <summary>Asks the ledger.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="filter">The filter; of its entries only the events are shown.</param>
    public static TimelineView Of(LedgerStore store, EntryFilter filter)
    {
        var tallies = store.Times(filter, TallyBy.Month);
        var undated = tallies.Where(tally => tally.Key.Length == 0).Sum(tally => tally.Count);
        var months = tallies.Where(tally => tally.Key.Length == 7).ToList();
        if (months.Count == 0) return new(TimeStep.Month, [], undated, 0, 0);
        var (from, until) = Span(filter, months);
        var step = Chosen(from, until);
        if (step == TimeStep.Year && until.Year - from.Year > MostYears) from = new(until.Year - MostYears, 1, 1);
        var drawn = months;
        if (step is TimeStep.Day or TimeStep.Week)
        {
            drawn = [.. store.Times(filter with { From = from, Until = until }, TallyBy.Day).Where(tally => tally.Key.Length == 10)];
            if (filter.From is null && drawn.Count > 0) from = Day(drawn[0].Key);
            if (filter.Until is null && drawn.Count > 0) until = After(Day(drawn[^1].Key), TimeStep.Day);
        }

        var first = Begin(from, step);
        return new(
            step, Filled(drawn, first, until, step), undated,
            months.Where(month => After(Day(month.Key), TimeStep.Month) <= first).Sum(month => month.Count),
            months.Where(month => Day(month.Key) >= until).Sum(month => month.Count));
    }

    private static (DateOnly From, DateOnly Until) Span(EntryFilter filter, List<TimeTally> months)
    {
        var (first, last) = (Day(months[0].Key), Day(months[^1].Key));
        var (near, end) = Middle(months);
        if (last.DayNumber - first.DayNumber > Far * (end.DayNumber - near.DayNumber + 31)) (first, last) = (near, end);
        return (filter.From ?? first, filter.Until ?? After(last, TimeStep.Month));
    }

    // The months between which all events lie but a few at either end
    private static (DateOnly First, DateOnly Last) Middle(List<TimeTally> months)
    {
        var most = months.Sum(month => month.Count) * Stray;
        return (At(months), At(months.AsEnumerable().Reverse()));

        DateOnly At(IEnumerable<TimeTally> inOrder)
        {
            var passed = 0L;
            return Day(inOrder.First(month => (passed += month.Count) > most).Key);
        }
    }

    private static TimeStep Chosen(DateOnly from, DateOnly until) => (until.DayNumber - from.DayNumber) switch
    {
        <= MostDays => TimeStep.Day,
        <= MostDaysInWeeks => TimeStep.Week,
        <= MostDaysInMonths => TimeStep.Month,
        _ => TimeStep.Year,
    };

    private static ImmutableArray<TimeColumn> Filled(IEnumerable<TimeTally> tallies, DateOnly first, DateOnly until, TimeStep step)
    {
        var counts = new Dictionary<DateOnly, long[]>();
        foreach (var tally in tallies)
        {
            var begin = Begin(Day(tally.Key), step);
            if (!counts.TryGetValue(begin, out var column)) counts.Add(begin, column = new long[16]);
            column[TimeColumn.At(tally.Quad, StandingNames.Of(tally.Factuality, tally.IsVoiced))] += tally.Count;
        }

        var columns = ImmutableArray.CreateBuilder<TimeColumn>();
        for (var at = first; at < until; at = After(at, step))
        {
            columns.Add(new(at, After(at, step), step, [.. counts.GetValueOrDefault(at, new long[16])]));
            if (After(at, step) == DateOnly.MaxValue) break;
        }

        return columns.ToImmutable();
    }

    private static DateOnly Begin(DateOnly day, TimeStep step) => step switch
    {
        TimeStep.Day => day,
        TimeStep.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)), // the first day of all is a Monday
        TimeStep.Month => new(day.Year, day.Month, 1),
        _ => new(day.Year, 1, 1),
    };

    private static DateOnly After(DateOnly day, TimeStep step) => day.Year == DateOnly.MaxValue.Year ? DateOnly.MaxValue : step switch
    {
        TimeStep.Day => day.AddDays(1),
        TimeStep.Week => day.AddDays(7),
        TimeStep.Month => day.AddMonths(1),
        _ => day.AddYears(1),
    };

    private static DateOnly Day(string key) => DateOnly.ParseExact(key.Length == 7 ? key + "-01" : key, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
