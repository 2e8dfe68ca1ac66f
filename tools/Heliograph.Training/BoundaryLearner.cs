using Heliograph.Language;

namespace Heliograph.Training;

/// <summary>Learns the weights of a <see cref="BoundaryScorer"/>, one example at a time.</summary>
/// <remarks>
/// Steps are AdaGrad's (Duchi and others, 2011): rare features keep their pace. Features are left out at random, so
/// that none is leant on alone; the weights that ship are the mean over the later epochs, rounded to signed bytes.
/// </remarks>
internal sealed class BoundaryLearner
{
    private const int Width = BoundaryScorer.Width;
    private const float Floor = 1e-6f; // under the root of a step, against division by nothing

    private readonly ushort[] _marks;
    private readonly Parameters _rows;
    private readonly Parameters _bias;
    private readonly Parameters _output;
    private readonly int _classes;
    private readonly int _shift;
    private readonly float _dropout;
    private readonly Random _random;
    private readonly float[] _hidden = new float[Width];
    private readonly float[] _slope = new float[Width];
    private int _means;

    /// <param name="marks">For each row, the mark of its feature: see <see cref="FeatureCount"/>.</param>
    /// <param name="classes">1 for yes or no, or the number of classes to choose from.</param>
    /// <param name="dropout">The share of features left out while learning.</param>
    /// <param name="random">The only source of chance.</param>
    public BoundaryLearner(ushort[] marks, int classes, float dropout, Random random)
    {
        (_marks, _classes, _dropout, _random) = (marks, classes, dropout, random);
        _shift = BoundaryScorer.Shift(marks.Length);
        _rows = new(marks.Length * Width, 0.05f, random);
        _bias = new(Width, 0, random);
        _output = new(classes * (Width + 1), 0.3f, random);
    }

    /// <summary>Learns from one example.</summary>
    /// <param name="features">Hashes of what was seen.</param>
    /// <param name="gold">The right class; of yes or no, 1 is yes.</param>
    /// <param name="rate">The size of a step.</param>
    /// <param name="weight">How much the example counts.</param>
    /// <returns>The loss before the step, in nats.</returns>
    public double Learn(ReadOnlySpan<uint> features, int gold, float rate, float weight = 1)
    {
        Span<int> kept = stackalloc int[features.Length];
        var (known, count) = (0, 0);
        foreach (var feature in features)
        {
            var row = BoundaryScorer.Row(feature, _shift, _marks);
            if (row < 0) continue;
            known++;
            if (_random.NextSingle() >= _dropout) kept[count++] = row * Width;
        }

        kept = kept[..count];
        Forward(kept, known);
        Span<float> errors = stackalloc float[_classes];
        var loss = Errors(gold, errors);
        Backward(errors, kept, rate, weight);
        return loss;
    }

    /// <summary>Takes the weights as they stand into the mean that ships.</summary>
    public void AddToMean()
    {
        _means++;
        foreach (var parameters in (Parameters[])[_rows, _bias, _output]) parameters.AddToMean(_means);
    }

    /// <summary>Writes the sections that <see cref="BoundaryScorer"/> reads.</summary>
    public void Write(WeightWriter writer)
    {
        var rows = _means > 0 ? _rows.Mean : _rows.Values;
        var unit = rows.Max(MathF.Abs) / 127;
        writer.Add<ushort>(_marks);
        writer.Add<sbyte>(Array.ConvertAll(rows, weight => (sbyte)MathF.Round(weight / unit)));
        var (bias, output) = _means > 0 ? (_bias.Mean, _output.Mean) : (_bias.Values, _output.Values);
        writer.Add<float>([unit, .. bias, .. output]);
    }

    private void Forward(ReadOnlySpan<int> kept, int all)
    {
        Array.Clear(_hidden);
        foreach (var row in kept)
        {
            for (var i = 0; i < Width; i++) _hidden[i] += _rows.Values[row + i];
        }

        var scale = kept.Length == 0 ? 1 : (float)all / kept.Length;
        for (var i = 0; i < Width; i++)
        {
            var sum = _hidden[i] * scale + _bias.Values[i];
            _hidden[i] = Math.Max(0, sum);
            _slope[i] = sum > 0 ? 1 : 0;
        }
    }

    private double Errors(int gold, Span<float> errors)
    {
        for (var k = 0; k < _classes; k++)
        {
            var score = _output.Values[k * (Width + 1)];
            for (var i = 0; i < Width; i++) score += _hidden[i] * _output.Values[k * (Width + 1) + 1 + i];
            errors[k] = score;
        }

        if (_classes == 1)
        {
            var yes = 1 / (1 + MathF.Exp(-errors[0]));
            errors[0] = yes - gold;
            return -Math.Log(Math.Max(1e-9, gold == 1 ? yes : 1 - yes));
        }

        var (highest, sum) = (float.MinValue, 0f);
        foreach (var score in errors) highest = Math.Max(highest, score);
        foreach (ref var score in errors) sum += score = MathF.Exp(score - highest);
        foreach (ref var score in errors) score /= sum;
        var loss = -Math.Log(Math.Max(1e-9, errors[gold]));
        errors[gold] -= 1;
        return loss;
    }

    private void Backward(ReadOnlySpan<float> errors, ReadOnlySpan<int> kept, float rate, float weight)
    {
        Span<float> back = stackalloc float[Width];
        back.Clear();
        for (var k = 0; k < _classes; k++)
        {
            var (error, at) = (errors[k] * weight, k * (Width + 1));
            for (var i = 0; i < Width; i++)
            {
                back[i] += error * _output.Values[at + 1 + i] * _slope[i];
                _output.Step(at + 1 + i, error * _hidden[i], rate);
            }

            _output.Step(at, error, rate);
        }

        for (var i = 0; i < Width; i++) _bias.Step(i, back[i], rate);
        foreach (var row in kept)
        {
            for (var i = 0; i < Width; i++)
            {
                if (back[i] != 0) _rows.Step(row + i, back[i], rate);
            }
        }
    }

    private sealed class Parameters
    {
        private readonly float[] _squares;

        public Parameters(int length, float spread, Random random)
        {
            Values = new float[length];
            _squares = new float[length];
            Mean = new float[length];
            for (var i = 0; i < length; i++) Values[i] = (2 * random.NextSingle() - 1) * spread;
        }

        public float[] Values { get; }

        public float[] Mean { get; }

        public void Step(int i, float slope, float rate)
        {
            _squares[i] += slope * slope;
            Values[i] -= rate * slope / MathF.Sqrt(_squares[i] + Floor);
        }

        public void AddToMean(int number)
        {
            for (var i = 0; i < Values.Length; i++) Mean[i] += (Values[i] - Mean[i]) / number;
        }
    }
}
