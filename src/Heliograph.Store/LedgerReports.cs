using System.Collections.Immutable;
using System.Data.Common;
using System.Text;
using Heliograph.Documents;
using Heliograph.Ledger;

namespace Heliograph.Store;

/// <summary>Reads reports and their entries back.</summary>
internal sealed class LedgerReports(Connection home)
{
    /// <summary>The standing readings a query asks for, in the order they were first added.</summary>
    public List<long> Standing(LedgerQuery query)
    {
        var isNamed = query.Report is null
            ? ""
            : $"""
               AND report.number IN ({Ways.NamedReports})
               AND (reading.input = @report OR (report.id >= @report AND report.id < @report_end) OR (report.id >= @report_digits AND report.id < @report_digits_end))
               """;
        var standing = home.Rows(
            $"""
            SELECT max(CASE WHEN reading.stands = 1 THEN reading.number END), max(report.id)
            FROM reading JOIN report ON report.number = reading.report
            WHERE 1 = 1 {isNamed}
            GROUP BY reading.report, reading.input ORDER BY min(reading.number)
            """,
            row => (Reading: row.GetInt64(0), Report: row.GetString(1)),
            query.Report is null ? [] : Ways.NamesOf(query.Report));
        return [.. standing.Where(row => query.Reports?.Contains(row.Report) != false).Select(row => row.Reading)];
    }

    /// <summary>The standing readings that were added before one, the last first, with how many entries each found.</summary>
    /// <param name="before">The number of a reading; null to begin with the last.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="title">Beginnings of words that the title must hold, or the name it was read by where it has none; null for any.</param>
    public ImmutableArray<HeldReport> Heads(long? before, int limit, string? title)
    {
        (string Where, (string Name, object? Value)[] Parameters)? titled = title is null ? ("1 = 1", []) : TitleWords.Begin(title);
        if (titled is not ({ } isTitled, { } words)) return [];
        return
        [
            .. home.Rows(
                $"""
                SELECT number, head, (SELECT count(*) FROM found WHERE found.reading = reading.number)
                FROM reading WHERE stands = 1 AND {isTitled} {(before is null ? "" : "AND number < @before")} ORDER BY number DESC LIMIT @limit
                """,
                row => new HeldReport(row.GetInt64(0), row.GetString(1), row.GetInt64(2)),
                before is { } last ? [("before", last), ("limit", limit), .. words] : [("limit", limit), .. words]),
        ];
    }

    /// <summary>The standing readings of the reports whose id begins so; of each report the last one.</summary>
    public List<long> OfId(string id, int limit) => home.Rows(
        """
        SELECT max(number) FROM reading WHERE report IN (SELECT number FROM report WHERE id >= @low AND id < @high) AND stands = 1
        GROUP BY report ORDER BY 1 LIMIT @limit
        """,
        row => row.GetInt64(0), ("low", id), ("high", id + "g"), ("limit", limit)); // g comes behind every hex digit

    /// <summary>A report and every one that it is a newer or an older version of, however many steps apart; without entries,
    /// the older ones first.</summary>
    /// <param name="id">The report's whole id.</param>
    /// <param name="limit">How many at most.</param>
    public ImmutableArray<Report> Versions(string id, int limit)
    {
        var numbers = home.Rows(
            """
            WITH RECURSIVE
                older (number) AS (
                    SELECT number FROM report WHERE id = @id
                    UNION SELECT report.revises FROM older JOIN report ON report.number = older.number WHERE report.revises IS NOT NULL),
                kin (number) AS (
                    SELECT number FROM older
                    UNION SELECT report.number FROM kin JOIN report ON report.revises = kin.number)
            SELECT number FROM kin ORDER BY number LIMIT @limit
            """,
            row => row.GetInt64(0), ("id", id), ("limit", limit));
        if (numbers.Count < 2) return []; // by far most have no other version
        var revised = numbers.ToDictionary(number => number, number => home.Number("SELECT revises FROM report WHERE number = @number", ("number", number)));
        var ordered = new List<long>();
        foreach (var number in numbers) Visit(number);
        return
        [
            .. ordered.Select(Last).OfType<Report>(),
        ];

        // What was revised stands before what revises it, in whichever order they came in
        void Visit(long number)
        {
            var line = new Stack<long>();
            for (long? at = number; at is { } one && revised.ContainsKey(one) && !ordered.Contains(one) && !line.Contains(one); at = revised[one]) line.Push(one);
            ordered.AddRange(line);
        }
    }

