using System.CommandLine;
using Heliograph.Store;

namespace Heliograph.Cli;

/// <summary><c>heliograph ledger</c>: reads the ledger back.</summary>
internal static class LedgerCommand
{
    private const string ListExamples = """
        heliograph ledger list --kind event --type ASSAULT
            every assault that any report tells
        heliograph ledger list --report report.txt
            what one report tells
        """;

    private const string ShowExamples = """
        heliograph ledger show 0a4be5d12480
            one entry with its words; the beginning of its id is enough
        heliograph ledger show sha256:719a8f20
            a whole report
        """;

    private const string ExportExamples = """
        heliograph ledger export --output entries.jsonl
            everything, as heliograph read --format jsonl printed it
        heliograph ledger export --kind statement --format json
            all statements with their reports, as one JSON array
        """;

    /// <summary>Declares the command line. Nothing runs here.</summary>
    public static Command Declare() => new("ledger", "Read back what the ledger holds.") { List(), Show(), Export() };

    private static ExampleCommand List()
    {
        var (ledger, format) = (CommonOptions.Ledger(), CommonOptions.Format(OutputFormat.Text));
        var filter = new LedgerFilter();
        var command = new ExampleCommand("list", "List entries, one a line.", ListExamples) { ledger, format };
        filter.AddTo(command);
        command.SetAction(line => Open(line.GetValue(ledger), reading => reading.List(filter.Of(line), line.GetValue(format))));
        return command;
    }

    private static ExampleCommand Show()
    {
        var id = new Argument<string>("ID") { Description = "The id of an entry, or of a report (sha256:…), or its beginning." };
        var (ledger, format) = (CommonOptions.Ledger(), CommonOptions.Format(OutputFormat.Text));
        var command = new ExampleCommand("show", "Show one entry with its words and its report.", ShowExamples) { id, ledger, format };
        command.SetAction(line => Open(line.GetValue(ledger), reading => reading.Show(line.GetRequiredValue(id), line.GetValue(format))));
        return command;
    }

    private static ExampleCommand Export()
    {
        var (ledger, format) = (CommonOptions.Ledger(), CommonOptions.Format(OutputFormat.Jsonl));
        var output = new Option<string?>("--output")
        {
            Description = "The file to write. If not named: standard output.",
            HelpName = "FILE",
        };
        var filter = new LedgerFilter();
        var command = new ExampleCommand("export", "Print reports and entries as they were read.", ExportExamples)
        {
            ledger, format, output,
        };
        filter.AddTo(command);
        command.SetAction(line => Open(
            line.GetValue(ledger),
            reading => reading.Export(filter.Of(line), line.GetValue(format), line.GetValue(output))));
        return command;
    }

    private static int Open(string? named, Func<LedgerReading, int> action)
    {
        var streams = Streams.OfProcess();
        return LedgerPlace.Choose(named, streams.Errors) is { } path ? Run(path, streams, action) : 1;
    }

    /// <summary>Opens the ledger and does the work, on streams the tests can read.</summary>
    /// <returns>The exit status: 0 when all went well, 1 when the ledger or what was asked for could not be read.</returns>
    public static int Run(string path, Streams streams, Func<LedgerReading, int> action) => streams.Guard(() =>
    {
        try
        {
            using var ledger = LedgerStore.OpenToRead(path);
            return action(new(ledger, streams));
        }
        catch (LedgerException e)
        {
            streams.Errors.WriteLine(Ledger.Printable.Line(e.Message));
            return 1;
        }
    });
}
