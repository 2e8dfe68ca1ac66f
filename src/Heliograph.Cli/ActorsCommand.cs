using System.CommandLine;
using System.CommandLine.Parsing;
using Heliograph.Actors;
using Heliograph.Ledger;
using Heliograph.Reading;

namespace Heliograph.Cli;

/// <summary><c>heliograph actors</c>: looks into the register of actors, checks packs of one's own, and makes them.</summary>
internal static class ActorsCommand
{
    private const string FindExamples = """
        heliograph actors find "prime minister" Pakistan --at 2021-08-17
            who held the office that day
        heliograph actors find TTP
            everyone with that name
        """;

    private const string ShowExamples = """
        heliograph actors show PAK
            a state, its offices and who held them
        heliograph actors show PAK/prime-minister --at 2021-08-17
            an office and its holder that day
        """;

    private const string CheckExamples = """
        heliograph actors check --pack mine.tsv --at 2031-01-01
            find clashing names, overlapping offices, dates out of order or after that day
        heliograph actors check
            check what ships
        """;

    private const string ImportExamples = """
        heliograph actors import Phoenix.Countries.actors.txt --format petrarch --output mine.tsv
            make a pack of a PETRARCH dictionary
        heliograph actors import extract.jsonl --format wikidata --output mine.tsv
            make a pack of Wikidata entities (JSON, one a line, or an array)
        heliograph read report.txt --actors mine.tsv
            read with it
        """;

    private const string MergeExamples = """
        heliograph actors merge taliban my-taliban --pack mine.tsv
            the second is the first: its names count for it
        """;

    /// <summary>Declares the command line. Nothing runs here.</summary>
    public static Command Declare() =>
        new("actors", "Look into the register of actors, and keep packs of one's own.") { Find(), Show(), Check(), Import(), Merge() };

    /// <summary>Writes what is wrong with the register and packs.</summary>
    /// <returns>0 where nothing is, otherwise 1.</returns>
    public static int Check(IReadOnlyList<string> packs, DateOnly? at, TextWriter output, TextWriter errors)
    {
        var register = ActorRegister.Shipped;
        IReadOnlyList<RegisterProblem> problems = [];
        if (packs.Count > 0)
        {
            if (ActorPacks.Read(packs, errors) is not { } pack) return ExitStatus.WrongUse;
            problems = pack.Problems;
            if (problems.Count == 0) register = register.With(pack);
        }

        if (problems.Count == 0) problems = RegisterCheck.Find(register, at);
        foreach (var problem in problems) output.WriteLine(Printable.Line(problem.ToString()));
        errors.WriteLine(FormattableString.Invariant(
            $"{register.Actors.Length} actors, {register.Offices.Length} offices, {register.Tenures.Length} tenures, {register.Memberships.Length} memberships; {problems.Count} problems."));
        return problems.Count == 0 ? 0 : 1;
    }

    private static ExampleCommand Find()
    {
        var words = new Argument<string[]>("WORDS") { Description = "A name, or an office and its state.", Arity = ArgumentArity.OneOrMore };
        var (at, packs, format) = (At(), ActorPacks.Option("--actors"), Format());
        var command = new ExampleCommand("find", "Find actors by name, or by office and day.", FindExamples) { words, at, packs, format };
        command.SetAction(line => With(line.GetValue(packs), register =>
        {
            var found = ActorSearch.Find(register, line.GetRequiredValue(words), line.GetValue(at));
            var output = new ActorsOutput(register, line.GetValue(at), Console.Out);
            if (line.GetValue(format) == "json") output.Json(found);
            else foreach (var actor in found) output.Row(actor);
            if (found.Count > 0) return 0;
            Console.Error.WriteLine(Printable.Line(
                $"{string.Join(' ', line.GetRequiredValue(words))}: found no actor of that name, expected one. Try fewer words, or add a pack with --actors."));
            return 1;
        }));
        return command;
    }

    private static ExampleCommand Show()
    {
        var id = new Argument<string>("ID") { Description = "The id of an actor or an office." };
        var (at, packs, format) = (At(), ActorPacks.Option("--actors"), Format());
        var command = new ExampleCommand("show", "Show all that the register has of one actor or office.", ShowExamples) { id, at, packs, format };
        command.SetAction(line => With(line.GetValue(packs), register =>
        {
            var wanted = line.GetRequiredValue(id);
            var output = new ActorsOutput(register, line.GetValue(at), Console.Out);
            if (register.TryFind(wanted, out var actor))
            {
                if (line.GetValue(format) == "json") output.Json([actor]);
                else output.Show(actor);
                return 0;
            }

            if (register.TryFindOffice(wanted, out var office))
            {
                output.Show(office);
                return 0;
            }

            Console.Error.WriteLine(Printable.Line($"{wanted}: found no such id, expected that of an actor or an office. See heliograph actors find."));
            return 1;
        }));
        return command;
    }

    private static ExampleCommand Check()
    {
        var (at, packs) = (At(), ActorPacks.Option("--pack"));
        var command = new ExampleCommand("check", "Check the register and packs of one's own.", CheckExamples) { at, packs };
        command.SetAction(line => Check(line.GetValue(packs) ?? [], line.GetValue(at), Console.Out, Console.Error));
        return command;
    }

    private static ExampleCommand Import()
    {
        var file = new Argument<string>("FILE") { Description = "The file to import." };
        var format = new Option<string>("--format") { Description = "tsv (a pack), petrarch or wikidata.", Required = true };
        format.AcceptOnlyFromAmong("tsv", "petrarch", "wikidata");
        var output = new Option<string>("--output") { Description = "The pack to write.", HelpName = "PACK.tsv", Required = true };
        var command = new ExampleCommand("import", "Make a pack of another list of actors.", ImportExamples) { file, format, output };
        command.SetAction(line => ActorImport.Run(
            line.GetRequiredValue(file), line.GetRequiredValue(format), line.GetRequiredValue(output), Console.Error));
        return command;
    }

    private static ExampleCommand Merge()
    {
        var id = new Argument<string>("A") { Description = "The id that stays." };
        var other = new Argument<string>("B") { Description = "The id that becomes the first one." };
        var pack = new Option<string>("--pack") { Description = "The pack to write it into; made where there is none.", HelpName = "PACK.tsv", Required = true };
        var command = new ExampleCommand("merge", "Say in a pack of one's own that two actors are one.", MergeExamples) { id, other, pack };
        command.SetAction(line => ActorImport.Merge(
            line.GetRequiredValue(id), line.GetRequiredValue(other), line.GetRequiredValue(pack), Console.Error));
        return command;
    }

    private static int With(string[]? packs, Func<ActorRegister, int> work) =>
        ActorPacks.Load(packs, Console.Error) is { } register ? work(register) : ExitStatus.WrongUse;

    private static Option<string> Format()
    {
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        return format;
    }

    private static Option<DateOnly?> At() => new("--at")
    {
        Description = "The day that offices are looked up for, or dates are checked against.",
        HelpName = "YYYY-MM-DD",
        CustomParser = Day,
    };

    private static DateOnly? Day(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (DateText.TryParse(text, out var day)) return day;
        result.AddError($"--at: found '{text}', expected a day such as 2031-05-02. Write year, month and day in this order.");
        return null;
    }
}
