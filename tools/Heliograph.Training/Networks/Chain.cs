using System.Numerics.Tensors;
using Heliograph.Language.Networks;

namespace Heliograph.Training.Networks;

/// <summary>Labels of names as a chain: a score for each label of a word and for each pair of neighbours.</summary>
/// <remarks>A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001), learnt by forward-backward.</remarks>
internal sealed unsafe class Chain
{
    private const int Labels = NameDecoder.Labels;
    private readonly Parameters _parameters;
    private readonly Weights _pairs;

    public Chain(Parameters parameters, string name, int inputs)
    {
        _parameters = parameters;
        Scores = new(parameters, name, inputs, Product.Width);
        _pairs = parameters.Add(name + ".pairs", 1, Labels * Labels);
    }

    public Dense Scores { get; }

    /// <summary>Whether a label may follow another: only the inside of a type needs its beginning or inside before it.</summary>
    public static bool May(int before, int after) => after == 0 || after % 2 == 1 || before == after || before == after - 1;

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

            if (predictions is not null) Best(scores, predictions[s].Names);
            if (gradient is null) continue;
            var right = gold(batch.Sentences[s]);
            var slopes = new double[length * Labels];
            if (right is not null) loss += weight * Learn(scores, right, slopes, batch.Scale * weight, gradient);
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

    private double Pair(int before, int after) => May(before, after) ? _parameters.Values[_pairs.Offset + before * Labels + after] : -1e9;

    // Fills in the slope of the loss by each score; returns the loss. A sentence begins as after no name.
    private double Learn(double[] scores, byte[] right, double[] slopes, float scale, Gradient gradient)
    {
        var length = right.Length;
        var forward = new double[length * Labels];
        var backward = new double[length * Labels];
        var terms = new double[Labels];
        for (var t = 0; t < length; t++)
        {
            for (var l = 0; l < Labels; l++)
            {
                for (var k = 0; k < Labels; k++) terms[k] = t == 0 ? (k == 0 ? Pair(0, l) : -1e9) : forward[(t - 1) * Labels + k] + Pair(k, l);
                forward[t * Labels + l] = LogSum(terms) + scores[t * Labels + l];
            }
        }

        for (var t = length - 2; t >= 0; t--)
        {
            for (var k = 0; k < Labels; k++)
            {
                for (var l = 0; l < Labels; l++) terms[l] = Pair(k, l) + scores[(t + 1) * Labels + l] + backward[(t + 1) * Labels + l];
                backward[t * Labels + k] = LogSum(terms);
            }
        }

        var whole = LogSum(forward.AsSpan((length - 1) * Labels, Labels));
        var loss = whole;
        for (var t = 0; t < length; t++)
        {
            var before = t == 0 ? 0 : right[t - 1];
            loss -= scores[t * Labels + right[t]] + Pair(before, right[t]);
            gradient.Dense[_pairs.Offset + before * Labels + right[t]] -= scale;
            for (var l = 0; l < Labels; l++)
            {
                slopes[t * Labels + l] = scale * (Math.Exp(forward[t * Labels + l] + backward[t * Labels + l] - whole) - (l == right[t] ? 1 : 0));
                for (var k = 0; k < (t == 0 ? 1 : Labels); k++)
                {
                    if (!May(k, l)) continue;
                    var from = t == 0 ? 0 : forward[(t - 1) * Labels + k];
                    gradient.Dense[_pairs.Offset + k * Labels + l] +=
                        (float)(scale * Math.Exp(from + Pair(k, l) + scores[t * Labels + l] + backward[t * Labels + l] - whole));
                }
            }
        }

        return loss;
    }

    private void Best(double[] scores, byte[] labels)
    {
        var back = new byte[scores.Length];
        var before = new double[Labels];
        for (var t = 0; t < labels.Length; t++)
        {
            var now = new double[Labels];
            for (var l = 0; l < Labels; l++)
            {
                var (best, score) = (0, t == 0 ? Pair(0, l) : before[0] + Pair(0, l));
                for (var k = 1; k < Labels && t > 0; k++)
                {
                    if (before[k] + Pair(k, l) > score) (best, score) = (k, before[k] + Pair(k, l));
                }

                (back[t * Labels + l], now[l]) = ((byte)best, score + scores[t * Labels + l]);
            }

            before = now;
        }

        var last = TensorPrimitives.IndexOfMax<double>(before);
        for (var t = labels.Length - 1; t >= 0; t--)
        {
            labels[t] = (byte)last;
            last = back[t * Labels + last];
        }
    }

    private static double LogSum(ReadOnlySpan<double> terms)
    {
        var most = TensorPrimitives.Max(terms);
        var sum = 0.0;
        foreach (var term in terms) sum += Math.Exp(term - most);
        return most + Math.Log(sum);
    }
}
