using System.CommandLine;
using Heliograph.Exports;

namespace Heliograph.Cli;

/// <summary><c>heliograph ledger export</c>: writes entries in the formats that others load.</summary>
internal static class LedgerExportCommand
{
    private const string Examples = """
        heliograph ledger export --output entries.jsonl
            everything, as heliograph read --format jsonl printed it
        heliograph ledger export --format csv --output tables
            a folder with a table a kind
        heliograph ledger export --format gdelt --filter "actor=PAK&type=ASSAULT" --output assaults
            assaults with Pakistan on either side, as GDELT's tables of events and mentions
        heliograph ledger export --format polecat --all --output polecat.txt
            every event, also what is planned, denied or without an actor
        heliograph ledger export --format parquet --dry-run
            how many rows and bytes that would be; nothing is written
        heliograph ledger export --kind statement --format atom --output statements.atom
            statements as a feed

        """;

    /// <summary>Declares the command line. Nothing runs here.</summary>
    public static Command Declare()
    {
        var ledger = CommonOptions.Ledger();
        var format = new Option<string>("--format")
        {
            Description = "How to write: text for people, or a format that others load; the list is below.",
            HelpName = "NAME",
            DefaultValueFactory = _ => "jsonl",
        };
        format.AcceptOnlyFromAmong([LedgerExport.Text, .. Export.Formats.Select(known => known.Name)]);
        var output = new Option<string?>("--output")
        {
            Description = "The file to write, or the folder where the format has several files. If not named: standard output.",
            HelpName = "FILE|FOLDER",
        };
        var filter = new Option<string?>("--filter")
        {
            Description = "Only these entries, as the query of a URL: the same as of heliograph ledger query.",
            HelpName = "FILTER",
        };
        var all = new Option<bool>("--all")
        {
            Description = "Also what people rejected; and into gdelt, polecat and acled events that are planned, possible, denied, without an actor or a day.",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print how many rows and bytes it would be, and write nothing." };
        var quiet = CommonOptions.Quiet();
        var query = new LedgerFilter();
        var command = new ExampleCommand("export", "Write reports and entries in a format that others load.", Examples + Formats())
        {
            ledger, format, output, filter, all, dryRun, quiet,
        };
        query.AddTo(command);
        command.SetAction(line => LedgerCommand.Open(line.GetValue(ledger), (store, streams) => new LedgerExport(store, streams).Run(new(
            line.GetRequiredValue(format), line.GetValue(output), query.Of(line), line.GetValue(filter), line.GetValue(all), line.GetValue(dryRun))), line.GetValue(quiet)));
        return command;
    }

    private static string Formats() => "\nFormats (* a folder):\n" + string.Join('\n', Export.Formats.Select(
        format => $"{format.Name,-14} {(format.IsFolder ? '*' : ' ')} {format.Description}"));
}
