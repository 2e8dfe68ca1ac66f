using Heliograph.Documents;
using Heliograph.Language.Networks;

namespace Heliograph.Extraction;

/// <summary>How probable it is that a statement is right: a weight for each feature, read from <c>confidence-weights.tsv</c>.</summary>
/// <remarks>Logistic regression on articles of PolNeAR that the tagger was not learnt from; <c>heliograph-training confidence</c> writes the table.</remarks>
internal static class ConfidenceModel
{
    private const int Places = 100; // the probability is told in hundredths

    private static readonly ModelWeights Weights = new("confidence-weights");

    /// <summary>The probability, with the weights that ship for the model that read; from 0.01 to 0.99 in hundredths, the same on every machine.</summary>
    public static double Of(IEnumerable<(string Name, double Value)> features, ReadingModel model)
    {
        var weights = Weights.Of(model);
        var sum = weights.GetValueOrDefault("bias");
        foreach (var (name, value) in features) sum += value * weights.GetValueOrDefault(name);
        return Math.Clamp(Math.Floor(Bend(sum) * Places + 0.5), 1, Places - 1) / Places;
    }

    /// <summary>Bends a sum of weights to a probability.</summary>
    public static double Bend(double sum) => 1 / (1 + Elementary.Exp(-sum));
}
