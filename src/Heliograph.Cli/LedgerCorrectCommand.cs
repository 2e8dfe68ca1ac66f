using System.CommandLine;
using System.Globalization;
using Heliograph.Ledger;
using Heliograph.Store;

namespace Heliograph.Cli;

/// <summary><c>heliograph ledger correct</c> and its kin: what people say about entries and actors.</summary>
internal static class LedgerCorrectCommand
{
    private const string CorrectExamples = """
        heliograph ledger correct 0a4be5d12480 accept
        heliograph ledger correct 0a4be5d12480 reject --reason "a film, not a war"
        heliograph ledger correct 0a4be5d12480 change type=THREATEN
        heliograph ledger correct 0a4be5d12480 change roles=swap
        heliograph ledger correct 0a4be5d12480 change recipient=120-131
            spans count code points of the report's text, as heliograph ledger show prints them

        Fields: of an event type, mode, factuality, roles (swap), actor, recipient (spans), who (ID=ID);
        of a statement act, naming, source, content (spans), who (ID=ID); of a mention actor (an id).
        """;

    private const string ActorExamples = """
        heliograph ledger merge local:4f1e… stimson-center
            what was read of the first is the second's from now on, in this ledger
        heliograph ledger split local:4f1e…
        """;

    /// <summary>Declares <c>correct</c>. Nothing runs here.</summary>
    public static Command Correct()
    {
        var id = new Argument<string>("ID") { Description = "The id of an entry, or its beginning." };
        var verb = new Argument<string>("VERB") { Description = "accept, reject or change." };
        verb.AcceptOnlyFromAmong("accept", "reject", "change");
        var change = new Argument<string?>("FIELD=VALUE") { Description = "What to change.", Arity = ArgumentArity.ZeroOrOne };
        var (ledger, by, reason, quiet) = (CommonOptions.Ledger(), By(), Reason(), CommonOptions.Quiet());
        var command = new ExampleCommand("correct", "Accept, reject or change an entry; it holds after every re-reading.", CorrectExamples)
        {
            id, verb, change, ledger, by, reason, quiet,
        };
        command.SetAction(line => LedgerCommand.OpenToWrite(line.GetValue(ledger), (store, streams) => Correct(
            store, streams, line.GetRequiredValue(id), line.GetRequiredValue(verb), line.GetValue(change), Said(line.GetValue(by), line.GetValue(reason), streams)), line.GetValue(quiet)));
        return command;
    }

    /// <summary>Declares <c>merge</c> and <c>split</c>. Nothing runs here.</summary>
    public static IEnumerable<Command> Actors()
    {
        foreach (var verb in (CorrectionVerb[])[CorrectionVerb.Merge, CorrectionVerb.Split])
        {
            var actor = new Argument<string>("ACTOR") { Description = "The id of an actor." };
            var into = new Argument<string>("INTO") { Description = "The id of the actor that it is." };
            var (ledger, by, reason, quiet) = (CommonOptions.Ledger(), By(), Reason(), CommonOptions.Quiet());
            var isMerge = verb == CorrectionVerb.Merge;
            var command = new ExampleCommand(
                isMerge ? "merge" : "split",
                isMerge ? "Say that an actor is another one." : "Say that a merged actor is one of its own again.", ActorExamples)
            {
                actor, ledger, by, reason, quiet,
            };
            if (isMerge) command.Arguments.Add(into);
            command.SetAction(line => LedgerCommand.OpenToWrite(line.GetValue(ledger), (store, streams) =>
            {
                var number = store.CorrectActor(Said(line.GetValue(by), line.GetValue(reason), streams) with
                {
                    Kind = "actor",
                    Anchor = line.GetRequiredValue(actor),
                    Verb = verb,
                    Value = isMerge ? line.GetRequiredValue(into) : null,
                });
                return Kept(streams, number);
            }, line.GetValue(quiet)));
            yield return command;
        }
    }

