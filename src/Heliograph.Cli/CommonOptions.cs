using System.CommandLine;

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

    /// <summary>An option whose values are the names of an enumeration, in lower case.</summary>
    public static Option<T> OneOf<T>(string name, string description, T usual)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>().Select(value => value.ToLowerInvariant()).ToArray();
        return new(name)
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
    }
}
