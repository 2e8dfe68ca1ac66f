using System.Collections.Frozen;
using System.Globalization;

namespace Heliograph.Exports;

/// <summary>The numbers that codes of events stand for, from -10 (conflict) to 10 (cooperation).</summary>
internal static class Scales
{
    private static readonly Lazy<FrozenDictionary<string, double>> Goldsteins = new(() => Read("goldstein.tsv", columns: 1));
    private static readonly Lazy<FrozenDictionary<string, double>> Scores = new(() => Read("plover-scores.tsv", columns: 2));

    /// <summary>Goldstein's scale of a CAMEO code, or of the nearest code above it; null where there is none.</summary>
    public static double? Goldstein(string cameo)
    {
        for (var length = cameo.Length; length >= 2; length--)
        {
            if (Goldsteins.Value.TryGetValue(cameo[..length], out var scale)) return scale;
        }

        return null;
    }

    /// <summary>PLOVER's score of a type and mode, or of the type alone; null where there is none.</summary>
    public static double? Plover(string type, string? mode) =>
        Scores.Value.TryGetValue($"{type}\t{mode}", out var score) || Scores.Value.TryGetValue(type + "\t", out score) ? score : null;

    private static FrozenDictionary<string, double> Read(string name, int columns)
    {
        using var reader = new StreamReader(typeof(Scales).Assembly.GetManifestResourceStream(name)!);
        var numbers = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var line in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Skip(1))
        {
            var cells = line.Split('\t');
            numbers.Add(string.Join('\t', cells[..columns]), double.Parse(cells[columns], CultureInfo.InvariantCulture));
        }

        return numbers.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
