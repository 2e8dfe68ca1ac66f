using Heliograph.Language.Networks;

namespace Heliograph.Training.Networks;

/// <summary>Labels of names as a chain: a score for each label of a word and for each pair of neighbours.</summary>
/// <remarks>The layer of scores below a <see cref="LabelChain"/>.</remarks>
internal sealed class Chain
{
    private const int Labels = NameDecoder.Labels;
    private readonly LabelChain _chain;

    public Chain(Parameters parameters, string name, int inputs)
    {
        Scores = new(parameters, name, inputs, Product.Width);
        _chain = new(parameters, name + ".pairs", Labels);
    }

    public Dense Scores { get; }

    public double Run(
        Matrix input, Matrix dInput, Network.Batch batch, Layout layout, Func<Sentence, byte[]?> gold, float weight,
        Gradient? gradient, Prediction[]? predictions, Arena arena)
    {
        var logits = Scores.Forward(input, arena);
        var loss = 0.0;
        for (var s = 0; s < batch.Sentences.Length; s++)
        {
            var length = layout.Lengths[s];
            var scores = new double[length * Labels];
            for (var t = 0; t < length; t++)
            {
                for (var l = 0; l < Labels; l++) scores[t * Labels + l] = logits.Row(layout.Row(s, t))[l];
            }

            if (predictions is not null) _chain.Best(scores).CopyTo(predictions[s].Names, 0);
            if (gradient is null) continue;
            var right = gold(batch.Sentences[s]);
            var slopes = new double[length * Labels];
            if (right is not null) loss += weight * _chain.Learn(scores, right, slopes, batch.Scale * weight, gradient);
            for (var t = 0; t < length; t++)
            {
                var row = logits.Row(layout.Row(s, t));
                row.Clear();
                for (var l = 0; l < Labels; l++) row[l] = (float)slopes[t * Labels + l];
            }
        }

        if (gradient is not null) Scores.Backward(input, logits, dInput, gradient, arena);
        return loss;
    }
}
