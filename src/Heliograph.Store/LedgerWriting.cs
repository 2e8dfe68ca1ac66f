using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Heliograph.Documents;
using Heliograph.Ledger;

namespace Heliograph.Store;

/// <summary>Writes reports and their entries, and keeps straight which of them stand.</summary>
internal sealed class LedgerWriting(Connection home)
{
    private readonly LedgerCopies _copies = new(home);
    private readonly LedgerVersions _versions = new(home);

    /// <summary>Adds what was read in one report, in one transaction.</summary>
    /// <returns>How many of the entries the ledger did not hold before.</returns>
    /// <exception cref="LedgerException">A reading by the deep model stands, which another is not to replace unasked.</exception>
    public int Append(Report report, IReadOnlyList<Entry> entries, string reader, long? run, bool again)
    {
        using var json = new EntryJson(report);
        var head = Line(output => json.WriteReport(output, withText: false));
        var lines = entries.Select(entry => Line(output => json.Write(output, entry))).ToList();
        return home.Whole(() => Append(report, entries, head, lines, reader, run, again));
    }

    private int Append(Report report, IReadOnlyList<Entry> entries, string head, List<string> lines, string reader, long? run, bool again)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines.Prepend(head)))));
        var known = home.Number("SELECT number FROM reading WHERE digest = @digest", ("digest", digest));
        if (known is { } same && home.Number("SELECT stands FROM reading WHERE number = @number", ("number", same)) == 1)
        {
            Note(run, same);
            return 0;
        }

        var (reportNumber, isNew) = ReportNumber(report);
        var added = 0;
        var before = Standing(reportNumber, report.Input);
        if (!again && !DeepName.IsIn(reader) && DeepReader(before) is { } deep)
        {
            throw new LedgerException($"Found a reading by the deep model ({deep}), which that of {reader} replaces only when asked. Read with --model deep, or with --again.") { IsOfReport = true };
        }

        if (known is { } old)
        {
            home.Execute("UPDATE reading SET stands = 1 WHERE number = @number", ("number", old));
            Note(run, old);
        }
        else
        {
            var reading = home.Number(
                """
                INSERT INTO reading (report, digest, head, input, reader, outlet, published)
                VALUES (@report, @digest, @head, @input, @reader, @outlet, @published)
                RETURNING number
                """,
                ("report", reportNumber), ("digest", digest), ("head", head), ("input", report.Input),
                ("reader", reader), ("outlet", report.Outlet), ("published", Columns.Text(report.Published)))!.Value;
            AddTitle(reading, report.Title ?? report.Input);
            added = Append(report, entries, lines, reportNumber, reading);
            Note(run, reading);
        }

        foreach (var reading in before) home.Execute("UPDATE reading SET stands = 0 WHERE number = @number", ("number", reading));
        if (before.Count > 0 || known is not null || added < entries.Count) Settle(reportNumber);
        if (isNew) _copies.Add(reportNumber, report.Text);
        else _copies.Settle(reportNumber);
        _versions.Settle(reportNumber, mayBeKnown: !isNew);
        return added;
    }

    /// <summary>Fills what a new version of the tables brought, from what the ledger holds.</summary>
    /// <param name="before">The version that the tables were of.</param>
    /// <param name="progress">Told now and then how many reports are done, of how many; null for nobody.</param>
    public void Fill(int before, Action<long, long>? progress)
    {
        if (before < 2) FillColumns();
        else FillPlaces(withKeys: before < 3);
        FillCopies(withEntries: before >= 2, progress);
        FillTitles();
    }

    private string? DeepReader(IEnumerable<long> readings) => readings
        .Select(reading => home.Row("SELECT reader FROM reading WHERE number = @number", row => row.GetString(0), ("number", reading)))
        .FirstOrDefault(DeepName.IsIn);

    private void AddTitle(long reading, string title)
    {
        foreach (var word in TitleWords.Of(title)) home.Execute("INSERT INTO title (word, reading) VALUES (@word, @reading)", ("word", word), ("reading", reading));
    }

    private void FillTitles()
    {
        var heads = home.Rows("SELECT number, head, input FROM reading ORDER BY number", row => (Number: row.GetInt64(0), Head: row.GetString(1), Input: row.GetString(2)));
        foreach (var (number, head, input) in heads)
        {
            using var line = JsonDocument.Parse(head);
            AddTitle(number, line.RootElement.TryGetProperty("title", out var title) && title.GetString() is { } told ? told : input);
        }
    }

    // Of version 3: who copies whom, what is a version of what, and which entries tell the same
    private void FillCopies(bool withEntries, Action<long, long>? progress)
    {
        var reports = new LedgerReports(home);
        var corrections = new LedgerCorrections(home);
        var numbers = home.Rows("SELECT number FROM report ORDER BY number", row => row.GetInt64(0));
        for (var i = 0; i < numbers.Count; i++)
        {
            progress?.Invoke(i, numbers.Count);
            if (reports.Last(numbers[i]) is not { } report) continue; // no reading of it stands
            _copies.Add(numbers[i], report.Text);
            _versions.Settle(numbers[i], mayBeKnown: false);
            if (withEntries) FillTells(numbers[i], report, corrections);
        }
    }

    private void FillTells(long number, Report report, LedgerCorrections corrections)
    {
        var lines = new EntryJsonReader(report);
        var read = home.Rows(
            $"SELECT entry.number, {EntryLines.Latest} FROM entry WHERE entry.report = @report AND entry.kind <> 'mention'",
            row => (Number: row.GetInt64(0), Entry: lines.Read(Encoding.UTF8.GetBytes(row.GetString(1)))), ("report", number));
        foreach (var (one, entry) in read.Zip(corrections.Apply([.. read.Select(one => (report, one.Entry))])))
        {
            if (Columns.TellsOf(report, entry) is not { } tells) continue;
            home.Execute("UPDATE entry SET tells = @tells WHERE number = @number", ("tells", tells), ("number", one.Number));
        }
    }

    // Of version 2: where events were, by the keys of the names; of version 3: on the map
    private void FillPlaces(bool withKeys)
    {
        const int Batch = 10_000; // entries; what is in memory at once
        long last = 0;
        while (true)
        {
            var told = home.Rows(
                $"""
                SELECT entry.number, entry.day, entry.quad, entry.factuality, entry.voiced, entry.stands, {EntryLines.Latest}
                FROM entry WHERE entry.number > @last AND entry.kind = 'event' ORDER BY entry.number LIMIT @limit
                """,
                row => (Number: row.GetInt64(0), Day: row.GetString(1), Act: ActCode.Of(row.GetInt32(2), row.GetString(3), row.GetInt32(4) == 1),
                    Stands: row.GetInt32(5) == 1, Json: row.GetString(6)), ("last", last), ("limit", Batch));
            if (told.Count == 0) return;
            foreach (var (number, day, act, stands, json) in told)
            {
                if (withKeys) AddPlaces(number, day, PlaceKeys(json));
                if (stands) AddSites(number, day, act, EntryLines.Sites(json));
            }

            last = told[^1].Number;
        }
    }

    private static IEnumerable<string> PlaceKeys(string json)
    {
        using var line = JsonDocument.Parse(json);
        if (!line.RootElement.TryGetProperty("place", out var places) || places.ValueKind != JsonValueKind.Array) return [];
        return [.. places.EnumerateArray().SelectMany(place => Columns.Keys(Text(place, "name"), Text(place, "text") ?? "")).Distinct()];

        static string? Text(JsonElement place, string name) =>
            place.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    // Of version 1: the columns to search by
    private void FillColumns()
    {
        home.Execute(
            """
            UPDATE reading SET stands = 0 WHERE EXISTS
                (SELECT 1 FROM reading later WHERE later.report = reading.report AND later.input = reading.input AND later.number > reading.number)
            """);
        var reports = new LedgerReports(home);
        foreach (var number in home.Rows("SELECT number FROM reading ORDER BY number", row => row.GetInt64(0)))
        {
            var stored = reports.Load(number, new());
            home.Execute(
                "UPDATE reading SET outlet = @outlet, published = @published WHERE number = @number",
                ("outlet", stored.Report.Outlet), ("published", Columns.Text(stored.Report.Published)), ("number", number));
            foreach (var (entry, place) in stored.Entries.Select((entry, place) => (entry, place)))
            {
                var found = home.Number("SELECT entry FROM found WHERE reading = @reading AND place = @place", ("reading", number), ("place", place))!.Value;
                Renew(found, stored.Report, entry);
            }
        }

        home.Execute(
            """
            UPDATE entry SET stands = 0 WHERE NOT EXISTS
                (SELECT 1 FROM found JOIN reading ON reading.number = found.reading WHERE found.entry = entry.number AND reading.stands = 1)
            """);
        foreach (var number in home.Rows("SELECT number FROM entry WHERE stands = 0", row => row.GetInt64(0))) Forget(number);
    }

    /// <summary>Writes the columns of an entry anew, of what the ledger holds or of what a correction made of it.</summary>
    public void Renew(long number, Report report, Entry entry)
    {
        var columns = Columns.Of(report, entry);
        Forget(number);
        home.Execute(
            """
            UPDATE entry SET type = @type, factuality = @factuality, mode = @mode, quad = @quad, voiced = @voiced, began = @began,
                ended = @ended, day = @day, published = @published, outlet = @outlet, country = @country, confidence = @confidence, tells = @tells
            WHERE number = @number
            """,
            [("number", number), .. columns.Parameters()]);
        if (home.Number("SELECT stands FROM entry WHERE number = @number", ("number", number)) == 1) AddParts(number, columns);
    }

    private void Note(long? run, long reading)
    {
        if (run is null) return;
        home.Execute("INSERT INTO outcome (run, reading) VALUES (@run, @reading) ON CONFLICT DO NOTHING", ("run", run), ("reading", reading));
    }

    private List<long> Standing(long report, string input) => home.Rows(
        "SELECT number FROM reading WHERE report = @report AND input = @input AND stands = 1",
        row => row.GetInt64(0), ("report", report), ("input", input));

    // After another reading of the same text took the place of one: which entries stand now?
    private void Settle(long report)
    {
        const string IsFound =
            """
            EXISTS (SELECT 1 FROM found JOIN reading ON reading.number = found.reading WHERE found.entry = entry.number AND reading.stands = 1)
            """;
        var gone = home.Rows($"UPDATE entry SET stands = 0 WHERE report = @report AND stands = 1 AND NOT {IsFound} RETURNING number", row => row.GetInt64(0), ("report", report));
        foreach (var number in gone) Forget(number);
        var again = home.Rows(
            $"SELECT number FROM entry WHERE report = @report AND stands = 0 AND {IsFound}", row => row.GetInt64(0), ("report", report));
        foreach (var number in again)
        {
            home.Execute("UPDATE entry SET stands = 1 WHERE number = @number", ("number", number));
            var (stored, entry) = new LedgerReports(home).Entry(number);
            Renew(number, stored, entry);
        }
    }

    private (long Number, bool IsNew) ReportNumber(Report report)
    {
        if (home.Number("SELECT number FROM report WHERE id = @id", ("id", report.Id)) is { } known) return (known, false);
        var (packed, length) = CompressedText.Pack(report.Text);
        return (home.Number(
            "INSERT INTO report (id, length, text) VALUES (@id, @length, @text) RETURNING number",
            ("id", report.Id), ("length", length), ("text", packed))!.Value, true);
    }

    private int Append(Report report, IReadOnlyList<Entry> entries, List<string> lines, long reportNumber, long reading)
    {
        var codePoints = new CodePoints(report.Text);
        var added = 0;
        for (var place = 0; place < entries.Count; place++)
        {
            var entry = entries[place];
            var id = Convert.FromHexString(entry.Id);
            var columns = Columns.Of(report, entry);
            var line = lines[place];
            var fresh = home.Number(
                """
                INSERT INTO entry (id, report, kind, type, factuality, position, json,
                    mode, quad, voiced, began, ended, day, published, outlet, country, confidence, tells)
                VALUES (@id, @report, @kind, @type, @factuality, @position, @json,
                    @mode, @quad, @voiced, @began, @ended, @day, @published, @outlet, @country, @confidence, @tells)
                ON CONFLICT (report, id) DO NOTHING
                RETURNING number
                """,
                [
                    ("id", id), ("report", reportNumber), ("kind", entry.Kind), ("position", codePoints.FromCodeUnits(entry.Position)),
                    ("json", line), .. columns.Parameters(),
                ]);
            var (number, first) = fresh is { } made ? (made, line) : Kept(reportNumber, id);
            home.Execute(
                "INSERT INTO found (reading, place, entry, json) VALUES (@reading, @place, @entry, @json)",
                ("reading", reading), ("place", place), ("entry", number), ("json", first == line ? null : line));
            if (fresh is not null) AddParts(number, columns);
            else Renew(number, report, entry);
            if (fresh is not null) added++;
        }

        return added;
    }

    private (long Number, string Json) Kept(long report, byte[] id) => home.Row(
        "SELECT number, json FROM entry WHERE report = @report AND id = @id",
        row => (row.GetInt64(0), row.GetString(1)), ("report", report), ("id", id));

    private void AddParts(long number, Columns columns)
    {
        for (var place = 0; place < columns.Parties.Length; place++)
        {
            var (role, actor, name, code, sector) = columns.Parties[place];
            home.Execute(
                """
                INSERT INTO party (entry, place, day, role, actor, name, code, sector, act)
                VALUES (@entry, @place, @day, @role, @actor, @name, @code, @sector, @act)
                """,
                ("entry", number), ("place", place), ("day", columns.Day), ("role", role), ("actor", actor), ("name", name),
                ("code", code), ("sector", sector), ("act", columns.Act));
        }

        AddPlaces(number, columns.Day, columns.Places);
        if (columns.Quad is { } quad) AddDyads(number, columns, quad);
        if (columns.Act is { } act)
        {
            AddSites(number, columns.Day, act, columns.Sites);
            foreach (var (actor, recipient) in columns.Ties())
            {
                home.Execute(
                    "INSERT INTO tie (actor, recipient, entry, act, day) VALUES (@actor, @recipient, @entry, @act, @day)",
                    ("actor", actor), ("recipient", recipient), ("entry", number), ("act", act), ("day", columns.Day));
            }
        }

        if (columns.Words.Length > 0) home.Execute(home.KeepWords, ("entry", number), ("words", columns.Words));
    }

    private void AddPlaces(long number, string day, IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            home.Execute("INSERT INTO location (entry, key, day) VALUES (@entry, @key, @day)", ("entry", number), ("key", key), ("day", day));
        }
    }

    private void AddSites(long number, string day, int act, IEnumerable<Site> sites)
    {
        foreach (var site in sites)
        {
            var place = site.Number;
            home.Execute(
                """
                INSERT INTO site (number, name, country, latitude, longitude, precision)
                VALUES (@number, @name, @country, @latitude, @longitude, @precision) ON CONFLICT (number) DO NOTHING
                """,
                ("number", place), ("name", site.Name), ("country", site.Country), ("latitude", site.Latitude), ("longitude", site.Longitude), ("precision", site.Precision));
            home.Execute("INSERT INTO spot (entry, site, act, day) VALUES (@entry, @site, @act, @day)", ("entry", number), ("site", place), ("act", act), ("day", day));
        }
    }

    private void AddDyads(long number, Columns columns, int quad)
    {
        var place = 0;
        foreach (var actor in columns.Codes("actor"))
        {
            foreach (var recipient in columns.Codes("recipient"))
            {
                home.Execute(
                    """
                    INSERT INTO dyad (month, actor, recipient, quad, factuality, voiced, entry, place)
                    VALUES (@month, @actor, @recipient, @quad, @factuality, @voiced, @entry, @place)
                    """,
                    ("month", columns.Day.Length < 7 ? "" : columns.Day[..7]), ("actor", actor), ("recipient", recipient),
                    ("quad", quad), ("factuality", columns.Factuality), ("voiced", columns.Voiced ? 1 : 0), ("entry", number),
                    ("place", place++));
            }
        }
    }

    // What an entry that stands no more has no part in
    private void Forget(long number)
    {
        home.Execute( // by the index that begins with them
            """
            DELETE FROM tie WHERE actor IN (SELECT actor FROM party WHERE entry = @entry AND role = 'actor')
                AND recipient IN (SELECT actor FROM party WHERE entry = @entry AND role = 'recipient') AND entry = @entry
            """,
            ("entry", number));
        home.Execute("DELETE FROM spot WHERE entry = @entry", ("entry", number));
        home.Execute("DELETE FROM party WHERE entry = @entry", ("entry", number));
        home.Execute("DELETE FROM dyad WHERE entry = @entry", ("entry", number));
        home.Execute("DELETE FROM location WHERE entry = @entry", ("entry", number));
        home.Execute(home.ForgetWords, ("entry", number));
    }

    private static string Line(Action<IBufferWriter<byte>> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        write(buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan.TrimEnd((byte)'\n'));
    }
}
