using System.CommandLine;
using System.CommandLine.Invocation;
using Heliograph.Documents;
using Heliograph.Language;
using Heliograph.Ledger;
using Heliograph.Places;

namespace Heliograph.Cli;

/// <summary>The whole command line.</summary>
internal static class CommandLine
{
    /// <summary>How command lines are taken apart. An argument such as @notes.txt is a file to read, and not one that holds more of the line.</summary>
    public static readonly ParserConfiguration Parsing = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    /// <summary>All commands. Nothing is loaded and nothing runs here.</summary>
    /// <param name="settings">What was said once; asked only when it counts.</param>
    public static RootCommand Root(Func<Settings> settings)
    {
        var annotators = Enum.GetValues<ReadingModel>().ToDictionary(model => model, model => new Lazy<Annotator>(() => Annotator.Load(model)));
        var stages = (ReadingModel model) => Stages.Of(annotators[model].Value);
        var parsing = (ReadingModel model) => Stages.Of(Annotator.LoadWithoutSpeech(model));
        var reader = (ReadingModel model) => VersionText.Of(annotators[model].Value.ModelName);
        var root = new RootCommand("Reads news reports and keeps a ledger of who did what to whom, and who said so.")
        {
            ReadCommand.Declare(stages, reader),
            LedgerCommand.Declare(),
            ServeCommand.Declare(stages, reader),
            McpCommand.Declare(stages, reader),
            LearnCommand.Declare(reader),
            PlacesCommand.Declare(() => PlaceIndex.Shipped),
            ActorsCommand.Declare(),
            ParseCommand.Declare(parsing),
            EvaluateCommand.Declare(stages),
            BenchCommand.Declare(parsing, stages),
            ConfigCommand.Declare(settings),
            CompletionCommand.Declare(),
            ManCommand.Declare(),
        };
        VersionText.ShowIn(root, () => annotators[Annotator.DefaultModel].Value.ModelName);
        ExampleCommand.ShowIn(root);
        return root;
    }

    /// <summary>Runs what a command line asks for, or says what is wrong with it.</summary>
    /// <param name="root">All commands.</param>
    /// <param name="args">What was typed.</param>
    /// <param name="settings">What was said once; asked only when it counts.</param>
    /// <param name="errors">Told what is wrong.</param>
    /// <returns>The exit status.</returns>
    public static async Task<int> Run(RootCommand root, IReadOnlyList<string> args, Func<Settings> settings, TextWriter errors)
    {
        var line = root.Parse(args, Parsing);
        if (line.Action is { } action && action is not ParseErrorAction && action != line.CommandResult.Command.Action) return await line.InvokeAsync(); // help and its kin
        var wrong = WrongUse.Find(args, line);
        if (wrong.Count == 0 && Settings.Concern(line.CommandResult.Command)) (line, wrong) = Complete(root, args, line, settings());
        if (wrong.Count == 0) return await line.InvokeAsync();
        foreach (var problem in wrong) errors.WriteLine(Printable.Line(problem));
        errors.WriteLine($"See {WrongUse.Typed(line.CommandResult)} --help.");
        return ExitStatus.WrongUse;
    }

    /// <summary>A command line together with what was said once, and what is wrong with that.</summary>
    public static (ParseResult Line, IReadOnlyList<string> Wrong) Complete(RootCommand root, IReadOnlyList<string> args, ParseResult line, Settings settings)
    {
        var said = settings.For(line);
        string[] wrong = [.. settings.Problems, .. said.Select(one => one.Problem).OfType<string>()];
        if (wrong.Length > 0 || said.Count == 0) return (line, wrong);
        var whole = Settings.Complete(args, said);
        var complete = root.Parse(whole, Parsing);
        return (complete, [.. WrongUse.Find(whole, complete).Select(problem => $"{Where(problem)}{problem}")]);

        string Where(string problem) => string.Concat(said.Where(one => problem.Contains(one.Setting.Option, StringComparison.Ordinal)).Select(one => $"{one.Where}, as "));
    }
}
