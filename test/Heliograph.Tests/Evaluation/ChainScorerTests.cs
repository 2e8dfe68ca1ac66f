using System.Collections.Immutable;
using CsCheck;
using Heliograph.Documents;
using Heliograph.Evaluation;

namespace Heliograph.Tests.Evaluation;

public class ChainScorerTests
{
    private const double Close = 1e-9;

    // The example that runs through Bagga and Baldwin (1998) and Luo (2005): two chains of five and seven where the
    // gold has five, two and five.
    private static readonly ImmutableArray<TextSpan>[] Gold = [Chain(1, 2, 3, 4, 5), Chain(6, 7), Chain(8, 9, 10, 11, 12)];
    private static readonly ImmutableArray<TextSpan>[] System = [Chain(1, 2, 3, 4, 5), Chain(6, 7, 8, 9, 10, 11, 12)];

    [Fact]
    public void Counts_links_as_muc_does()
    {
        var muc = ChainScorer.Score(Gold, System).Muc;

        Assert.Equal(0.9, muc.Precision, Close);
        Assert.Equal(1.0, muc.Recall, Close);
    }

    [Fact]
    public void Weighs_mentions_as_b_cubed_does()
    {
        var scores = ChainScorer.Score(Gold, System).BCubed;

        Assert.Equal((5 + 4.0 / 7 + 25.0 / 7) / 12, scores.Precision, Close);
        Assert.Equal(1.0, scores.Recall, Close);
    }

    [Fact]
    public void Pairs_chains_one_to_one_as_ceaf_does()
    {
        var scores = ChainScorer.Score(Gold, System).Ceaf;

        Assert.Equal((1 + 10.0 / 12) / 2, scores.Precision, Close);
        Assert.Equal((1 + 10.0 / 12) / 3, scores.Recall, Close);
    }

    [Fact]
    public void Counts_a_mention_that_the_other_side_lacks_against_every_measure()
    {
        var scores = ChainScorer.Score([Chain(1, 2, 3)], [Chain(1, 2, 4)]);

        Assert.Equal(0.5, scores.Muc.Recall, Close);
        Assert.Equal(0.5, scores.Muc.Precision, Close);
        Assert.Equal(4.0 / 9, scores.BCubed.Recall, Close);
        Assert.Equal(4.0 / 6, scores.Ceaf.F1, Close);
        Assert.Equal(2.0 / 3, scores.Mentions.F1, Close);
        Assert.Equal((0.5 + 4.0 / 9 + 4.0 / 6) / 3, scores.Conll, Close);
    }

    [Fact]
    public void Gives_nothing_for_nothing() => Assert.Equal(0, ChainScorer.Score([Chain(1, 2)], []).Conll);

    [Fact]
    public void Pairs_for_the_greatest_sum() =>
        Gen.Int[0, 9].Array2D[Gen.Int[1, 5], Gen.Int[1, 5]].Sample(table =>
        {
            var weights = new double[table.GetLength(0), table.GetLength(1)];
            for (var i = 0; i < table.GetLength(0); i++)
            {
                for (var j = 0; j < table.GetLength(1); j++) weights[i, j] = table[i, j];
            }

            Assert.Equal(Greatest(weights, 0, 0), Assignment.Best(weights), Close);
        });

    [Fact]
    public void Reads_nested_mentions_of_gum()
    {
        const string Text = """
            # newdoc id = invented
            # newpar
            1	Her	her	PRON	PRP$	_	2	nmod	_	Entity=(4-person-new-nnnnn-cf1-1-coref(2-person-new-nnnnn-cf1-1-ana)
            2	brother	brother	NOUN	NN	_	3	nsubj	_	Entity=4)
            3	saw	see	VERB	VBD	_	0	root	_	_
            4	Vall	Vall	PROPN	NNP	_	3	obj	_	Entity=(2-person-giv:act-nnnnn-cf2-1-coref-Vall)|SpaceAfter=No
            5	.	.	PUNCT	.	_	3	punct	_	_

            """;

        var gold = Assert.Single(GoldChains.Read(new StringReader(Text)));

        Assert.Equal(
            ["Her brother", "Her, Vall"],
            gold.Chains.Select(chain => string.Join(", ", chain.Select(mention => mention.Span.In(gold.Document.Text).ToString())).ToString()).Order(StringComparer.Ordinal));
        Assert.Single(gold.OfActors());
    }

    [Fact]
    public void Refuses_a_mention_that_closes_before_it_opens()
    {
        const string Text = "# newdoc\n1\tVall\tVall\tPROPN\tNNP\t_\t0\troot\t_\tEntity=7)\n\n";

        var refusal = Assert.Throws<FormatException>(() => GoldChains.Read(new StringReader(Text)).ToList());

        Assert.Contains("'7' is closed at word 1", refusal.Message, StringComparison.Ordinal);
    }

    private static ImmutableArray<TextSpan> Chain(params ReadOnlySpan<int> starts)
    {
        var chain = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var start in starts) chain.Add(new(start * 2, start * 2 + 1));
        return chain.ToImmutable();
    }

    private static double Greatest(double[,] weights, int row, int used)
    {
        if (row == weights.GetLength(0)) return 0;
        var best = Greatest(weights, row + 1, used); // a row may stay alone
        for (var j = 0; j < weights.GetLength(1); j++)
        {
            if ((used >> j & 1) == 0) best = Math.Max(best, weights[row, j] + Greatest(weights, row + 1, used | 1 << j));
        }

        return best;
    }
}
