using Heliograph.Documents;
using Heliograph.Ledger;
using Heliograph.Store;

namespace Heliograph.Web.Pages.Runs;

/// <summary>A difference between two runs, with what the entries said.</summary>
/// <param name="Difference">The difference.</param>
/// <param name="Report">The report; null where neither entry is kept.</param>
/// <param name="Before">What it said; null where it is new.</param>
/// <param name="After">What it says; null where it is gone.</param>
public sealed record DiffRow(Difference Difference, Report? Report, string? Before, string? After)
{
    /// <summary>Asks the ledger.</summary>
    public static DiffRow Of(LedgerStore store, Difference difference)
    {
        var (report, before) = Entry(difference.Before);
        var (again, after) = Entry(difference.After);
        return new(difference, again ?? report, before, after);

        (Report?, string?) Entry(string? id) => id is not null && store.Find(id, 1) is [var (stored, entry)] ? (stored.Report, Text(stored.Report, entry)) : (null, null);
    }

    // The entry on one line
    private static string Text(Report report, Entry entry) => entry switch
    {
        EventEntry told => $"{Phrases.Told(report, told)} ({Terms.Of(told.Factuality)})",
        MentionEntry mention => $"name: {Phrases.Told(report, mention)}" + (mention.Actor.StartsWith("local:", StringComparison.Ordinal) ? "" : " = " + mention.Actor),
        _ => Phrases.Told(report, entry),
    };
}
