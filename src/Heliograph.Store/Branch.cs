namespace Heliograph.Store;

/// <summary>One stretch of an index.</summary>
/// <param name="From">The table, or the one that leads to <c>entry</c> and then that.</param>
/// <param name="Where">What holds in it.</param>
/// <param name="Day">The column of the day in the table that leads.</param>
/// <param name="Number">The column of the entry's number there.</param>
internal sealed record Branch(string From, string Where, string Day = "entry.day", string Number = "entry.number")
{
    /// <summary>The tables, with the entry itself.</summary>
    public string Joined => Number == "entry.number" ? From : $"{From} CROSS JOIN entry";

    /// <summary>What holds in the tables, with what joins them.</summary>
    public string JoinedWhere => Number == "entry.number" ? Where : $"{Where} AND entry.number = {Number}";
}
