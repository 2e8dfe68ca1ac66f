using System.CommandLine;
using System.CommandLine.Parsing;
using Heliograph.Actors;

namespace Heliograph.Cli;

/// <summary>Says what is wrong with a command line before anything is read.</summary>
internal static class WrongUse
{
    private const int MostLettersOff = 3; // beyond it a word was not meant; of short words a third of their letters

    /// <summary>What is wrong, a line each; empty where nothing is.</summary>
    /// <param name="args">What was typed.</param>
    /// <param name="line">What was understood of it.</param>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> args, ParseResult line)
    {
        var command = line.CommandResult.Command;
        if (command.Action is null) return [NoCommand(line, command)];
        List<string> found = [.. UnknownOptions(args, line), .. EmptyOptions(line)];
        return found.Count > 0 ? found : [.. line.Errors.Select(error => error.Message).Distinct()];
    }

    /// <summary>A command as it is typed: <c>heliograph ledger list</c>.</summary>
    public static string Typed(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{Typed(parent)} {result.Command.Name}" : "heliograph";

    /// <summary>The word that was probably meant; null where none resembles it.</summary>
    public static string? Meant(string word, IEnumerable<string> known)
    {
        var nearest = known.Select(one => (Word: one, Distance: Distance(word, one))).Where(one => one.Distance <= Math.Min(MostLettersOff, word.Length / 3))
            .OrderBy(one => one.Distance).FirstOrDefault();
        return nearest.Word;
    }

    private static int Distance(string word, string known) =>
        word.Length > 4 && known.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? 0 : SpellingDistance.Of(word, known);

    private static string NoCommand(ParseResult line, Command command)
    {
        var names = command.Subcommands.Where(one => !one.Hidden).Select(one => one.Name).ToList();
        var (typed, expected) = (Typed(line.CommandResult), $"expected one of {string.Join(", ", names)}");
        return line.UnmatchedTokens is [var word, ..]
            ? $"{typed} {word}: found no such command, {expected}.{DidYouMean(word, names)}"
            : $"{typed}: found no command behind it, {expected}.";
    }

    // Whatever begins with a hyphen is an option; a file or a value that does is written so that it cannot be taken for one
    private static IEnumerable<string> UnknownOptions(IReadOnlyList<string> args, ParseResult line)
    {
        var options = Lineage(line.CommandResult).SelectMany(result => result.Command.Options.Where(option => option.Recursive || result == line.CommandResult))
            .SelectMany(option => option.Aliases.Prepend(option.Name).Select(name => (name, option))).ToDictionary(StringComparer.Ordinal);
        var typed = Typed(line.CommandResult);
        foreach (var arg in args.TakeWhile(arg => arg != "--"))
        {
            if (arg.Length < 2 || arg[0] != '-' || options.ContainsKey(arg)) continue;
            var name = arg.Split('=', ':')[0];
            if (options.TryGetValue(name, out var option))
            {
                if (option.ValueType == typeof(bool) && !bool.TryParse(arg.AsSpan(name.Length + 1), out _)) yield return $"{name}: found '{arg[(name.Length + 1)..]}' behind it, expected nothing. Leave that out.";
                continue;
            }

            var otherwise = line.CommandResult.Command.Arguments.Count > 0 ? $" What is no option but begins so is written behind -- ({typed} -- {arg})." : "";
            yield return $"{name}: found no such option of {typed}, expected one of those it has.{DidYouMean(name, options.Keys)}{otherwise}";
        }
    }

    private static IEnumerable<string> EmptyOptions(ParseResult line) =>
        from option in Lineage(line.CommandResult).SelectMany(result => result.Children).OfType<OptionResult>()
        where option.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value))
        select $"{option.Option.Name}: found nothing behind it, expected {option.Option.HelpName ?? "a value"}. Leave the option out, or say what is meant.";

    private static IEnumerable<CommandResult> Lineage(CommandResult result) =>
        result.Parent is CommandResult parent ? Lineage(parent).Prepend(result) : [result];

    private static string DidYouMean(string word, IEnumerable<string> known) => Meant(word, known) is { } meant ? $" Did you mean {meant}?" : "";
}
