using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Heliograph.Documents;
using Heliograph.Ledger;

namespace Heliograph.Store;

/// <summary>A ledger kept in one SQLite file. Entries are added, never changed; a correction is a new entry.</summary>
/// <remarks>
/// With <see cref="Connection"/>, the only type that knows SQL. One writer at a time, any number of readers, in any
/// number of processes. A report is written in one transaction: after a crash it is there whole or not at all.
/// </remarks>
public sealed class LedgerFile : IDisposable
{
    private readonly Connection _file;

    private LedgerFile(Connection file) => _file = file;

    /// <summary>Opens a ledger to add to it, making the file and its folder if there are none.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="LedgerFileException">The file is there but is no ledger, is a newer version's, or cannot be written.</exception>
    public static LedgerFile Open(string path) => new(Connection.OpenForWriting(path));

    /// <summary>Opens a ledger that is there, only to read it.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="LedgerFileException">There is no such file, it is no ledger, or it is a newer version's.</exception>
    public static LedgerFile OpenToRead(string path) => new(Connection.OpenForReading(path));

    /// <summary>Adds what was read in one report. Adding the same again changes nothing.</summary>
    /// <param name="report">The report.</param>
    /// <param name="entries">Its entries, in text order; each id once.</param>
    /// <param name="reader">The program and the model that read it.</param>
    /// <returns>How many of the entries the ledger did not hold before.</returns>
    /// <exception cref="LedgerFileException">The file cannot be written; nothing of the report is in it then.</exception>
    public int Append(Report report, IReadOnlyList<Entry> entries, string reader) => _file.Doing("write", () =>
    {
        using var lines = new EntryJson(report);
        var head = Line(output => lines.WriteReport(output, withText: false));
        var digest = Digest(head, entries);
        using var transaction = _file.Begin();
        if (_file.Number("SELECT number FROM reading WHERE digest = $digest", ("$digest", digest)) is not null) return 0;

        var reportNumber = ReportNumber(report);
        var readingNumber = _file.Number(
            """
            INSERT INTO reading (report, digest, head, input, reader)
            VALUES ($report, $digest, $head, $input, $reader)
            RETURNING number
            """,
            ("$report", reportNumber), ("$digest", digest), ("$head", head), ("$input", report.Input), ("$reader", reader))!.Value;
        var added = Append(report, entries, lines, reportNumber, readingNumber);
        transaction.Commit();
        return added;
    });

    /// <summary>The reports and entries that stand, in the order they were first added: each input as it was last read.</summary>
    /// <param name="query">Which of them.</param>
    /// <returns>One report at a time, as the caller goes on. A text that came in by two names is there twice, and so are
    /// its entries, with the same ids.</returns>
    /// <exception cref="LedgerFileException">The file is damaged.</exception>
    public IEnumerable<StoredReport> Read(LedgerQuery query)
    {
        var readings = _file.Doing("read", () => Readings(query));
        foreach (var reading in readings)
        {
            var stored = _file.Doing("read", () => Load(reading, query));
            if (query.IsWhole || !stored.Entries.IsEmpty) yield return stored;
        }
    }

