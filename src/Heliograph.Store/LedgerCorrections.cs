using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Heliograph.Documents;
using Heliograph.Ledger;

namespace Heliograph.Store;

/// <summary>Keeps what people said about entries and actors, and applies it.</summary>
internal sealed class LedgerCorrections(Connection home)
{
    private const string Fields = "correction.number, report.id, kind, anchor, verb, field, value, author, at, reason, undone";

    private readonly LedgerReports _reports = new(home);
    private readonly LedgerWriting _writing = new(home);
    private readonly ActorMerges _merges = new(home);

    /// <summary>Keeps a correction of an entry and writes the entry's columns anew.</summary>
    /// <returns>The correction's number.</returns>
    /// <exception cref="FormatException">The entry cannot have that field or value; nothing is kept then.</exception>
    /// <exception cref="LedgerException">A field is longer than its bound.</exception>
    public long Add(long entry, Correction correction) => home.Whole(() =>
    {
        FieldBounds.Check(correction);
        var (report, read) = _reports.Entry(entry);
        var codePoints = new CodePoints(report.Text);
        var tied = correction with { Report = report.Id, Kind = read.Kind, Anchor = Corrections.Anchor(codePoints, read) };
        _writing.Renew(entry, report, Corrections.Apply(report, codePoints, Merged(read), [.. Of(report.Id, read.Kind, tied.Anchor), tied]));
        return Keep(tied);
    });

    /// <summary>Says that one actor is another, or is one of its own again.</summary>
    /// <exception cref="LedgerException">A field is longer than its bound, or an actor would be itself by way of others.</exception>
    public long Add(Correction correction) => home.Whole(() =>
    {
        FieldBounds.Check(correction);
        if (correction.Verb == CorrectionVerb.Merge) _merges.Refuse(correction.Anchor, correction.Value!);
        var number = Keep(correction);
        RenewActor(correction.Anchor);
        return number;
    });

    /// <summary>Takes a correction back. Taking back twice changes nothing.</summary>
    /// <returns>False where there is no such correction.</returns>
    /// <exception cref="LedgerException">An actor would be itself by way of others then.</exception>
    public bool Undo(long number) => home.Whole(() =>
    {
        if (home.Execute("UPDATE correction SET undone = 1 WHERE number = @number", ("number", number)) == 0) return false;
        var correction = Rows("WHERE correction.number = @number", ("number", number))[0];
        if (correction.Report is { } report) Renew(report, correction.Kind, correction.Anchor);
        else
        {
            _merges.RefuseCircle(correction.Anchor, number);
            RenewActor(correction.Anchor);
        }

        return true;
    });

    /// <summary>Every correction in the order they were made, and whether the words it is tied to still carry an entry.</summary>
    public ImmutableArray<KeptCorrection> All() =>
    [
        .. Rows("").Select(correction => new KeptCorrection(
            correction, correction.Report is { } report && Tied(report, correction.Kind, correction.Anchor).Count == 0)),
    ];

    /// <summary>What people said about one entry.</summary>
    public ImmutableArray<Correction> Of(Report report, Entry entry) =>
        [.. Of(report.Id, entry.Kind, Corrections.Anchor(new(report.Text), entry))];

    /// <summary>What people said about the entries of one report, in the order they said it; what was taken back too.</summary>
    public ImmutableArray<Correction> Of(string report) => [.. Rows("WHERE report.id = @report", ("report", report))];

    /// <summary>The words that corrections which were not taken back are tied to.</summary>
    public FrozenSet<(string Report, string Kind, string Anchor)> Words() =>
        Rows("WHERE report.id IS NOT NULL AND undone = 0").Select(one => (one.Report!, one.Kind, one.Anchor)).ToFrozenSet();

    /// <summary>What such corrections are about, as the machine read it, in the order the words were first spoken of.</summary>
    public IEnumerable<JudgedEntry> Judged()
    {
        foreach (var said in Rows("WHERE report.id IS NOT NULL AND undone = 0").GroupBy(one => (Report: one.Report!, one.Kind, one.Anchor)))
        {
            foreach (var number in AtWords(said.Key.Report, said.Key.Kind, said.Key.Anchor))
            {
                var (report, entry) = _reports.Entry(number);
                yield return new(report, entry, [.. said], _reports.Reader(number));
            }
        }
    }

    /// <summary>An entry as people left it.</summary>
    public Entry Apply(Report report, Entry entry) => Apply([(report, entry)])[0];

    /// <summary>Entries as people left them; what people said is asked for once.</summary>
    public ImmutableArray<Entry> Apply(IReadOnlyCollection<(Report Report, Entry Entry)> entries)
    {
        var (hasMerges, hasOthers) = home.Row(
            """
            SELECT (SELECT count(*) FROM (SELECT 1 FROM correction WHERE report IS NULL LIMIT 1) AS merges),
                (SELECT count(*) FROM (SELECT 1 FROM correction WHERE report IS NOT NULL LIMIT 1) AS others)
            """,
            row => (row.GetInt64(0) > 0, row.GetInt64(1) > 0));
        var reports = hasOthers
            ? entries.Select(one => one.Report).DistinctBy(report => report.Id)
                .ToDictionary(report => report.Id, report => (CodePoints: new CodePoints(report.Text), Said: Of(report.Id)))
            : [];
        return
        [
            .. entries.Select(one =>
            {
                var merged = hasMerges ? Merged(one.Entry) : one.Entry;
                if (!reports.TryGetValue(one.Report.Id, out var report) || report.Said.IsEmpty) return merged;
                var anchor = Corrections.Anchor(report.CodePoints, one.Entry);
                return Corrections.Apply(
                    one.Report, report.CodePoints, merged, [.. report.Said.Where(said => said.Kind == one.Entry.Kind && said.Anchor == anchor)]);
            }),
        ];
    }

