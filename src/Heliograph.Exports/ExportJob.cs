using System.Collections.Immutable;
using System.Globalization;
using Heliograph.Documents;
using Heliograph.Ledger;

namespace Heliograph.Exports;

/// <summary>One export on its way: what to write, where, and the count of what was written and what was not.</summary>
/// <param name="reports">The reports and their entries; some formats go through them twice.</param>
/// <param name="open">Opens a file to write.</param>
/// <param name="options">What to leave out.</param>
/// <param name="look">Looks at a report, with all entries that were given; null to look at each anew.</param>
internal sealed class ExportJob(IEnumerable<ReportEntries> reports, OpenFile open, ExportOptions options, Func<ReportEntries, ReportView>? look = null)
{
    /// <summary>Why an entry is left out of what wants a date of everything.</summary>
    public const string NoDate = "no day, nor one on which it was read";

    private readonly SortedDictionary<string, long> _leftOut = new(StringComparer.Ordinal);
    private long _written;

    /// <summary>Whether entries are written that are left out unless asked for.</summary>
    public bool All => options.All;

    /// <summary>Where feeds are read; null where nobody serves them.</summary>
    public FeedAddress? Feed => options.Feed;

    public ExportCounts Counts() => new(_written, [.. _leftOut.Select(left => (left.Key, left.Value))]);

    /// <summary>The latest moment that the reports' days or people's corrections tell; null where none is known.</summary>
    public DateTimeOffset? Newest() => reports.SelectMany(told => told.Entries.Select(entry => entry.Review?.At).Append(Known(told.Report))).Max();

    /// <summary>When a report came to be known: on its day of publication, or else when it was first read; null where neither is known.</summary>
    public DateTimeOffset? Known(Report report) => report.Published is { } day ? Dates.Of(day) : options.FirstRead(report.Id);

    /// <summary>The reports with the entries that people have not rejected, as they were given: a text that came in by
    /// two names is there twice.</summary>
    public IEnumerable<ReportView> AsGiven()
    {
        foreach (var told in reports) yield return Look(told).With([.. told.Entries.Where(IsStanding)]);
    }

    /// <summary>The reports with the entries that people have not rejected, each text and each entry once.</summary>
    public IEnumerable<ReportView> Once()
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        var entries = new HashSet<UInt128>(); // as numbers they take a seventh of the memory
        foreach (var told in reports)
        {
            var standing = told.Entries.Where(IsStanding).ToImmutableArray();
            var fresh = standing.Where(entry => entries.Add(UInt128.Parse(entry.Id, NumberStyles.HexNumber, CultureInfo.InvariantCulture))).ToImmutableArray();
            LeaveOut("told by the same text under another name", standing.Length - fresh.Length);
            if (texts.Add(told.Report.Id) || !fresh.IsEmpty) yield return Look(told).With(fresh);
        }
    }

    /// <summary>Opens a file; the caller closes it.</summary>
    public Stream Open(string name) => open(name);

    /// <summary>Counts an entry that was written.</summary>
    public void Wrote() => _written++;

    /// <summary>Counts entries that were left out.</summary>
    public void LeaveOut(string reason, int count = 1)
    {
        if (count > 0) _leftOut[reason] = _leftOut.GetValueOrDefault(reason) + count;
    }

    private ReportView Look(ReportEntries told) => look is null ? new(told, told.Entries) : look(told);

    private bool IsStanding(Entry entry)
    {
        if (All || entry.Review?.Mark != "rejected") return true;
        LeaveOut("rejected by a person");
        return false;
    }
}
