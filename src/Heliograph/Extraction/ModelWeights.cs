using System.Collections.Frozen;
using System.Globalization;
using Heliograph.Documents;
using Heliograph.Language;

namespace Heliograph.Extraction;

/// <summary>A table of learnt weights, one for each model that reads: what is learnt on the columns of one fits the other less well.</summary>
/// <param name="name">The file's name without its ending, such as <c>confidence-weights</c>. That of the deep model ends in <c>-deep</c>; where there
/// is none, it goes by that of the fast one.</param>
internal sealed class ModelWeights(string name)
{
    private readonly Lazy<FrozenDictionary<string, double>> _fast = new(() => Read(name + ".tsv"));
    private readonly Lazy<FrozenDictionary<string, double>?> _deep = new(() => LexiconTable.Has(name + "-deep.tsv") ? Read(name + "-deep.tsv") : null);

    /// <summary>The weights by the name of the feature.</summary>
    public FrozenDictionary<string, double> Of(ReadingModel model) => model == ReadingModel.Deep && _deep.Value is { } deep ? deep : _fast.Value;

    private static FrozenDictionary<string, double> Read(string file) => LexiconTable.Rows(file, 2)
        .ToFrozenDictionary(row => row[0], row => double.Parse(row[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
