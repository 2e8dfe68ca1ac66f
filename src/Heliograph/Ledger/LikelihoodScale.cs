using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Heliograph.Language;

namespace Heliograph.Ledger;

/// <summary>A named scale that gives words of likelihood bounds.</summary>
/// <remarks>
/// Only the words of a scale, in the forms that it gives, get its numbers: "may", "might", "could", "expected to" and the like
/// stand outside every scale by design, and so do negated words ("not likely").
/// </remarks>
public sealed class LikelihoodScale
{
    private readonly Lazy<FrozenDictionary<string, (double Low, double High)>> _ranges;

    private LikelihoodScale(string name, string file) => (Name, _ranges) = (name, new(() => Load(file)));

    /// <summary>The scale of the US intelligence community: Intelligence Community Directive 203 (2015), section 6.e.2.</summary>
    public static LikelihoodScale Icd203 { get; } = new("ICD 203", "icd-203.tsv");

    /// <summary>The scale of the Intergovernmental Panel on Climate Change: Mastrandrea et al. (2010), table 1.</summary>
    public static LikelihoodScale Ipcc { get; } = new("IPCC", "ipcc.tsv");

    /// <summary>The scale of Sherman Kent (1964), Words of Estimative Probability.</summary>
    public static LikelihoodScale Kent { get; } = new("Kent", "kent.tsv");

    /// <summary>Every scale, in the order in which they are asked: the first that holds the words names the numbers.</summary>
    public static ImmutableArray<LikelihoodScale> All { get; } = [Icd203, Ipcc, Kent];

    /// <summary>The name of the scale, as entries give it.</summary>
    public string Name { get; }

    /// <summary>The first of all scales that holds the words, with its bounds; null where none does.</summary>
    /// <param name="words">The words as they stand; case and spacing do not matter.</param>
    public static (LikelihoodScale Scale, double Low, double High)? Find(string words)
    {
        foreach (var scale in All)
        {
            if (scale.Of(words) is var (low, high)) return (scale, low, high);
        }

        return null;
    }

    /// <summary>The bounds that the scale gives to words of likelihood.</summary>
    /// <param name="words">The words as they stand; case and spacing do not matter.</param>
    /// <returns>Probabilities from 0 to 1, or null where the words are not on the scale.</returns>
    public (double Low, double High)? Of(string words)
    {
        var plain = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
        return _ranges.Value.TryGetValue(plain, out var range) ? range : null;
    }

    private static FrozenDictionary<string, (double Low, double High)> Load(string file)
    {
        var ranges = new Dictionary<string, (double, double)>(StringComparer.Ordinal);
        foreach (var line in LexiconTable.Lines(file))
        {
            var cells = line.Split('\t');
            ranges.Add(cells[0], (Share(cells[1]), Share(cells[2])));
        }

        return ranges.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static double Share(string percent) => int.Parse(percent, CultureInfo.InvariantCulture) / 100.0;
}
