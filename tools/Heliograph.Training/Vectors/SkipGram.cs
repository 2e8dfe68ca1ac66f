using System.Numerics.Tensors;

namespace Heliograph.Training.Vectors;

/// <summary>Learns word vectors by skip-gram with negative sampling whose output side knows the place of the context word.</summary>
/// <remarks>
/// After Mikolov et al. 2013 and the structured skip-gram of Ling et al. 2015: the words at −2, −1, +1 and +2 each have
/// an output matrix of their own, which teaches syntax; those at 3 to 5 on either side share a fifth, which teaches topic.
/// One thread and a seeded generator: the same text gives the same vectors.
/// </remarks>
internal sealed class SkipGram
{
    private const int Near = 2;
    private const int Far = 5;
    private const int Slots = 2 * Near + 1;
    private const int Negatives = 5;
    private const double Subsample = 1e-4; // Mikolov et al. 2013 suggest 1e-5 to 1e-3
    private const float FirstRate = 0.025f;

    private readonly int _size;
    private readonly int _dimensions;
    private readonly float[] _input;
    private readonly float[][] _output;
    private readonly int[] _noise;
    private readonly float[] _keep;
    private readonly float[] _gradient;
    private ulong _random = 0x9E3779B97F4A7C15;

    /// <summary>Prepares vectors for a vocabulary.</summary>
    /// <param name="counts">How often each word stands in the text; index = word.</param>
    /// <param name="dimensions">The length of a vector.</param>
    public SkipGram(ReadOnlySpan<long> counts, int dimensions)
    {
        (_size, _dimensions) = (counts.Length, dimensions);
        _input = new float[_size * dimensions];
        _output = [.. Enumerable.Range(0, Slots).Select(_ => new float[_size * dimensions])];
        _gradient = new float[dimensions];
        for (var i = 0; i < _input.Length; i++) _input[i] = (NextUnit() - 0.5f) / dimensions;

        var total = TensorPrimitives.Sum(counts);
        _keep = new float[_size];
        var weights = new double[_size];
        for (var i = 0; i < _size; i++)
        {
            var share = counts[i] / (double)total / Subsample;
            _keep[i] = (float)Math.Min(1, Math.Sqrt(1 / share) + 1 / share);
            weights[i] = Math.Pow(counts[i], 0.75);
        }

        _noise = new int[1 << 22];
        var (word, sum, whole) = (0, weights[0], weights.Sum());
        for (var i = 0; i < _noise.Length; i++)
        {
            while (word + 1 < _size && i / (double)_noise.Length > sum / whole) sum += weights[++word];
            _noise[i] = word;
        }
    }

    /// <summary>The vectors learnt: one row of <c>dimensions</c> values a word.</summary>
    public ReadOnlySpan<float> Vectors => _input;

    /// <summary>Learns from one paragraph.</summary>
    /// <param name="words">Word numbers; a negative one is out of the vocabulary and keeps its place.</param>
    /// <param name="progress">How much of all text has been seen, from 0 to 1: the rate falls with it to nothing.</param>
    public void Learn(ReadOnlySpan<int> words, double progress)
    {
        var rate = FirstRate * (float)Math.Max(1e-3, 1 - progress);
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (word < 0 || NextUnit() > _keep[word]) continue;
            var reach = 1 + (int)(Next() % Far);
            for (var j = Math.Max(0, i - reach); j < Math.Min(words.Length, i + reach + 1); j++)
            {
                if (j == i || words[j] < 0) continue;
                var distance = j - i;
                // Far words are met often and teach less: the frequent ones are thinned out, near ones are kept for syntax.
                if (Math.Abs(distance) > Near && NextUnit() > _keep[words[j]]) continue;
                var slot = distance switch { -2 => 0, -1 => 1, 1 => 2, 2 => 3, _ => 4 };
                Pair(word, words[j], _output[slot], rate);
            }
        }
    }

    private void Pair(int word, int context, float[] output, float rate)
    {
        var input = _input.AsSpan(word * _dimensions, _dimensions);
        _gradient.AsSpan().Clear();
        for (var n = 0; n <= Negatives; n++)
        {
            var target = n == 0 ? context : _noise[Next() & (ulong)(_noise.Length - 1)];
            if (n > 0 && target == context) continue;
            var row = output.AsSpan(target * _dimensions, _dimensions);
            var score = TensorPrimitives.Dot(input, row);
            var step = rate * ((n == 0 ? 1 : 0) - 1 / (1 + MathF.Exp(-Math.Clamp(score, -8, 8))));
            TensorPrimitives.MultiplyAdd(row, step, _gradient, _gradient);
            TensorPrimitives.MultiplyAdd(input, step, row, row);
        }

        TensorPrimitives.Add(input, _gradient, input);
    }

    private ulong Next()
    {
        _random ^= _random << 13;
        _random ^= _random >> 7;
        return _random ^= _random << 17;
    }

    private float NextUnit() => (Next() >> 40) * (1f / (1 << 24));
}
