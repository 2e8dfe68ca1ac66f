namespace Heliograph.Language.Networks;

/// <summary>How probable each label of a chain is, all sequences taken together: sums forward and backward (Rabiner 1989).</summary>
/// <remarks>In scaled factors, not logarithms: one power a score. Plain arithmetic on the network's scores, the same on every machine.</remarks>
internal sealed class LabelMarginals
{
    private const float Never = -1e8f; // a pair of less weight cannot be

    private readonly int _labels;
    private readonly double[] _pairs; // [before, after]
    private double[] _factors = [];
    private double[] _forward = [];

    /// <summary>Takes the weights of pairs, [before, after].</summary>
    public LabelMarginals(ReadOnlySpan<float> pairs, int labels)
    {
        _labels = labels;
        _pairs = new double[pairs.Length];
        for (var i = 0; i < pairs.Length; i++) _pairs[i] = pairs[i] < Never ? 0 : Elementary.Exp(pairs[i]);
    }

    /// <summary>Finds the probability of each label at each place of one sequence, which begins as after label 0.</summary>
    /// <param name="scores">One row a place, one value a label.</param>
    /// <param name="marginals">Filled likewise; each row sums to 1.</param>
    public void Fill(ReadOnlySpan<float> scores, Span<double> marginals)
    {
        var places = scores.Length / _labels;
        if (_factors.Length < scores.Length) (_factors, _forward) = (new double[2 * scores.Length], new double[2 * scores.Length]);
        for (var t = 0; t < places; t++) Step(t, scores.Slice(t * _labels, _labels));
        Span<double> backward = stackalloc double[_labels];
        Span<double> next = stackalloc double[_labels];
        backward.Fill(1);
        for (var t = places - 1; t >= 0; t--)
        {
            var row = marginals.Slice(t * _labels, _labels);
            for (var l = 0; l < _labels; l++) row[l] = _forward[t * _labels + l] * backward[l];
            Scale(row);
            if (t == 0) break;
            for (var k = 0; k < _labels; k++)
            {
                next[k] = 0;
                for (var l = 0; l < _labels; l++) next[k] += _pairs[k * _labels + l] * _factors[t * _labels + l] * backward[l];
            }

            Scale(next);
            next.CopyTo(backward);
        }
    }

    private void Step(int place, ReadOnlySpan<float> scores)
    {
        var most = scores[0];
        foreach (var score in scores) most = Math.Max(most, score);
        var forward = _forward.AsSpan(place * _labels, _labels);
        for (var l = 0; l < _labels; l++)
        {
            var factor = Elementary.Exp((double)scores[l] - most);
            var sum = place == 0 ? _pairs[l] : 0;
            for (var k = 0; k < _labels && place > 0; k++) sum += _forward[(place - 1) * _labels + k] * _pairs[k * _labels + l];
            _factors[place * _labels + l] = factor;
            forward[l] = sum * factor;
        }

        Scale(forward);
    }

    private static void Scale(Span<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        for (var i = 0; i < values.Length; i++) values[i] /= sum;
    }
}