    /// <summary>What a report copies, and what copies it, the earlier ones first; without entries.</summary>
    /// <param name="id">The report's whole id.</param>
    /// <param name="limit">How many copies at most.</param>
    public ReportCopies Copies(string id, int limit)
    {
        var own = home.Rows("SELECT number, origin FROM report WHERE id = @id", row => (Number: row.GetInt64(0), Origin: row.IsDBNull(1) ? (long?)null : row.GetInt64(1)), ("id", id));
        if (own is not [var (number, origin)]) return ReportCopies.None;
        if (origin is { } first) return new(Last(first), [], 0);
        var count = home.Number("SELECT count(*) FROM report WHERE origin = @number", ("number", number))!.Value;
        if (count == 0) return ReportCopies.None;
        var copies = home.Rows(
            """
            SELECT report.number FROM report JOIN reading ON reading.report = report.number AND reading.stands = 1
            WHERE report.origin = @number GROUP BY report.number, report.id ORDER BY coalesce(min(reading.published), '~'), report.id LIMIT @limit
            """,
            row => row.GetInt64(0), ("number", number), ("limit", limit));
        return new(null, [.. copies.Select(Last).OfType<Report>()], count);
    }

    /// <summary>A report as it was last read; null where no reading of it stands.</summary>
    public Report? Last(long number) => home.Rows(
        """
        SELECT reading.head, report.text, report.length FROM reading JOIN report ON report.number = reading.report
        WHERE reading.report = @number AND reading.stands = 1 ORDER BY reading.number DESC LIMIT 1
        """,
        Report, ("number", number)).FirstOrDefault();

    /// <summary>One reading: its report, and those of its entries that are asked for, in text order.</summary>
    public StoredReport Load(long reading, LedgerQuery query)
    {
        var report = home.Row(
            """
            SELECT reading.head, report.text, report.length
            FROM reading JOIN report ON report.number = reading.report WHERE reading.number = @reading
            """,
            Report, ("reading", reading));
        var reader = new EntryJsonReader(report);
        var entries = home.Rows(
            $"""
            SELECT coalesce(found.json, entry.json) FROM found JOIN entry ON entry.number = found.entry
            WHERE found.reading = @reading {(query.Kind is null ? "" : "AND kind = @kind")} {(query.Type is null ? "" : "AND lower(type) = lower(@type)")}
            ORDER BY found.place
            """,
            row => reader.Read(Encoding.UTF8.GetBytes(row.GetString(0))),
            [
                ("reading", reading), .. query.Kind is null ? [] : Of("kind", query.Kind), .. query.Type is null ? [] : Of("type", query.Type),
            ]);
        return new(report, [.. entries]);

        static (string, object?)[] Of(string name, object value) => [(name, value)];
    }

    /// <summary>One entry as it was read, with the report of the last reading that found it.</summary>
    public (Report Report, Entry Entry) Entry(long number)
    {
        var (report, json) = home.Row(
            """
            SELECT reading.head, report.text, report.length, coalesce(found.json, entry.json)
            FROM entry JOIN found ON found.entry = entry.number JOIN reading ON reading.number = found.reading
                 JOIN report ON report.number = entry.report
            WHERE entry.number = @number ORDER BY reading.stands DESC, reading.number DESC LIMIT 1
            """,
            row => (Report(row), row.GetString(3)), ("number", number));
        return (report, new EntryJsonReader(report).Read(Encoding.UTF8.GetBytes(json)));
    }

    /// <summary>The program and the model of the last reading that found an entry.</summary>
    public string Reader(long number) => home.Row(
        """
        SELECT reading.reader FROM found JOIN reading ON reading.number = found.reading
        WHERE found.entry = @number ORDER BY reading.stands DESC, reading.number DESC LIMIT 1
        """,
        row => row.GetString(0), ("number", number));

    /// <summary>The entries whose id begins with these hex digits, each with the last reading that found it, by id.</summary>
    public ImmutableArray<(StoredReport Report, Entry Entry)> Find(string id, int limit)
    {
        var low = Convert.FromHexString(id.PadRight(32, '0'));
        var high = Convert.FromHexString(id.PadRight(32, 'f'));
        var found = home.Rows(
            """
            SELECT entry.id, max(found.reading)
            FROM entry JOIN found ON found.entry = entry.number
            WHERE entry.id >= @low AND entry.id <= @high
            GROUP BY entry.number, entry.id ORDER BY entry.id LIMIT @limit
            """,
            row => (Id: Convert.ToHexStringLower((byte[])row.GetValue(0)), Reading: row.GetInt64(1)),
            ("low", low), ("high", high), ("limit", limit));
        return
        [
            .. found.Select(entry =>
            {
                var stored = Load(entry.Reading, new());
                return (stored, stored.Entries.First(candidate => candidate.Id == entry.Id));
            }),
        ];
    }

    /// <summary>The text of a report.</summary>
    public static string Text(Connection home, long report) => home.Row(
        "SELECT text, length FROM report WHERE number = @report", row => CompressedText.Unpack((byte[])row.GetValue(0), row.GetInt32(1)), ("report", report));

    /// <summary>The report in a row whose first columns are head, text and length.</summary>
    public static Report Report(DbDataReader row) => EntryJsonReader.ReadReport(
        Encoding.UTF8.GetBytes(row.GetString(0)), CompressedText.Unpack((byte[])row.GetValue(1), row.GetInt32(2)));
}