    /// <summary>Applies again to the entries of a report that was read anew what people said about the ones before, and about their actors.</summary>
    public void Renew(string report)
    {
        foreach (var (kind, anchor) in Rows("WHERE report.id = @report", ("report", report)).Select(one => (one.Kind, one.Anchor)).Distinct())
        {
            Renew(report, kind, anchor);
        }

        foreach (var number in _merges.Unmerged(report)) Renew(number);
    }

    private void Renew(string report, string kind, string anchor)
    {
        foreach (var number in Tied(report, kind, anchor)) Renew(number);
    }

    private void Renew(long number)
    {
        var (read, entry) = _reports.Entry(number);
        _writing.Renew(number, read, Apply(read, entry));
    }

    private void RenewActor(string actor)
    {
        var numbers = _merges.Around(actor)
            .SelectMany(one => home.Rows("SELECT entry FROM party WHERE actor = @actor", row => row.GetInt64(0), ("actor", one))).ToHashSet();
        foreach (var number in numbers) Renew(number);
    }

    private Entry Merged(Entry entry)
    {
        return entry switch
        {
            EventEntry told => told with { Actors = [.. told.Actors.Select(Merged)], Recipients = [.. told.Recipients.Select(Merged)] },
            StatementEntry { Source: { } source } statement => statement with { Source = Merged(source) },
            MentionEntry mention => mention with { Actor = _merges.Into(mention.Actor) },
            _ => entry,
        };

        Participant Merged(Participant participant) => participant.Actor is { } actor ? participant with { Actor = _merges.Into(actor) } : participant;
    }

    // Standing entries of a kind whose words are these
    private List<long> Tied(string report, string kind, string anchor)
    {
        var entries = home.Rows(
            "SELECT entry.number FROM entry JOIN report ON report.number = entry.report WHERE report.id = @report AND entry.kind = @kind AND entry.stands = 1",
            row => row.GetInt64(0), ("report", report), ("kind", kind));
        return
        [
            .. entries.Where(number =>
            {
                var (read, entry) = _reports.Entry(number);
                return Corrections.Anchor(new(read.Text), entry) == anchor;
            }),
        ];
    }

    // Those that stand; where none does, the last one that did
    private List<long> AtWords(string report, string kind, string anchor)
    {
        // An event stands where its trigger begins; a statement there or before, with whichever of its parts is first.
        var begins = long.Parse(anchor.AsSpan(0, anchor.IndexOf('-')), CultureInfo.InvariantCulture);
        var rows = home.Rows(
            """
            SELECT entry.number, entry.stands FROM entry JOIN report ON report.number = entry.report
            WHERE report.id = @report AND entry.kind = @kind
                AND (entry.position = @begins OR (entry.kind = 'statement' AND entry.position < @begins))
            ORDER BY entry.stands DESC, entry.number DESC
            """,
            row => (Number: row.GetInt64(0), Stands: row.GetInt64(1) == 1), ("report", report), ("kind", kind), ("begins", begins));
        var found = new List<long>();
        foreach (var (number, stands) in rows)
        {
            if (found.Count > 0 && !stands) break;
            var (read, entry) = _reports.Entry(number);
            if (Corrections.Anchor(new(read.Text), entry) == anchor) found.Add(number);
        }

        return found;
    }

    private List<Correction> Of(string report, string kind, string anchor) => Rows(
        "WHERE report.id = @report AND kind = @kind AND anchor = @anchor", ("report", report), ("kind", kind), ("anchor", anchor));

    private long Keep(Correction correction) => home.Number(
        """
        INSERT INTO correction (report, kind, anchor, verb, field, value, author, at, reason)
        VALUES ((SELECT number FROM report WHERE id = @report), @kind, @anchor, @verb, @field, @value, @author, @at, @reason)
        RETURNING number
        """,
        ("report", correction.Report), ("kind", correction.Kind), ("anchor", correction.Anchor),
        ("verb", correction.Verb.ToString().ToLowerInvariant()), ("field", correction.Field), ("value", correction.Value),
        ("author", correction.Author), ("at", LedgerRuns.Text(correction.At)), ("reason", correction.Reason))!.Value;

    private List<Correction> Rows(string where, params (string Name, object? Value)[] parameters) => home.Rows(
        $"SELECT {Fields} FROM correction LEFT JOIN report ON report.number = correction.report {where} ORDER BY correction.number",
        Correction, parameters);

    /// <summary>The correction in a row whose columns are those of <see cref="Fields"/>.</summary>
    public static Correction Correction(DbDataReader row) => new()
    {
        Number = row.GetInt64(0),
        Report = Text(row, 1),
        Kind = row.GetString(2),
        Anchor = row.GetString(3),
        Verb = Enum.Parse<CorrectionVerb>(row.GetString(4), ignoreCase: true),
        Field = Text(row, 5),
        Value = Text(row, 6),
        Author = row.GetString(7),
        At = LedgerRuns.Time(row.GetString(8)),
        Reason = Text(row, 9),
        Undone = row.GetInt64(10) == 1,
    };

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
