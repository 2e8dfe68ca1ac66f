using Heliograph.Training.Encoders;
using Heliograph.Training.Networks;

namespace Heliograph.Tests.Training.Encoders;

public class EncoderTests
{
    [Fact]
    public unsafe void Its_gradient_is_the_slope_of_its_loss()
    {
        var pretrained = MadeEncoder.Make();
        var parameters = new Parameters();
        var encoder = new Encoder(parameters, pretrained);
        parameters.Initialise(seed: 3);
        encoder.Load();
        var random = new Randomness(5);
        for (var i = 0; i < encoder.Cases.Values.Length; i++) encoder.Cases.Values[i] = random.Normal() * 0.1f;
        var input = EncoderInput.Of(encoder.Pieces, [[["Rebels", "left"], ["Rain", "fell", "again"]], [["They", "left"]]], 20);
        var weights = Enumerable.Range(0, input.FirstPieces.Length * Encoder.Width).Select(_ => random.Normal()).ToArray();
        using var arena = new Arena();

        // The loss is a random sum of the vectors of all words.
        double Loss(Gradient? gradient)
        {
            arena.Reset();
            foreach (var product in encoder.Products) product.Prepare(backward: true);
            var words = encoder.Forward(input, 0, new(1), arena, out var trace);
            var loss = 0.0;
            for (var i = 0; i < weights.Length; i++) loss += words.Values[i] * weights[i];
            if (gradient is null) return loss;
            var slopes = arena.Take(words.Rows, words.Columns);
            weights.CopyTo(slopes.All);
            encoder.Backward(trace, slopes, gradient, arena);
            return loss;
        }

        var gradient = new Gradient(parameters);
        Loss(gradient);
        Assert.Equal(2, input.Windows.Length);
        foreach (var one in parameters.Weights)
        {
            var at = one.Offset + one.Rows * one.Columns / 3;
            const float Small = 1e-2f;
            var value = parameters.Values[at];
            parameters.Values[at] = value + Small;
            var above = Loss(null);
            parameters.Values[at] = value - Small;
            var below = Loss(null);
            parameters.Values[at] = value;
            Assert.Equal((above - below) / (2 * Small), gradient.Dense[at], 0.02 + 0.03 * Math.Abs(gradient.Dense[at]));
        }

        var row = 3 * Encoder.Width + 7; // a capital first
        var before = encoder.Cases.Values[row];
        encoder.Cases.Values[row] = before + 0.01f;
        var up = Loss(null);
        encoder.Cases.Values[row] = before - 0.01f;
        var down = Loss(null);
        Assert.Equal((up - down) / 0.02, gradient.Row(parameters, 0, 3)[7], 0.02);
    }

    [Fact]
    public void A_window_does_not_see_another()
    {
        var parameters = new Parameters();
        var encoder = new Encoder(parameters, MadeEncoder.Make());
        parameters.Initialise(seed: 3);
        encoder.Load();
        foreach (var product in encoder.Products) product.Prepare(backward: false);
        using var arena = new Arena();

        var alone = encoder.Forward(EncoderInput.Of(encoder.Pieces, [[["They", "left"]]], 20), 0, new(1), arena, out _);
        var behind = encoder.Forward(EncoderInput.Of(encoder.Pieces, [[["Rain", "fell"]], [["They", "left"]]], 20), 0, new(1), arena, out _);

        Assert.Equal(alone.Row(1).ToArray(), behind.Row(3).ToArray());
    }
}
