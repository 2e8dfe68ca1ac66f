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

    /// <summary>Declares the command line. Nothing runs here.</summary>
    public static Command Declare() => All();

    private static Command All()
    {
        var command = new Command("ledger", "Read back what the ledger holds, search it, and correct it.")
        {
            List(), Show(), LedgerQueryCommand.Declare(), LedgerExportCommand.Declare(), LedgerRunsCommand.Runs(), LedgerRunsCommand.Diff(),
            LedgerCorrectCommand.Correct(), LedgerCorrectCommand.Undo(), LedgerCorrectCommand.All(), Upgrade(),
        };
        foreach (var actors in LedgerCorrectCommand.Actors()) command.Subcommands.Add(actors);
        return command;
    }

    private static ExampleCommand Upgrade()
    {
        var ledger = CommonOptions.Ledger();
        var command = new ExampleCommand(
            "upgrade", "Bring the ledger of an older Heliograph up to date; a copy of the old one is kept beside it.", "heliograph ledger upgrade") { ledger };
        command.SetAction(line => OpenToWrite(line.GetValue(ledger), (_, _) => 0));
        return command;
    }

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

    private static int Open(string? named, Func<LedgerReading, int> action) => Open(named, (store, streams) => action(new(store, streams)));

    /// <summary>Opens the ledger a person named, or the usual one, to read it.</summary>
    public static int Open(string? named, Func<LedgerStore, Streams, int> action, bool isQuiet = false) => Open(named, LedgerStore.OpenToRead, action, isQuiet);

    /// <summary>Opens the ledger a person named, or the usual one, to write in it. Makes none.</summary>
    public static int OpenToWrite(string? named, Func<LedgerStore, Streams, int> action, bool isQuiet = false) => Open(
        named,
        place =>
        {
            if (!LedgerStore.IsDatabase(place) && !File.Exists(place)) LedgerStore.OpenToRead(place).Dispose(); // says that there is none
            var streams = Streams.OfProcess(isQuiet);
            var line = new UpgradeLine(streams.Errors, streams.ShowsProgress, streams.Clock);
            var ledger = LedgerStore.Open(place, progress: line.Show);
            line.End();
            return ledger;
        },
        action,
        isQuiet);

    private static int Open(string? named, Func<string, LedgerStore> open, Func<LedgerStore, Streams, int> action, bool isQuiet)
    {
        var streams = Streams.OfProcess(isQuiet);
        return LedgerPlace.Choose(named, streams.Errors) is { } place ? Run(() => open(place), streams, store => action(store, streams)) : ExitStatus.NoLedger;
    }

    /// <summary>Opens the ledger and does the work, on streams the tests can read.</summary>
    /// <returns>The exit status: 0 when all went well, 1 when there is no such thing, 2 when it was asked for wrongly, 3 without the ledger.</returns>
    public static int Run(string path, Streams streams, Func<LedgerReading, int> action) =>
        Run(() => LedgerStore.OpenToRead(path), streams, store => action(new(store, streams)));

    private static int Run(Func<LedgerStore> open, Streams streams, Func<LedgerStore, int> action) => streams.Guard(() =>
    {
        try
        {
            using var ledger = open();
            return action(ledger);
        }
        catch (LedgerException e)
        {
            streams.Errors.WriteLine(Ledger.Printable.Line(e.Message));
            return e.IsOfQuestion ? ExitStatus.WrongUse : ExitStatus.NoLedger;
        }
    });
}