    /// <summary>The entries whose id begins with these characters. Time: linear in the number of entries.</summary>
    /// <param name="id">An entry's id or its beginning, in hex digits.</param>
    /// <param name="limit">How many to return at most.</param>
    /// <returns>The whole report of each, and the entry; also entries of earlier readings. Empty where none fits.</returns>
    public ImmutableArray<(StoredReport Report, Entry Entry)> Find(string id, int limit) => _file.Doing("read", () =>
    {
        var found = _file.Rows(
            """
            SELECT lower(hex(entry.id)), max(found.reading)
            FROM entry JOIN reading ON reading.report = entry.report
                       JOIN found ON found.reading = reading.number AND found.entry = entry.number
            WHERE substr(hex(entry.id), 1, length($id)) = upper($id)
            GROUP BY entry.number ORDER BY entry.id LIMIT $limit
            """,
            row => (Id: row.GetString(0), Reading: row.GetInt64(1)), ("$id", id), ("$limit", limit));
        return found.Select(entry =>
        {
            var stored = Load(entry.Reading, new());
            return (stored, stored.Entries.First(candidate => candidate.Id == entry.Id));
        }).ToImmutableArray();
    });

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private long ReportNumber(Report report)
    {
        if (_file.Number("SELECT number FROM report WHERE id = $id", ("$id", report.Id)) is { } known) return known;
        var (packed, length) = CompressedText.Pack(report.Text);
        return _file.Number(
            "INSERT INTO report (id, length, text) VALUES ($id, $length, $text) RETURNING number",
            ("$id", report.Id), ("$length", length), ("$text", packed))!.Value;
    }

    private int Append(Report report, IReadOnlyList<Entry> entries, EntryJson lines, long reportNumber, long readingNumber)
    {
        var codePoints = new CodePoints(report.Text);
        var added = 0;
        for (var place = 0; place < entries.Count; place++)
        {
            var entry = entries[place];
            var id = Convert.FromHexString(entry.Id);
            added += _file.Execute(
                """
                INSERT INTO entry (id, report, kind, type, factuality, position, json)
                VALUES ($id, $report, $kind, $type, $factuality, $position, $json)
                ON CONFLICT (report, id) DO NOTHING
                """,
                ("$id", id), ("$report", reportNumber), ("$kind", entry.Kind), ("$type", entry.Type),
                ("$factuality", entry is EventEntry told ? Terms.Of(told.Factuality) : null),
                ("$position", codePoints.FromCodeUnits(entry.Position)), ("$json", Line(output => lines.Write(output, entry))));
            _file.Execute(
                """
                INSERT INTO found (reading, place, entry)
                SELECT $reading, $place, number FROM entry WHERE report = $report AND id = $id
                """,
                ("$reading", readingNumber), ("$place", place), ("$report", reportNumber), ("$id", id));
        }

        return added;
    }

    private List<long> Readings(LedgerQuery query) => _file.Rows(
        """
        SELECT max(reading.number) FROM reading JOIN report ON report.number = reading.report
        WHERE $report IS NULL OR reading.input = $report OR report.id = $report
           OR substr(report.id, 1, length($report)) = $report OR substr(report.id, 8, length($report)) = $report
        GROUP BY reading.report, reading.input ORDER BY min(reading.number)
        """,
        row => row.GetInt64(0), ("$report", query.Report));

    private StoredReport Load(long reading, LedgerQuery query)
    {
        var report = _file.Rows(
            """
            SELECT reading.head, report.text, report.length
            FROM reading JOIN report ON report.number = reading.report WHERE reading.number = $reading
            """,
            row => EntryJsonReader.ReadReport(
                Encoding.UTF8.GetBytes(row.GetString(0)), CompressedText.Unpack((byte[])row.GetValue(1), row.GetInt32(2))),
            ("$reading", reading))[0];
        var reader = new EntryJsonReader(report);
        var entries = _file.Rows(
            """
            SELECT entry.json FROM found JOIN entry ON entry.number = found.entry
            WHERE found.reading = $reading AND ($kind IS NULL OR kind = $kind)
              AND ($type IS NULL OR type = $type COLLATE NOCASE)
            ORDER BY found.place
            """,
            row => reader.Read(Encoding.UTF8.GetBytes(row.GetString(0))),
            ("$reading", reading), ("$kind", query.Kind), ("$type", query.Type));
        return new(report, [.. entries]);
    }

    private static string Line(Action<IBufferWriter<byte>> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        write(buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan.TrimEnd((byte)'\n'));
    }

    private static string Digest(string head, IReadOnlyList<Entry> entries) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', entries.Select(entry => entry.Id).Prepend(head)))));
}
