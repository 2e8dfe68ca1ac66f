using System.Collections.Immutable;
using System.Globalization;

namespace Heliograph.Store;

/// <summary>Keeps what each run read with, and what it refused.</summary>
internal sealed class LedgerRuns(Connection home)
{
    public long Begin(string reader, string settings, DateTimeOffset at) => home.Number(
        "INSERT INTO run (reader, settings, began) VALUES (@reader, @settings, @began) RETURNING number",
        ("reader", FieldBounds.Kept(reader)), ("settings", FieldBounds.Kept(settings)), ("began", Text(at)))!.Value;

    public int Refuse(long run, string input, string reason) => home.Execute(
        """
        INSERT INTO refusal (run, place, input, reason)
        VALUES (@run, (SELECT count(*) FROM refusal WHERE run = @run), @input, @reason)
        """,
        ("run", run), ("input", FieldBounds.Kept(input)), ("reason", FieldBounds.Kept(reason)));

    public int End(long run, DateTimeOffset at) => home.Execute(
        "UPDATE run SET ended = @ended WHERE number = @run", ("ended", Text(at)), ("run", run));

    public ImmutableArray<Run> All() =>
    [
        .. home.Rows(
            """
            SELECT number, reader, settings, began, ended,
                (SELECT count(*) FROM outcome WHERE outcome.run = run.number),
                (SELECT count(*) FROM refusal WHERE refusal.run = run.number)
            FROM run ORDER BY number DESC
            """,
            row => new Run(
                row.GetInt64(0), row.GetString(1), row.GetString(2), Time(row.GetString(3)),
                row.IsDBNull(4) ? null : Time(row.GetString(4)), row.GetInt64(5), row.GetInt64(6))),
    ];

    /// <summary>When each report that stands without a day of publication was first read, by its id; those that belong to no run are left out.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Undated() => home.Rows(
        """
        SELECT report.id, min(run.began) FROM reading
        JOIN report ON report.number = reading.report JOIN outcome ON outcome.reading = reading.number JOIN run ON run.number = outcome.run
        WHERE reading.published IS NULL GROUP BY report.id
        """,
        row => (Id: row.GetString(0), At: Time(row.GetString(1)))).ToDictionary(row => row.Id, row => row.At, StringComparer.Ordinal);

    public ImmutableArray<Refusal> Refusals(long run) =>
        [.. home.Rows("SELECT input, reason FROM refusal WHERE run = @run ORDER BY place", row => new Refusal(row.GetString(0), row.GetString(1)), ("run", run))];

    /// <summary>How many entries a run found, those that it found again too.</summary>
    public long Entries(long run) => home.Number(
        "SELECT count(*) FROM outcome JOIN found ON found.reading = outcome.reading WHERE outcome.run = @run", ("run", run))!.Value;

    /// <summary>How many reports that a run read are copies of others.</summary>
    public long Copies(long run) => home.Number(
        """
        SELECT count(*) FROM outcome JOIN reading ON reading.number = outcome.reading JOIN report ON report.number = reading.report
        WHERE outcome.run = @run AND report.origin IS NOT NULL
        """,
        ("run", run))!.Value;

    /// <summary>How many standing reports each day of publication has, in the order of the days; those without a day are left out.</summary>
    public ImmutableArray<Tally> ReportsByDay() =>
    [
        .. home.Rows(
            "SELECT published, count(*) FROM reading WHERE stands = 1 AND published IS NOT NULL GROUP BY published ORDER BY published",
            row => new Tally(row.GetString(0), row.GetInt64(1), 0)),
    ];

    public static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    public static DateTimeOffset Time(string text) => DateTimeOffset.ParseExact(
        text, "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
