using System.Collections.Frozen;

namespace Heliograph.Ledger;

/// <summary>The four classes of PLOVER's types, numbered as GDELT numbers them.</summary>
public static class Quads
{
    /// <summary>Their names, in the order of their numbers; the first is number 1.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"];

    // In the order of the classes
    private static readonly string[][] Classes =
    [
        ["AGREE", "CONSULT", "SUPPORT", "CONCEDE"],
        ["COOPERATE", "AID", "RETREAT"],
        ["REQUEST", "ACCUSE", "REJECT", "THREATEN"],
        ["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"],
    ];

    private static readonly FrozenDictionary<string, int> ClassOf =
        Classes.SelectMany((types, i) => types.Select(type => (Type: type, Quad: i + 1))).ToFrozenDictionary(one => one.Type, one => one.Quad, StringComparer.Ordinal);

    /// <summary>PLOVER's sixteen types, those of a class together.</summary>
    public static IReadOnlyList<string> Types { get; } = [.. Classes.SelectMany(types => types)];

    /// <summary>The class of a type: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</summary>
    /// <param name="plover">One of PLOVER's sixteen types.</param>
    /// <exception cref="ArgumentException">It is no type of PLOVER's.</exception>
    public static int Of(string plover) => ClassOf.TryGetValue(plover, out var quad)
        ? quad
        : throw new ArgumentException($"Found '{plover}', expected one of PLOVER's sixteen types in capitals. Look at frames.tsv.", nameof(plover));
}
