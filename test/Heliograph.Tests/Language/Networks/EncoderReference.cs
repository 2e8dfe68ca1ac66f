using Heliograph.Language.Networks;

namespace Heliograph.Tests.Language.Networks;

/// <summary>The encoder as the papers write it, in double precision and without haste.</summary>
internal static class EncoderReference
{
    /// <summary>The vectors of the words of one window.</summary>
    public static double[][] Vectors(MadeEncoder encoder, string[] words)
    {
        var pieces = new WordPieces(encoder.Vocabulary);
        var cut = new int[WordPieces.MaxPieces];
        var rows = new List<double[]>();
        var firsts = new List<int>();
        rows.Add(Embed(encoder, pieces.Begin, 0, 0));
        foreach (var word in words)
        {
            firsts.Add(rows.Count);
            foreach (var piece in cut[..pieces.Cut(word, cut)]) rows.Add(Embed(encoder, piece, rows.Count, LetterCase.Of(word)));
        }

        rows.Add(Embed(encoder, pieces.End, rows.Count, 0));
        var x = rows.Select(row => Normalise(row, encoder.Norm)).ToArray();
        var vectors = words.Select(_ => new double[encoder.Width]).ToArray();
        for (var layer = 0; layer < encoder.Layers.Length; layer++)
        {
            x = Run(encoder, encoder.Layers[layer], x);
            for (var i = 0; i < words.Length; i++)
            {
                for (var j = 0; j < encoder.Width; j++) vectors[i][j] += encoder.Mix[layer] * x[firsts[i]][j];
            }
        }

        return vectors;
    }

    private static double[] Embed(MadeEncoder encoder, int piece, int place, int letterCase) =>
        [.. Enumerable.Range(0, encoder.Width).Select(j =>
            encoder.Pieces[piece, j] + encoder.Positions[place * encoder.Width + j] + encoder.Cases[letterCase * encoder.Width + j])];

    private static double[][] Run(MadeEncoder encoder, MadeEncoder.Layer layer, double[][] x)
    {
        var width = encoder.Width;
        var qkv = x.Select(row => Linear(row, layer.Projected)).ToArray();
        var taken = x.Select(_ => new double[width]).ToArray();
        for (var head = 0; head < width; head += 32)
        {
            for (var i = 0; i < x.Length; i++)
            {
                var scores = qkv.Select(key => Enumerable.Range(head, 32).Sum(d => qkv[i][d] * key[width + d]) / Math.Sqrt(32)).ToArray();
                var shares = scores.Select(score => Math.Exp(score - scores.Max())).ToArray();
                for (var d = head; d < head + 32; d++) taken[i][d] = qkv.Select((value, j) => shares[j] * value[2 * width + d]).Sum() / shares.Sum();
            }
        }

        return [.. x.Select((row, i) =>
        {
            var y = Normalise(Plus(row, Linear(taken[i], layer.Output)), layer.Attended);
            double[] inner = [.. Linear(y, layer.InnerWeights).Select(v => 0.5 * v * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (v + 0.044715 * v * v * v))))];
            return Normalise(Plus(y, Linear(inner, layer.Outer)), layer.Normalised);
        })];
    }

    private static double[] Linear(double[] x, MadeEncoder.Bytes weights)
    {
        var y = weights.Bias.Select(b => (double)b).ToArray();
        for (var i = 0; i < x.Length; i++)
        {
            for (var j = 0; j < y.Length; j++) y[j] += x[i] * weights[i, j];
        }

        return y;
    }

    private static double[] Plus(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x + y)];

    private static double[] Normalise(double[] x, MadeEncoder.Scaling scaling)
    {
        var mean = x.Average();
        var deviation = Math.Sqrt(x.Average(value => (value - mean) * (value - mean)) + 1e-12);
        return [.. x.Select((value, i) => (value - mean) / deviation * scaling.Gamma[i] + scaling.Beta[i])];
    }
}