    /// <summary>Declares <c>undo</c>. Nothing runs here.</summary>
    public static Command Undo()
    {
        var number = new Argument<long>("NUMBER") { Description = "The number of a correction, as heliograph ledger corrections prints it." };
        var ledger = CommonOptions.Ledger();
        var command = new ExampleCommand("undo", "Take a correction back.", "heliograph ledger undo 12") { number, ledger };
        command.SetAction(line => LedgerCommand.OpenToWrite(line.GetValue(ledger), (store, streams) =>
        {
            if (store.Undo(line.GetValue(number))) return 0;
            streams.Errors.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{line.GetValue(number)}: found no such correction, expected one. See heliograph ledger corrections."));
            return 1;
        }));
        return command;
    }

    /// <summary>Declares <c>corrections</c>. Nothing runs here.</summary>
    public static Command All()
    {
        var ledger = CommonOptions.Ledger();
        var command = new ExampleCommand("corrections", "List what people said about entries and actors.", "heliograph ledger corrections") { ledger };
        command.SetAction(line => LedgerCommand.Open(line.GetValue(ledger), List));
        return command;
    }

    /// <summary>Keeps what is said of one entry.</summary>
    /// <returns>The exit status: 0, 1 where there is no such entry, or 2 where it cannot be changed so.</returns>
    public static int Correct(LedgerStore store, Streams streams, string id, string verb, string? change, Correction said)
    {
        var parts = change?.Split('=', 2) ?? [];
        if (verb == "change" != (parts.Length == 2))
        {
            return Refuse(streams, $"{verb}: found '{change}' behind it, expected {(verb == "change" ? "FIELD=VALUE, such as type=THREATEN" : "nothing")}. See heliograph ledger correct --help.", ExitStatus.WrongUse);
        }

        var isId = id.Length is >= LedgerReading.ShortestId and <= 32 && id.All(char.IsAsciiHexDigit);
        var found = isId ? store.Find(id.ToLowerInvariant(), 2) : [];
        if (found.Length != 1)
        {
            return Refuse(streams, $"{id}: found {(found.IsEmpty ? "no entry" : "more than one entry")} whose id begins so, expected one. See heliograph ledger list.");
        }

        try
        {
            var number = store.Correct(found[0].Entry.Id, said with
            {
                Verb = Enum.Parse<CorrectionVerb>(verb, ignoreCase: true),
                Field = parts.Length == 2 ? parts[0] : null,
                Value = parts.Length == 2 ? parts[1] : null,
            });
            return Kept(streams, number!.Value);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return Refuse(streams, $"{change}: {e.Message}", ExitStatus.WrongUse);
        }
    }

    private static int List(LedgerStore store, Streams streams)
    {
        using var writer = new StreamWriter(streams.Output, leaveOpen: true) { NewLine = "\n" };
        foreach (var (said, isOrphan) in store.AllCorrections())
        {
            var what = said.Field is null ? said.Value ?? "" : $"{said.Field}={said.Value}";
            var state = said.Undone ? "undone" : isOrphan ? "orphan" : "";
            var where = said.Report is { } report ? $"{report[..15]} {said.Anchor}" : said.Anchor;
            var reason = said.Reason is { } why ? $"  ({why})" : "";
            writer.WriteLine(Printable.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"{said.Number,4}  {said.At:yyyy-MM-dd HH:mm}  {said.Author,-12}  {said.Verb.ToString().ToLowerInvariant(),-6}  {said.Kind,-9}  {where}  {what}  {state}{reason}").TrimEnd()));
        }

        return 0;
    }

    private static Correction Said(string? by, string? reason, Streams streams) => new()
    {
        Kind = "",
        Anchor = "",
        Verb = CorrectionVerb.Accept,
        Author = string.IsNullOrWhiteSpace(by) ? Environment.UserName : by,
        At = streams.Clock.GetUtcNow(),
        Reason = reason,
    };

    private static int Kept(Streams streams, long number)
    {
        streams.Notes.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Kept as correction {number}; take it back with: heliograph ledger undo {number}"));
        return 0;
    }

    private static int Refuse(Streams streams, string message, int status = ExitStatus.SomeRefused)
    {
        streams.Errors.WriteLine(Printable.Line(message));
        return status;
    }

    private static Option<string?> By() => new("--by") { Description = "Who says so. If not named: the user of this machine.", HelpName = "NAME" };

    private static Option<string?> Reason() => new("--reason") { Description = "Why, if one likes.", HelpName = "WORDS" };
}
