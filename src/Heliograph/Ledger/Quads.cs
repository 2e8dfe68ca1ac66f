namespace Heliograph.Ledger;

/// <summary>The four classes of PLOVER's types, numbered as GDELT numbers them.</summary>
public static class Quads
{
    /// <summary>Their names, in the order of their numbers; the first is number 1.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"];

    /// <summary>The class of a type: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</summary>
    /// <param name="plover">One of PLOVER's sixteen types.</param>
    /// <exception cref="ArgumentException">It is no type of PLOVER's.</exception>
    public static int Of(string plover) => plover switch
    {
        "AGREE" or "CONSULT" or "SUPPORT" or "CONCEDE" => 1,
        "COOPERATE" or "AID" or "RETREAT" => 2,
        "REQUEST" or "ACCUSE" or "REJECT" or "THREATEN" => 3,
        "PROTEST" or "SANCTION" or "MOBILIZE" or "COERCE" or "ASSAULT" => 4,
        _ => throw new ArgumentException($"Found '{plover}', expected one of PLOVER's sixteen types in capitals. Look at frames.tsv.", nameof(plover)),
    };
}
