namespace Heliograph.Store;

/// <summary>Counts the standing entries of a filter by what it can be narrowed by.</summary>
internal sealed class LedgerFacets(Connection home)
{
    /// <summary>How many entries a filter asks for, by key, in no order; those without a key are left out.</summary>
    /// <param name="filter">Which of them.</param>
    /// <param name="by">Type, mode, factuality, outlet, country or month.</param>
    public List<Tally> Counts(EntryFilter filter, TallyBy by)
    {
        var isOfEvents = by is TallyBy.Mode or TallyBy.Factuality or TallyBy.Country; // nothing else has one, so that the kind need not be looked up
        if (isOfEvents && !filter.Kinds.IsEmpty && !filter.Kinds.Contains("event")) return [];
        var conditions = new Ways(home, isOfEvents ? filter with { Kinds = [] } : filter);
        var (key, index) = by switch
        {
            TallyBy.Type => ("entry.type", "entry_of_type"),
            TallyBy.Mode => ("entry.mode", "entry_of_mode"),
            TallyBy.Factuality => ("entry.factuality", "entry_of_factuality"),
            TallyBy.Country => ("entry.country", "entry_of_country"),
            TallyBy.Outlet => ("entry.outlet", "entry_of_outlet"),
            TallyBy.Month => ("entry.day", filter.Kinds.IsEmpty ? "entry_of_all" : "entry_of_day"),
            _ => throw new ArgumentOutOfRangeException(nameof(by), by, "Found another way to count, expected Type, Mode, Factuality, Country, Outlet or Month."),
        };
        var sql =
            $"""
            SELECT {key}, count(*) FROM entry{(conditions.IsNarrow ? "" : home.By(index))} WHERE {conditions.Where} AND {key} IS NOT NULL
            GROUP BY {(index == "entry_of_day" ? "entry.kind, " : "")}{key}
            """; // days stand in the order of an index, of each kind
        var tallies = home.Rows(sql, row => new Tally(row.GetString(0), row.GetInt64(1), 0), conditions.Parameters(sql));
        return by == TallyBy.Month
            ? [.. tallies.Where(tally => tally.Key.Length >= 7).GroupBy(tally => tally.Key[..7]).Select(month => new Tally(month.Key, month.Sum(tally => tally.Count), 0))]
            : tallies;
    }

    /// <summary>How many events a filter asks for, of each class in the order of their numbers.</summary>
    public long[] Classes(EntryFilter filter)
    {
        if (!filter.Kinds.IsEmpty && !filter.Kinds.Contains("event")) return [0, 0, 0, 0];
        var conditions = new Ways(home, filter with { Kinds = [] }); // nothing else has a class
        var from = ActCode.Tells(filter) ? $"entry{home.By("entry_of_day")} WHERE entry.kind = 'event' AND" : "entry WHERE";
        var sql = $"SELECT {Of(1)}, {Of(2)}, {Of(3)}, {Of(4)} FROM {from} {conditions.Where}";
        return home.Row(sql, row => Enumerable.Range(0, 4).Select(row.GetInt64).ToArray(), conditions.Parameters(sql));

        static string Of(int quad) => FormattableString.Invariant($"CAST(coalesce(sum(CASE WHEN entry.quad = {quad} THEN 1 ELSE 0 END), 0) AS bigint)");
    }
}
