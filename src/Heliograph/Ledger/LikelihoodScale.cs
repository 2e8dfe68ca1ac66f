using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Heliograph.Ledger;

/// <summary>The scale of the US intelligence community for words of likelihood.</summary>
/// <remarks>
/// Source: Intelligence Community Directive 203 (2015), section 6.e.2. Only these words, in these forms, get numbers:
/// "may", "might", "could", "expected to" and the like stand outside the scale by design.
/// </remarks>
public static class LikelihoodScale
{
    /// <summary>The name of the scale, as entries give it.</summary>
    public const string Name = "ICD 203";

    private static readonly Lazy<FrozenDictionary<string, (double Low, double High)>> Ranges = new(Load);

    /// <summary>The bounds that the scale gives to words of likelihood.</summary>
    /// <param name="words">The words as they stand; case and spacing do not matter.</param>
    /// <returns>Probabilities from 0 to 1, or null where the words are not on the scale.</returns>
    public static (double Low, double High)? Of(string words)
    {
        var plain = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
        return Ranges.Value.TryGetValue(plain, out var range) ? range : null;
    }

    private static FrozenDictionary<string, (double Low, double High)> Load()
    {
        using var stream = typeof(LikelihoodScale).Assembly.GetManifestResourceStream("icd-203.tsv")
            ?? throw new InvalidOperationException("The library holds no icd-203.tsv; expected it as an embedded resource. Build it again.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var ranges = new Dictionary<string, (double, double)>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            ranges.Add(cells[0], (Share(cells[1]), Share(cells[2])));
        }

        return ranges.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static double Share(string percent) => int.Parse(percent, CultureInfo.InvariantCulture) / 100.0;
}
