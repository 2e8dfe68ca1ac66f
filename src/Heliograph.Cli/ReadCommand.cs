using System.CommandLine;
using System.CommandLine.Parsing;
using Heliograph.Documents;
using Heliograph.Reading;

namespace Heliograph.Cli;

/// <summary><c>heliograph read</c>: reads reports, prints their entries and keeps them in the ledger.</summary>
internal static class ReadCommand
{
    private const int MaxThreads = 1024;

    private const string Examples = """
        heliograph read report.txt --published 2031-05-02
            print what one report tells, and keep it in the ledger
        heliograph read page.html --no-ledger
            read a saved web page, and keep nothing
        heliograph read archive/ more.jsonl --format jsonl --threads 8 > entries.jsonl
            read a folder and a file of many reports
        heliograph read archive/ --model fast
            read much at once: several times faster, and finds less
        cat reports.jsonl | heliograph read - --input jsonl --format jsonl
            read JSON Lines: {"id", "text" or "html", "title", "published", "url", "outlet"}
        """;

    /// <summary>Declares the command line. Nothing runs here.</summary>
    /// <param name="stages">Makes the language layer; asked once, and only when the command runs.</param>
    /// <param name="reader">Names the program and the model; asked only when the command runs.</param>
    public static Command Declare(Func<ReadingModel, Stages> stages, Func<ReadingModel, string> reader)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Reports to read: files, folders, or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var input = CommonOptions.OneOf(
            "--input", "What the input is; auto tells by extension and first bytes.", InputFormat.Auto);
        var format = CommonOptions.Format(OutputFormat.Text);
        var published = new Option<DateOnly?>("--published")
        {
            Description = "The day of publication of reports that name none: the day that \"last week\" is counted from.",
            HelpName = "YYYY-MM-DD",
            CustomParser = Day,
        };
        var threads = new Option<int>("--threads")
        {
            Description = "Reports read at a time. The output is the same for any number.",
            HelpName = "N",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        threads.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.GetValueOrDefault<int>() is < 1 or > MaxThreads)
            {
                result.AddError($"--threads: found {result.Tokens[0].Value}, expected a number from 1 to {MaxThreads}. Leave it out to use every core.");
            }
        });
        var model = ModelOption.Of();
        var actors = ActorPacks.Option("--actors");
        var ledger = CommonOptions.Ledger();
        var noLedger = new Option<bool>("--no-ledger") { Description = "Print only, and keep nothing." };
        var learnt = new Option<string?>("--learnt")
        {
            Description = "What heliograph learn wrote, to be applied. If not named: the file beside the ledger, where there is one.",
            HelpName = "FILE",
        };
        var noLearnt = new Option<bool>("--no-learnt") { Description = "Read as shipped, whatever lies beside the ledger." };
        var force = new Option<bool>("--force") { Description = "Read reports that do not look English all the same." };

        var again = new Option<bool>("--again") { Description = "Let what the fast model finds replace what the deep one found, where the ledger holds that." };

        var command = new ExampleCommand(
            "read", "Read reports, print who did what to whom and who says so, and keep it in the ledger.", Examples)
        {
            paths, input, format, published, model, actors, threads, ledger, noLedger, learnt, noLearnt, force, again,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(noLedger) && result.GetValue(ledger) is not null)
            {
                result.AddError("--ledger and --no-ledger: found both, expected one at most. Leave one out.");
            }

            if (result.GetValue(noLearnt) && result.GetValue(learnt) is not null)
            {
                result.AddError("--learnt and --no-learnt: found both, expected one at most. Leave one out.");
            }
        });
        command.SetAction((line, token) => Task.Run(
            () =>
            {
                var keeps = !line.GetValue(noLedger);
                var place = keeps ? LedgerPlace.Choose(line.GetValue(ledger), Console.Error) : null;
                if (keeps && place is null) return 1;
                if (ActorPacks.Load(line.GetValue(actors), Console.Error) is not { } register) return 1;
                var name = reader(line.GetValue(model));
                var (isRead, applied) = LearntFile.Choose(line.GetValue(learnt), line.GetValue(noLearnt), place, name, Console.Error);
                if (!isRead) return 1;
                var request = new ReadRequest
                {
                    Paths = line.GetRequiredValue(paths),
                    Options = ReadOptions.Default with
                    {
                        Format = line.GetValue(input),
                        Published = line.GetValue(published),
                        Force = line.GetValue(force),
                    },
                    Format = line.GetValue(format),
                    Threads = line.GetValue(threads),
                    Ledger = place,
                    Actors = register,
                    Reader = name,
                    Again = line.GetValue(again),
                    Learnt = applied,
                };
                return Run(request, stages(line.GetValue(model)), Streams.OfProcess(), token);
            },
            CancellationToken.None));
        return command;
    }

    /// <summary>Does the work, on streams the tests can read.</summary>
    /// <returns>The exit status: 0 when every report was read, 1 when at least one was not, 130 when stopped.</returns>
    public static int Run(ReadRequest request, Stages stages, Streams streams, CancellationToken token = default) =>
        streams.Guard(() => new ReadBatch(request, stages, streams).Run(token));

    private static DateOnly? Day(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateText.TryParse(text, out var day)) return day;
        result.AddError($"--published: found '{text}', expected a day such as 2031-05-02. Write year, month and day in this order.");
        return null;
    }
}
