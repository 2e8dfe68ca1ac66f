using CsCheck;
using Heliograph.Language.Networks;

namespace Heliograph.Tests.Language.Networks;

public class LabelMarginalsTests
{
    private const int Labels = 3;

    private static readonly float[] Pairs = [0.4f, -1.1f, -1e9f, 0.2f, 0.7f, 1.3f, -0.6f, 0.1f, 0.9f]; // 2 never follows 0

    private static readonly Gen<float[]> Scores = Gen.Float[-9, 9].Array[Labels, 5 * Labels].Select(scores => scores[..(scores.Length / Labels * Labels)]);

    [Fact]
    public void Sum_to_one_at_each_place() => Scores.Sample(scores =>
    {
        var marginals = Marginals(scores);

        foreach (var row in marginals.Chunk(Labels)) Assert.Equal(1, row.Sum(), 12);
    });

    [Fact]
    public void Are_those_of_all_sequences_written_out() => Scores.Sample(scores =>
    {
        var places = scores.Length / Labels;
        var sums = new double[scores.Length];
        var whole = 0.0;
        for (var code = 0; code < (int)Math.Pow(Labels, places); code++)
        {
            var sequence = Enumerable.Range(0, places).Select(t => code / (int)Math.Pow(Labels, t) % Labels).ToArray();
            var sum = 0.0;
            for (var t = 0; t < places; t++) sum += (double)scores[t * Labels + sequence[t]] + Pairs[(t == 0 ? 0 : sequence[t - 1]) * Labels + sequence[t]];
            whole += Math.Exp(sum);
            for (var t = 0; t < places; t++) sums[t * Labels + sequence[t]] += Math.Exp(sum);
        }

        var marginals = Marginals(scores);

        for (var i = 0; i < sums.Length; i++) Assert.Equal(sums[i] / whole, marginals[i], 9);
    });

    [Fact]
    public void Stand_scores_far_apart()
    {
        var marginals = Marginals([900, -900, 0, -900, 900, 0]);

        Assert.Equal(1, marginals[0], 12);
        Assert.Equal(1, marginals[4], 12);
    }

    private static double[] Marginals(float[] scores)
    {
        var marginals = new double[scores.Length];
        new LabelMarginals(Pairs, Labels).Fill(scores, marginals);
        return marginals;
    }
}
