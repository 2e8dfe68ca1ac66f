using Heliograph.Training.Networks;

namespace Heliograph.Tests.Training.Networks;

public class NetworkTests
{
    [Fact]
    public unsafe void Its_gradient_is_the_slope_of_its_loss()
    {
        var labels = new LabelCounts(new(["Noun", "Verb"]), new(["NN", "VBD", "VBZ"]), new(["nsubj", "root", "obj"]));
        var network = new Network(new(32, 2, 32, 32, 32), new(["they", "left"], 32, [.. Enumerable.Range(0, 64).Select(i => i % 7 * 0.1f - 0.3f)]), labels, seed: 3);
        Sentence[] sentences =
        [
            new() { Forms = ["They", "left", "town"], Tags = [0, 1, 0], TreebankTags = [0, 1, 0], Heads = [2, 0, 2], Deprels = [1, 2, 0], Names = [0, 1, 2], Classes = [0, 0, 0] },
            new() { Forms = ["Rain", "fell"], Tags = [0, 1], TreebankTags = [0, 2], Heads = [2, 0], Deprels = [1, 2], Classes = [0, 0] },
        ];
        var batch = new Network.Batch(sentences, [.. sentences.Select(s => s.Forms.Select(f => network.Words.Read(f, 0, 0)).ToArray())], 1);
        var gradient = new Gradient(network.Parameters);
        using var arena = new Arena();
        double Loss(Gradient? g)
        {
            arena.Reset();
            network.Prepare(backward: true);
            return network.Run(batch, Network.Drops.None, g, null, new(1), arena);
        }

        Loss(gradient);

        var discard = new Gradient(network.Parameters); // the loss is counted only when learning
        foreach (var weights in network.Parameters.Weights)
        {
            foreach (var at in (int[])[weights.Offset, weights.Offset + weights.Rows * weights.Columns / 2, weights.Offset + 5])
            {
                const float Small = 2e-3f; // small enough to cross few kinks of the rectified layers
                var value = network.Parameters.Values[at];
                network.Parameters.Values[at] = value + Small;
                var above = Loss(discard);
                network.Parameters.Values[at] = value - Small;
                var below = Loss(discard);
                network.Parameters.Values[at] = value;
                var here = Loss(discard);
                double[] slopes = [(above - here) / Small, (here - below) / Small]; // they differ where a rectified layer has its kink
                Assert.True(slopes.Any(slope => Math.Abs(slope - gradient.Dense[at]) < 3e-3 + 0.02 * Math.Abs(slope)),
                    $"{weights.Name}: slopes {slopes[0]} and {slopes[1]}, gradient {gradient.Dense[at]}");
            }
        }

        var form = network.Words.Read("They", 0, 0);
        var table = network.Parameters.Tables[4];
        var row = form.Slots[4] * table.Width + 3;
        var before = table.Values[row];
        table.Values[row] = before + 0.01f;
        var up = Loss(discard);
        table.Values[row] = before - 0.01f;
        var down = Loss(discard);
        table.Values[row] = before;
        Assert.Equal((up - down) / 0.02, gradient.Row(network.Parameters, 4, form.Slots[4])[3], 2e-3);
    }
}
