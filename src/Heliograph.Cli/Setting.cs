using System.Collections.Immutable;
using Heliograph.Web.Access;

namespace Heliograph.Cli;

/// <summary>One thing that can be said once, by a variable or in the file of settings, rather than on every command line: the option of the same name.</summary>
/// <param name="Key">Its key in the file.</param>
/// <param name="Example">A value, as the file has it.</param>
/// <param name="Meaning">What it says, for people.</param>
internal sealed record Setting(string Key, string Example, string Meaning)
{
    private const string Prefix = "HELIOGRAPH_";

    /// <summary>Everything that can be said so. What opens a server to others is not among it: that stands on the command line, where it is seen.</summary>
    public static readonly ImmutableArray<Setting> All =
    [
        new("ledger", "\"desk.db\"", "The ledger: a file, or a PostgreSQL database.") { IsPlace = true, Unless = ["--no-ledger", "--demo"] },
        new("actors", "[\"mine.tsv\"]", "Packs of actors of one's own; several in a list, in the variable with the separator of paths between them.") { IsPlace = true, IsList = true },
        new("learnt", "\"desk.tsv\"", "What heliograph learn wrote, to be applied.") { IsPlace = true, Unless = ["--no-learnt"] },
        new("threads", "4", "Reports read at a time."),
        new("quiet", "true", "Print results and what went wrong, and nothing else: true or false.") { IsSwitch = true },
        new("url", "\"http://127.0.0.1:6000\"", "Where heliograph serve listens: an address that this machine alone can reach.") { Refusal = Wider },
        new("require-token", "true", "Whether heliograph serve asks for tokens on loopback too: true or false.") { IsSwitch = true },
    ];

    /// <summary>The option that says the same.</summary>
    public string Option => "--" + Key;

    /// <summary>The variable of the environment that says it.</summary>
    public string Variable => Prefix + Key.Replace('-', '_').ToUpperInvariant();

    /// <summary>Whether it names files; in the file of settings they are looked for from where that lies.</summary>
    public bool IsPlace { get; private init; }

    /// <summary>Whether it may have several values.</summary>
    public bool IsList { get; private init; }

    /// <summary>Whether it is true or false.</summary>
    public bool IsSwitch { get; private init; }

    /// <summary>Options beside which it does not count.</summary>
    public ImmutableArray<string> Unless { get; private init; } = [];

    /// <summary>What is wrong with a value that the command line alone may have; null where nothing is.</summary>
    public Func<string, string?> Refusal { get; private init; } = _ => null;

    /// <summary>Whether a variable of the environment is meant for us.</summary>
    public static bool IsOurs(string variable) => variable.StartsWith(Prefix, StringComparison.Ordinal);

    private static string? Wider(string url) => ListenAddress.Parse(url) is { Address.IsLoopback: true }
        ? null
        : $"found '{url}', expected an address of this machine alone, such as http://127.0.0.1:5080. What opens a ledger to others is said on the command line: heliograph serve --url URL.";
}
