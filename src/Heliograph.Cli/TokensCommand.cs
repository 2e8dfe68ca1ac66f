using System.CommandLine;
using System.Globalization;
using Heliograph.Ledger;
using Heliograph.Store;
using Heliograph.Web.Access;

namespace Heliograph.Cli;

/// <summary><c>heliograph serve tokens</c>: who may come in from other machines.</summary>
internal static class TokensCommand
{
    private const string Examples = """
        heliograph serve tokens add anna --role editor
            make a token and print it, this once
        heliograph serve tokens list
        heliograph serve tokens remove anna
            close the door at once, on a running server too
        """;

    /// <summary>Declares the commands. Nothing runs here.</summary>
    public static Command Declare() => new("tokens", "Say who may come in from other machines.") { Add(), List(), Remove() };

    /// <summary>Where the tokens of a ledger are kept: beside its file, or in the user's data folder for a database.</summary>
    public static string PlaceOf(string ledger) => LedgerStore.IsDatabase(ledger)
        ? Path.Combine(Path.GetDirectoryName(LedgerPlace.Default()) ?? ".", "tokens")
        : ledger + ".tokens";

    /// <summary>Makes a token and prints it.</summary>
    /// <returns>The exit status.</returns>
    public static int Add(TokenFile tokens, string name, Right right, TimeProvider clock, TextWriter output, TextWriter errors) => Doing(tokens, errors, () =>
    {
        if (!TokenFile.IsName(name))
        {
            errors.WriteLine(Printable.Line($"{name}: found a name with other characters, or longer than 64, expected letters, digits, dots, hyphens and underscores. Choose another."));
            return 1;
        }

        if (tokens.Add(name, right, clock.GetUtcNow()) is not { } token)
        {
            errors.WriteLine($"{name}: found a token of this name, expected a new name. Remove the old one first (heliograph serve tokens remove {name}).");
            return 1;
        }

        output.WriteLine(token);
        errors.WriteLine($"This is shown once; its hash is kept in {Printable.Line(tokens.Path)}.");
        return 0;
    });

    /// <summary>Prints names, rights and days, and never a token.</summary>
    /// <returns>The exit status.</returns>
    public static int List(TokenFile tokens, TextWriter output, TextWriter errors) => Doing(tokens, errors, () =>
    {
        foreach (var row in tokens.All())
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Name,-24}  {row.Right.ToString().ToLowerInvariant(),-6}  {row.Made.UtcDateTime:yyyy-MM-dd HH:mm}"));
        }

        return 0;
    });

    /// <summary>Takes a token out.</summary>
    /// <returns>The exit status.</returns>
    public static int Remove(TokenFile tokens, string name, TextWriter errors) => Doing(tokens, errors, () =>
    {
        if (tokens.Remove(name)) return 0;
        errors.WriteLine(Printable.Line($"{name}: found no token of this name, expected one. See heliograph serve tokens list."));
        return 1;
    });

    private static ExampleCommand Add()
    {
        var name = new Argument<string>("NAME") { Description = "Whose it is; corrections made with it carry this name." };
        var role = new Option<string>("--role") { Description = "reader, or editor, who may also keep reports and correct.", HelpName = "reader|editor", DefaultValueFactory = _ => "reader" };
        role.AcceptOnlyFromAmong("reader", "editor");
        var ledger = CommonOptions.Ledger();
        var command = new ExampleCommand("add", "Make a token.", Examples) { name, role, ledger };
        command.SetAction(line => With(line.GetValue(ledger), tokens => Add(
            tokens, line.GetRequiredValue(name), Enum.Parse<Right>(line.GetRequiredValue(role), ignoreCase: true), TimeProvider.System, Console.Out, Console.Error)));
        return command;
    }

    private static ExampleCommand List()
    {
        var ledger = CommonOptions.Ledger();
        var command = new ExampleCommand("list", "List names, rights and days of the tokens.", Examples) { ledger };
        command.SetAction(line => With(line.GetValue(ledger), tokens => List(tokens, Console.Out, Console.Error)));
        return command;
    }

    private static ExampleCommand Remove()
    {
        var name = new Argument<string>("NAME") { Description = "The name of a token." };
        var ledger = CommonOptions.Ledger();
        var command = new ExampleCommand("remove", "Take a token out.", Examples) { name, ledger };
        command.SetAction(line => With(line.GetValue(ledger), tokens => Remove(tokens, line.GetRequiredValue(name), Console.Error)));
        return command;
    }

    private static int With(string? named, Func<TokenFile, int> action) =>
        LedgerPlace.Choose(named, Console.Error) is { } place ? action(new(PlaceOf(place))) : ExitStatus.NoLedger;

    private static int Doing(TokenFile tokens, TextWriter errors, Func<int> action)
    {
        try
        {
            return action();
        }
        catch (InvalidDataException e)
        {
            errors.WriteLine(Printable.Line(e.Message));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(Printable.Line($"{tokens.Path}: found that it cannot be read or written ({e.Message}), expected a file of tokens. Check the folder and who owns it."));
        }

        return 1;
    }
}
