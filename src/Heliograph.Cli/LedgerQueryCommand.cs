using System.CommandLine;
using System.Globalization;
using Heliograph.Ledger;
using Heliograph.Store;

namespace Heliograph.Cli;

/// <summary><c>heliograph ledger query</c>: finds and counts entries by a filter written as the query of a URL.</summary>
internal static class LedgerQueryCommand
{
    private const int MostEntries = 100_000;

    private const string Examples = """
        heliograph ledger query "actor=PAK&type=ASSAULT&from=2021-08-01&factuality=happened"
            assaults since August 2021 with Pakistan on either side, told as having happened
        heliograph ledger query "by=:REB&to=AFG&kind=event" --format jsonl --limit 1000
            what rebels of any country did to Afghanistan, one JSON object a line
        heliograph ledger query "kind=event&voice=outlet" --count dyadmonth
            how often, by month, pair of countries and class of event, in the outlets' own voice
        heliograph ledger query 'text="border crossing" refugees&kind=statement'
            statements that hold a phrase and a word

        Keys: kind, type, mode, quad (1 to 4), actor (either side), by, to, source, country (of the place), place, outlet, from,
        until, published-from, published-until (days; until is the first day that counts no more), factuality, voice (outlet or source),
        copies (no: one report an origin), confidence (at least), text, report. A key may come several times: any of its values will do; but all words of text must be
        there ("..." is a phrase), and of days, voice, copies, confidence and report the last one counts.
        An actor is an id of the register (taliban), a country (PAK), a sector within one (AFG:REB) or anywhere (:REB).
        """;

    /// <summary>Declares the command line. Nothing runs here.</summary>
    public static Command Declare()
    {
        var filter = new Argument<string>("FILTER") { Description = "What to look for, as the query of a URL; empty for everything.", DefaultValueFactory = _ => "" };
        var (ledger, format) = (CommonOptions.Ledger(), CommonOptions.Format(OutputFormat.Text));
        var count = new Option<TallyBy?>("--count")
        {
            Description = $"Count instead of listing, by {string.Join(", ", Enum.GetNames<TallyBy>().Select(name => name.ToLowerInvariant()))}.",
            HelpName = "BY",
        };
        var sort = CommonOptions.OneOf("--sort", "In which order: by the day of the event or else of publication, or the surest first.", EntrySort.Newest);
        var limit = CommonOptions.Number("--limit", "How many entries at most.", MostEntries, () => 50, "For more, use heliograph ledger export.");
        var after = new Option<string?>("--after") { Description = "Go on behind this cursor, as the list before named it.", HelpName = "CURSOR" };
        var quiet = CommonOptions.Quiet();
        var command = new ExampleCommand("query", "Find or count entries by who, what, where, when, how sure and who says so.", Examples)
        {
            filter, ledger, format, count, sort, limit, after, quiet,
        };
        command.SetAction(line => LedgerCommand.Open(line.GetValue(ledger), (store, streams) => Run(
            store, streams, line.GetRequiredValue(filter), line.GetValue(format), line.GetValue(count),
            new(line.GetValue(sort), line.GetValue(after), line.GetValue(limit))), line.GetValue(quiet)));
        return command;
    }

    /// <summary>Does the work, on streams the tests can read.</summary>
    /// <returns>The exit status: 0, or 2 where the filter cannot be read.</returns>
    public static int Run(
        LedgerStore store, Streams streams, string query, OutputFormat format, TallyBy? count, (EntrySort Sort, string? After, int Limit) page)
    {
        var (filter, error) = EntryFilter.Parse(query);
        if (filter is null)
        {
            streams.Errors.WriteLine(Printable.Line(error + " See heliograph ledger query --help."));
            return ExitStatus.WrongUse;
        }

        if (count is { } by) return Count(store, streams, filter, by, format);
        var found = store.Search(filter, page.Sort, page.After, page.Limit);
        var output = new EntryOutput(streams.Output, format, streams.IsColoured);
        foreach (var (report, entry, day) in found.Entries)
        {
            output.Write(format == OutputFormat.Text
                ? System.Text.Encoding.UTF8.GetBytes($"{day,-10}  {LedgerReading.Row(report, entry)}\n")
                : output.Lines(report, [entry], withReport: false));
        }

        output.End();
        if (found.Next is not null)
        {
            streams.Notes.WriteLine($"More follow, {store.Count(filter).ToString("N0", CultureInfo.InvariantCulture)} in all: --after {found.Next}");
        }

        return 0;
    }

    private static int Count(LedgerStore store, Streams streams, EntryFilter filter, TallyBy by, OutputFormat format)
    {
        using var writer = new StreamWriter(streams.Output, leaveOpen: true) { NewLine = "\n" };
        var tallies = store.Counts(filter, by);
        if (format == OutputFormat.Text)
        {
            var width = tallies.Select(tally => tally.Key.Length).DefaultIfEmpty(0).Max();
            foreach (var tally in tallies)
            {
                var origins = tally.Origins > 0 ? string.Create(CultureInfo.InvariantCulture, $"  {tally.Origins,9:N0} origins") : "";
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(tally.Key.Length > 0 ? Printable.Line(tally.Key) : "-").PadRight(width)}  {tally.Count,9:N0}{origins}"));
            }

            return 0;
        }

        var lines = tallies.Select(tally => System.Text.Json.JsonSerializer.Serialize(
            new Dictionary<string, object> { ["key"] = tally.Key, ["count"] = tally.Count, ["origins"] = tally.Origins })).ToList();
        writer.WriteLine(format == OutputFormat.Jsonl ? string.Join('\n', lines) : $"[{string.Join(",\n", lines)}]");
        return 0;
    }
}
