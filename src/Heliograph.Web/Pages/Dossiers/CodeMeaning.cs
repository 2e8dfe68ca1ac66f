using System.Collections.Frozen;
using Heliograph.Actors;

namespace Heliograph.Web.Pages.Dossiers;

/// <summary>Says in words what codes of actors mean: <c>PAK</c>, <c>AFG:REB</c>, <c>:REB</c>, <c>IGO</c>.</summary>
public static class CodeMeaning
{
    private static readonly FrozenDictionary<string, string> Sectors = Load();

    /// <summary>A sector in words; null where PLOVER has none of this code.</summary>
    public static string? Sector(string code) => Sectors.GetValueOrDefault(code);

    /// <summary>What a code names, such as <c>Afghanistan: rebels</c>; null for what is no code.</summary>
    /// <param name="register">Who is who.</param>
    /// <param name="key">An id or a code.</param>
    public static string? Of(ActorRegister register, string key) => key.Split(':') switch
    {
        [{ Length: 3 } country] => Country(register, country),
        ["", var sector] when Sector(sector) is { } words => $"{Capital(words)}, of whatever country",
        [var country, var sector] when Sector(sector) is { } words && Country(register, country) is { } name => $"{name}: {words}",
        _ => null,
    };

    /// <summary>What the ledger's filter takes a code for, in a sentence; null for what is no code.</summary>
    public static string? Scope(ActorRegister register, string key) => key.Split(':') switch
    {
        [{ Length: 3 } country] when Country(register, country) is { } name =>
            $"The code {country} takes in everyone the ledger counts as of {name}: the state itself, its offices and bodies, its people and groups.",
        ["", var sector] when Sector(sector) is { } words => $"The code :{sector} takes in all whose sector is {sector} ({words}), of whatever country, and of none.",
        [var country, var sector] when Sector(sector) is { } words && Country(register, country) is { } name =>
            $"The code {country}:{sector} takes in all of {name} whose sector is {sector} ({words}).",
        _ => null,
    };

    private static string? Country(ActorRegister register, string code) =>
        !code.All(char.IsAsciiLetterUpper) ? null
        : register.TryFind(code, out var state) ? state.Name
        : code is "IGO" or "NGO" or "MNC" ? Capital(Sectors[code]) : null;

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static FrozenDictionary<string, string> Load()
    {
        using var stream = typeof(CodeMeaning).Assembly.GetManifestResourceStream("sectors.tsv")!;
        using var lines = new StreamReader(stream);
        return lines.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Skip(1).Select(line => line.Split('\t'))
            .ToFrozenDictionary(cells => cells[0], cells => cells[1], StringComparer.Ordinal);
    }
}
