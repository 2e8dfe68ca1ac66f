using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>The learnt part of the graded score: a weight for each feature, read from <c>factuality-weights.tsv</c>.</summary>
/// <remarks>
/// Ridge regression on the human means of UDS It-Happened (White et al. 2016, Rudinger et al. 2018), bent by a hyperbolic tangent to −3…+3.
/// <c>heliograph-training factuality</c> writes the table.
/// </remarks>
internal static class FactualityModel
{
    /// <summary>The end of the scale: certain that it happened.</summary>
    public const double Certain = 3;

    private const double Slope = 1.2; // both measured on UDS dev by cross-validation; the sum's unit is that of the gold means
    private const double Middle = 0.1;

    private static readonly ModelWeights Weights = new("factuality-weights");

    /// <summary>The score of a token with these features, with the weights that ship for the model that read.</summary>
    /// <returns>From −3, certain that it did not happen, to +3, certain that it did.</returns>
    public static double Score(IReadOnlyCollection<string> features, ReadingModel model)
    {
        var weights = Weights.Of(model);
        var sum = weights.GetValueOrDefault("bias");
        foreach (var feature in features) sum += weights.GetValueOrDefault(feature);
        return Bend(sum);
    }

    /// <summary>Bends a sum of weights to the scale.</summary>
    public static double Bend(double sum) => Certain * Math.Tanh(Slope * (sum - Middle));
}
