namespace Heliograph.Store;

/// <summary>The orders of pages, in SQL.</summary>
internal static class PageOrder
{
    /// <summary>The order of an index that a page goes along.</summary>
    public static LeadOrder Of(EntrySort sort) => sort == EntrySort.Surest ? LeadOrder.Confidence : LeadOrder.Day;

    public static string Direction(EntrySort sort) => sort == EntrySort.Oldest ? "ASC" : "DESC";

    /// <summary>The columns that a page is sorted by, of the table that leads.</summary>
    public static (string Key, string Number) Key(EntrySort sort, Branch branch) =>
        sort == EntrySort.Surest ? ("entry.confidence", "entry.number") : (branch.Day, branch.Number);

    /// <summary>The condition that an entry stands behind one, beginning with AND; that one is given as parameters.</summary>
    /// <param name="sort">The order.</param>
    /// <param name="key">The first column that the page is sorted by.</param>
    /// <param name="number">The second.</param>
    /// <param name="one">What the parameters' names begin with.</param>
    public static string IsBehind(EntrySort sort, string key, string number, string one) =>
        $" AND ({key}, {number}) {(sort == EntrySort.Oldest ? ">" : "<")} (@{one}_sorted, @{one}_number)";

    /// <summary>The condition that an entry stands no farther than one, as <see cref="IsBehind"/> is told it.</summary>
    public static string IsUpTo(EntrySort sort, string key, string number, string one) =>
        $" AND ({key}, {number}) {(sort == EntrySort.Oldest ? "<=" : ">=")} (@{one}_sorted, @{one}_number)";

    /// <summary>Which of two comes first: below zero, the one.</summary>
    public static int Compare(EntrySort sort, (object Sorted, long Number) one, (object Sorted, long Number) other)
    {
        var sorted = one.Sorted is string day ? string.CompareOrdinal(day, (string)other.Sorted) : ((double)one.Sorted).CompareTo((double)other.Sorted);
        var order = sorted != 0 ? sorted : one.Number.CompareTo(other.Number);
        return sort == EntrySort.Oldest ? order : -order;
    }
}
