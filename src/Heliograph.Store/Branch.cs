namespace Heliograph.Store;

/// <summary>One stretch of an index.</summary>
/// <param name="From">The table, or the one that leads to <c>entry</c> and then that.</param>
/// <param name="Where">What holds in the stretch.</param>
/// <param name="Day">The column of the day in the table that leads.</param>
/// <param name="Number">The column of the entry's number there.</param>
/// <param name="Also">What else must hold of what the index tells, beginning with AND; empty where nothing must.</param>
internal sealed record Branch(string From, string Where, string Day = "entry.day", string Number = "entry.number", string Also = "")
{
    /// <summary>All that holds of the entries that the index tells.</summary>
    public string Whole => Where + Also;

    /// <summary>The tables and what holds in them, for going along the index and looking at one entry after the other until enough are found.</summary>
    /// <param name="rest">What else must hold of the entry, beginning with AND.</param>
    /// <remarks>The entry is looked up in a question of its own: a join would let PostgreSQL gather all entries that fulfil the rest.</remarks>
    public (string From, string Where) Walked(string rest) => Number == "entry.number"
        ? (From, Whole + rest)
        : (From, $"{Whole} AND (SELECT entry.stands FROM entry WHERE entry.number = {Number}{rest}) = 1");

    /// <summary>The tables and what holds in them, for gathering all of the stretch.</summary>
    /// <param name="rest">What else must hold of the entry, beginning with AND.</param>
    public (string From, string Where) Gathered(string rest) => Number == "entry.number"
        ? (From, Whole + rest)
        : ($"{From} CROSS JOIN entry", $"{Whole} AND entry.number = {Number}{rest}");
}
