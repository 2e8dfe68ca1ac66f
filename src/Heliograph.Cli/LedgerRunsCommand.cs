using System.CommandLine;
using System.Globalization;
using Heliograph.Ledger;
using Heliograph.Store;

namespace Heliograph.Cli;

/// <summary><c>heliograph ledger runs</c> and <c>diff</c>: what was read when, what was not, and what another reading changed.</summary>
internal static class LedgerRunsCommand
{
    private const string RunsExamples = """
        heliograph ledger runs
            every run: when, with which program and model, how many reports, how many refused
        heliograph ledger runs 3
            what run 3 could not read, and why
        """;

    private const string DiffExamples = """
        heliograph ledger diff 3 4
            entries that are new, gone or changed from run 3 to run 4, and why
        """;

    /// <summary>Declares <c>runs</c>. Nothing runs here.</summary>
    public static Command Runs()
    {
        var ledger = CommonOptions.Ledger();
        var run = new Argument<long?>("RUN") { Description = "Tell what this run refused.", Arity = ArgumentArity.ZeroOrOne };
        var command = new ExampleCommand("runs", "Tell what was read when and with what, and what was refused and why.", RunsExamples) { run, ledger };
        command.SetAction(line => LedgerCommand.Open(line.GetValue(ledger), (store, streams) => Show(store, streams, line.GetValue(run))));
        return command;
    }

    /// <summary>Declares <c>diff</c>. Nothing runs here.</summary>
    public static Command Diff()
    {
        var ledger = CommonOptions.Ledger();
        var (before, after) = (new Argument<long>("BEFORE") { Description = "The number of a run." }, new Argument<long>("AFTER") { Description = "The number of a later run." });
        var quiet = CommonOptions.Quiet();
        var command = new ExampleCommand("diff", "Tell how what two runs found in the same inputs differs.", DiffExamples) { before, after, ledger, quiet };
        command.SetAction(line => LedgerCommand.Open(
            line.GetValue(ledger), (store, streams) => Compare(store, streams, line.GetValue(before), line.GetValue(after)), line.GetValue(quiet)));
        return command;
    }

    /// <summary>Prints every run, or what one run refused.</summary>
    public static int Show(LedgerStore store, Streams streams, long? run)
    {
        using var writer = new StreamWriter(streams.Output, leaveOpen: true) { NewLine = "\n" };
        if (run is { } number)
        {
            if (!Has(store, streams, number)) return 1;
            foreach (var refusal in store.Refusals(number)) writer.WriteLine(Printable.Line(refusal.Reason));
            return 0;
        }

        foreach (var one in store.Runs())
        {
            var ended = one.Ended is { } end ? $"{(end - one.Began).TotalSeconds.ToString("N0", CultureInfo.InvariantCulture)} s" : "not ended";
            var settings = one.Settings.Length > 0 ? $"  {one.Settings}" : "";
            writer.WriteLine(Printable.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"{one.Number,4}  {one.Began:yyyy-MM-dd HH:mm}  {ended,-9}  {one.Reports,7:N0} read  {one.Refused,5:N0} refused  {one.Reader}{settings}")));
        }

        return 0;
    }

    /// <summary>Prints how two runs differ, and how often.</summary>
    public static int Compare(LedgerStore store, Streams streams, long before, long after)
    {
        if (!Has(store, streams, before) || !Has(store, streams, after)) return 1;
        using var writer = new StreamWriter(streams.Output, leaveOpen: true) { NewLine = "\n" };
        var differences = store.Differences(before, after);
        foreach (var one in differences)
        {
            var (kept, row) = Row(store, one.After ?? one.Before!);
            writer.WriteLine($"{one.Change,-7}  {one.Why,-8}  {(kept ? row : Printable.Line(one.Input))}");
        }

        var counts = differences.GroupBy(one => one.Change).OrderBy(change => change.Key, StringComparer.Ordinal)
            .Select(change => string.Create(CultureInfo.InvariantCulture, $"{change.Count():N0} {change.Key}"));
        streams.Notes.WriteLine(differences.IsEmpty ? "The runs found the same." : string.Join(", ", counts) + ".");
        return 0;
    }

    private static (bool Kept, string Row) Row(LedgerStore store, string id)
    {
        var found = store.Find(id, 1);
        return found.IsEmpty ? (false, "") : (true, LedgerReading.Row(found[0].Report.Report, found[0].Entry));
    }

    private static bool Has(LedgerStore store, Streams streams, long run)
    {
        if (store.Runs().Any(one => one.Number == run)) return true;
        streams.Errors.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{run}: found no such run, expected one. See heliograph ledger runs."));
        return false;
    }
}
