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
    private static string Text(Report report, Entry entry) => Shown.Line(entry switch
    {
        EventEntry told => $"{Phrases.Type(told)}: {Parties(report, told.Actors)} {told.Trigger.In(report.Text)} {Parties(report, told.Recipients)} ({Terms.Of(told.Factuality)})",
        StatementEntry said => $"{said.Act}: {(said.Source is { } source ? Phrases.Who(report, source) : "somebody")} {said.Cue.In(report.Text)} “{said.Content.In(report.Text)}”",
        MentionEntry mention => "name: " + mention.Words.In(report.Text) + (mention.Actor.StartsWith("local:", StringComparison.Ordinal) ? "" : " = " + mention.Actor),
        _ => entry.Kind,
    }, 200);

    private static string Parties(Report report, IEnumerable<Participant> parties) => string.Join(", ", parties.Select(one => Phrases.Who(report, one)));
}
