using System.Globalization;
using System.Text;
using Heliograph.Documents;
using Heliograph.Ledger;
using Heliograph.Store;

namespace Heliograph.Cli;

/// <summary>Prints what a ledger holds.</summary>
internal sealed class LedgerReading(LedgerStore ledger, Streams streams)
{
    public const int ShortestId = 4;     // hex digits; fewer would fit too much
    private const int ShownId = 12;       // hex digits; enough to tell millions of entries apart
    private const int MostCandidates = 10;
    private const int WordsWidth = 72;    // columns

    /// <summary>One short row an entry, each entry once; in JSON, the entries' lines without those of their reports.</summary>
    public int List(LedgerQuery query, OutputFormat format)
    {
        var listed = new HashSet<string>(StringComparer.Ordinal);
        var output = new EntryOutput(streams.Output, format, streams.IsColoured);
        foreach (var stored in ledger.Read(query))
        {
            var entries = stored.Entries.Where(entry => listed.Add(entry.Id)).ToList();
            if (format != OutputFormat.Text) output.Write(output.Lines(stored.Report, entries, withReport: false));
            else output.Write(Encoding.UTF8.GetBytes(string.Concat(entries.Select(entry => Row(stored.Report, entry) + "\n"))));
        }

        output.End();
        return 0;
    }

    /// <summary>One entry with its words and its report, or a whole report.</summary>
    public int Show(string id, OutputFormat format)
    {
        if (id.StartsWith("sha256:", StringComparison.Ordinal)) return WholeReport(id, format);
        if (id.Length < ShortestId || !id.All(char.IsAsciiHexDigit))
        {
            return Refuse($"{id}: found no id of an entry, expected {ShortestId} to 32 hex digits, as heliograph ledger list prints them. Copy one from there.", ExitStatus.WrongUse);
        }

        var candidates = ledger.Find(id.ToLowerInvariant(), MostCandidates + 1);
        if (candidates.IsEmpty) return Refuse($"{id}: found no entry whose id begins so, expected one. See heliograph ledger list.");
        if (candidates.Length > 1)
        {
            var rows = candidates.Take(MostCandidates).Select(found => "\n  " + Row(found.Report.Report, found.Entry));
            return Refuse($"{id}: found more than one entry whose id begins so, expected one. Give more of the id:{string.Concat(rows)}");
        }

        var (stored, entry) = candidates[0];
        var output = new EntryOutput(streams.Output, format, streams.IsColoured);
        output.Write(format == OutputFormat.Text
            ? output.Rendered(OneEntry(stored, entry))
            : output.Lines(stored.Report, [entry], withReport: true));
        output.End();
        return 0;
    }

    private int WholeReport(string id, OutputFormat format)
    {
        var output = new EntryOutput(streams.Output, format, streams.IsColoured);
        var count = 0;
        foreach (var stored in ledger.Read(new() { Report = id }))
        {
            output.Write(output.Render(stored.Report, stored.Entries, Passages.Paragraphs(stored.Report.Text)));
            count++;
        }

        if (count == 0) return Refuse($"report {id}: found no such report, expected one. See heliograph ledger list.");
        output.End();
        return 0;
    }

    private static IEnumerable<Piece> OneEntry(StoredReport stored, Entry entry)
    {
        var text = new EntryText(stored.Report, stored.Entries, Passages.Paragraphs(stored.Report.Text));
        return text.Heading().Concat(text.Of(entry)).Concat(text.Source());
    }

    // For example: 017c2045179b  event      ASSAULT       did not happen  Korvan forces | attacked | Belmere  (invented.txt)
    public static string Row(Report report, Entry entry)
    {
        var sure = entry is EventEntry told ? Terms.Of(told.Factuality) : "";
        var words = Printable.Line(string.Join(" | ", Words(entry).Select(evidence => evidence.In(report.Text))));
        if (words.Length > WordsWidth) words = Cut(words);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{entry.Id[..Math.Min(ShownId, entry.Id.Length)],-ShownId}  {entry.Kind,-9}  {entry.Type,-12}  {sure,-14}  {words}  ({Printable.Line(report.Input)})");
    }

    private static string Cut(string words)
    {
        var end = WordsWidth - 1;
        if (char.IsHighSurrogate(words[end - 1])) end--;
        return words[..end] + "…";
    }

    private static IEnumerable<Evidence> Words(Entry entry) => entry switch
    {
        MentionEntry mention => [mention.Words],
        StatementEntry { Source: { } source } statement => [source.Words, statement.Cue, statement.Content],
        StatementEntry statement => [statement.Cue, statement.Content],
        EventEntry told => [.. told.Actors.Select(actor => actor.Words), told.Trigger, .. told.Recipients.Select(recipient => recipient.Words)],
        _ => [],
    };

    private int Refuse(string message, int status = ExitStatus.SomeRefused)
    {
        streams.Errors.WriteLine(message);
        return status;
    }
}
