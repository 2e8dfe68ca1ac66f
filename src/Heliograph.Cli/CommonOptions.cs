using System.CommandLine;
using System.Globalization;

namespace Heliograph.Cli;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    /// <summary><c>--format text|json|jsonl</c>.</summary>
    public static Option<OutputFormat> Format(OutputFormat usual) => OneOf(
        "--format", "How to print: text for people, json for one array, jsonl for one JSON object a line.", usual);

    /// <summary><c>--ledger PLACE</c>.</summary>
    public static Option<string?> Ledger() => new("--ledger")
    {
        Description = $"The ledger: a file, or a PostgreSQL database (\"Host=…;Database=…\"). If not named: {LedgerPlace.Default() ?? "none, since the system names no data folder"}.",
        HelpName = "PLACE",
    };

    /// <summary><c>--quiet</c>.</summary>
    public static Option<bool> Quiet() => new("--quiet") { Description = "Print results and what went wrong, and nothing else: no summary, no progress, no advice." };

    /// <summary>An option whose value is a whole number.</summary>
    /// <param name="name">The option.</param>
    /// <param name="description">What it says.</param>
    /// <param name="most">The greatest number; the least is 1.</param>
    /// <param name="usual">The number where nobody says.</param>
    /// <param name="otherwise">What to do instead.</param>
    public static Option<int> Number(string name, string description, int most, Func<int> usual, string otherwise) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => usual(),
        CustomParser = result =>
        {
            var found = result.Tokens[0].Value;
            if (int.TryParse(found, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most) return number;
            result.AddError($"{name}: found {found}, expected a number from 1 to {most}. {otherwise}");
            return default;
        },
    };

    /// <summary>An option whose values are the names of an enumeration, in lower case.</summary>
    public static Option<T> OneOf<T>(string name, string description, T usual)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>().Select(value => value.ToLowerInvariant()).ToArray();
        var option = new Option<T>(name)
        {
            Description = description,
            HelpName = string.Join('|', names),
            DefaultValueFactory = _ => usual,
            CustomParser = result =>
            {
                var found = result.Tokens[0].Value;
                var index = Array.IndexOf(names, found.ToLowerInvariant());
                if (index >= 0) return Enum.GetValues<T>()[index];
                result.AddError($"{name}: found '{found}', expected one of {string.Join(", ", names)}. Choose one of them.");
                return default;
            },
        };
        option.CompletionSources.Clear(); // the names as they are in our code
        option.CompletionSources.Add(names);
        return option;
    }
}
