using System.Numerics.Tensors;

namespace Heliograph.Training.Networks;

/// <summary>A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over labels that begin and go on.</summary>
internal sealed unsafe class LabelChain(Parameters parameters, string name, int labels)
{
    private readonly Weights _pairs = parameters.Add(name, 1, labels * labels);

    /// <summary>Whether a label may follow another: the inside of a type needs its beginning or inside before it.</summary>
    public static bool May(int before, int after) => after == 0 || after % 2 == 1 || before == after || before == after - 1;

    /// <summary>The weight of a pair; −1e9 where one cannot follow the other.</summary>
    public float Pair(int before, int after) => May(before, after) ? parameters.Values[_pairs.Offset + before * labels + after] : -1e9f;

    /// <summary>Fills in the slope of the loss by each score; returns the loss. A sequence begins as after none.</summary>
    public double Learn(double[] scores, ReadOnlySpan<byte> right, double[] slopes, float scale, Gradient gradient)
    {
        var length = right.Length;
        var forward = new double[length * labels];
        var backward = new double[length * labels];
        var terms = new double[labels];
        for (var t = 0; t < length; t++)
        {
            for (var l = 0; l < labels; l++)
            {
                for (var k = 0; k < labels; k++) terms[k] = t == 0 ? (k == 0 ? Pair(0, l) : -1e9) : forward[(t - 1) * labels + k] + Pair(k, l);
                forward[t * labels + l] = LogSum(terms) + scores[t * labels + l];
            }
        }

        for (var t = length - 2; t >= 0; t--)
        {
            for (var k = 0; k < labels; k++)
            {
                for (var l = 0; l < labels; l++) terms[l] = Pair(k, l) + scores[(t + 1) * labels + l] + backward[(t + 1) * labels + l];
                backward[t * labels + k] = LogSum(terms);
            }
        }

        var whole = LogSum(forward.AsSpan((length - 1) * labels, labels));
        var loss = whole;
        for (var t = 0; t < length; t++)
        {
            var before = t == 0 ? 0 : right[t - 1];
            loss -= scores[t * labels + right[t]] + Pair(before, right[t]);
            gradient.Dense[_pairs.Offset + before * labels + right[t]] -= scale;
            for (var l = 0; l < labels; l++)
            {
                slopes[t * labels + l] = scale * (Math.Exp(forward[t * labels + l] + backward[t * labels + l] - whole) - (l == right[t] ? 1 : 0));
                for (var k = 0; k < (t == 0 ? 1 : labels); k++)
                {
                    if (!May(k, l)) continue;
                    var from = t == 0 ? 0 : forward[(t - 1) * labels + k];
                    gradient.Dense[_pairs.Offset + k * labels + l] +=
                        (float)(scale * Math.Exp(from + Pair(k, l) + scores[t * labels + l] + backward[t * labels + l] - whole));
                }
            }
        }

        return loss;
    }

    /// <summary>The best labels.</summary>
    public byte[] Best(double[] scores)
    {
        var found = new byte[scores.Length / labels];
        var back = new byte[scores.Length];
        var before = new double[labels];
        for (var t = 0; t < found.Length; t++)
        {
            var now = new double[labels];
            for (var l = 0; l < labels; l++)
            {
                var (best, score) = (0, t == 0 ? Pair(0, l) : before[0] + Pair(0, l));
                for (var k = 1; k < labels && t > 0; k++)
                {
                    if (before[k] + Pair(k, l) > score) (best, score) = (k, before[k] + Pair(k, l));
                }

                (back[t * labels + l], now[l]) = ((byte)best, score + scores[t * labels + l]);
            }

            before = now;
        }

        var last = TensorPrimitives.IndexOfMax<double>(before);
        for (var t = found.Length - 1; t >= 0; t--)
        {
            found[t] = (byte)last;
            last = back[t * labels + last];
        }

        return found;
    }

    private static double LogSum(ReadOnlySpan<double> terms)
    {
        var most = TensorPrimitives.Max(terms);
        var sum = 0.0;
        foreach (var term in terms) sum += Math.Exp(term - most);
        return most + Math.Log(sum);
    }
}
