using System.Diagnostics;
using System.Globalization;
using Heliograph.Documents;
using Heliograph.Language.Networks;
using Heliograph.Training.Networks;

namespace Heliograph.Training.Statements;

/// <summary>Teaches the tagger of statements, epoch by epoch.</summary>
/// <remarks>Each batch is cut into two shards whatever the machine, so that the weights come out the same.</remarks>
internal sealed class SpeechLearning(SpeechNet net, int epochs, float rate, ulong seed)
{
    private const int Shards = 2;
    private const int BatchWords = 1500;
    private const float Decay = 0.998f; // of the running average of the weights
    private static readonly SpeechDrops Drops = new(0.25f, 0.15f, 0.25f, 0.45f);
    private readonly Gradient[] _gradients = [.. Enumerable.Range(0, Shards).Select(_ => new Gradient(net.Parameters))];
    private readonly Arena[] _arenas = [.. Enumerable.Range(0, Shards).Select(_ => new Arena())];
    private readonly SpeechFeatures _features = new([]);

    public void Run(IReadOnlyList<SpeechArticle> train, IReadOnlyList<SpeechArticle> test)
    {
        var words = train.Sum(article => (long)article.Labels.Length);
        var counts = new int[SpeechFeatures.Rows];
        foreach (var stretch in train.SelectMany(article => article.Stretches(null)))
        {
            foreach (var row in stretch.Features) counts[row]++;
        }

        var steps = words * epochs / BatchWords;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            var clock = Stopwatch.StartNew();
            var loss = Epoch(train, counts, epoch, steps);
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"epoch {epoch + 1}: loss {loss / words:0.0000}, {words / clock.Elapsed.TotalSeconds:0} words/s, {clock.Elapsed.TotalSeconds:0} s"));
            if (test.Count == 0) continue;
            net.Parameters.SwapAverage();
            Console.Error.WriteLine($"  held out: {Test(test)}");
            net.Parameters.SwapAverage();
        }
    }

    private double Epoch(IReadOnlyList<SpeechArticle> train, int[] counts, int epoch, long steps)
    {
        var random = new Randomness(seed + 7919 * (ulong)(epoch + 1));
        var batches = Batches([.. train.SelectMany(article => article.Stretches(random))], random);
        random.Shuffle(batches);
        var loss = 0.0;
        foreach (var batch in batches)
        {
            var step = net.Parameters.Step;
            var now = rate * Math.Min(1f, (step + 1) / 200f) * Math.Max(0.02f, MathF.Cos(MathF.PI / 2 * Math.Min(1f, step / (float)steps)));
            net.Prepare(backward: true);
            var scale = 1f / batch.Sum(s => s.Length);
            var seeds = Enumerable.Range(0, Shards).Select(_ => random.Next()).ToArray();
            var losses = new double[Shards];
            Parallel.For(0, Shards, shard =>
            {
                var part = batch.Where((_, i) => i % Shards == shard).ToArray();
                if (part.Length == 0) return;
                var own = new Randomness(seeds[shard]);
                _arenas[shard].Reset();
                var features = part.Select(s => Dropped(s.Features, counts, own)).ToArray();
                losses[shard] = net.Run(new(part, features, scale), Drops, _gradients[shard], null, own, _arenas[shard]);
            });
            loss += losses.Sum();
            net.Parameters.Update(_gradients, now, Decay);
            foreach (var gradient in _gradients) gradient.Clear(net.Parameters);
        }

        return loss;
    }

    // Rare words are left out often, so that states and relations learn to stand in for words never seen.
    private int[] Dropped(ReadOnlySpan<int> features, int[] counts, Randomness random)
    {
        var rows = features.ToArray();
        for (var i = 0; i < rows.Length; i++)
        {
            var feature = i % SpeechFeatures.Count;
            if (!SpeechFeatures.IsForm(feature)) continue;
            if (random.Unit() < 0.05f || random.Unit() < 1f / (1 + counts[rows[i]])) rows[i] = _features.Start(feature);
        }

        return rows;
    }

    private static List<SpeechStretch[]> Batches(List<SpeechStretch> stretches, Randomness random)
    {
        var sorted = stretches.Select((stretch, i) => (Key: stretch.Length * (0.9f + 0.2f * random.Unit()), i)).OrderBy(pair => pair.Key).ThenBy(pair => pair.i);
        return LengthBatches.Of([.. sorted.Select(pair => stretches[pair.i])], stretch => stretch.Length, BatchWords);
    }

    private string Test(IReadOnlyList<SpeechArticle> articles)
    {
        net.Prepare(backward: false);
        var (gold, found, right) = (new int[4], new int[4], new int[4]);
        foreach (var batch in articles.SelectMany(article => article.Stretches(null)).Chunk(16))
        {
            _arenas[0].Reset();
            SpeechStretch[] stretches = [.. batch.OrderByDescending(s => s.Length)];
            var labels = new byte[stretches.Length][];
            net.Run(new(stretches, [.. stretches.Select(s => s.Features.ToArray())], 1), SpeechDrops.None, null, labels, new(1), _arenas[0]);
            for (var s = 0; s < stretches.Length; s++)
            {
                var own = Spans(stretches[s].Labels);
                var ours = Spans(labels[s]);
                foreach (var (type, _) in own) gold[type]++;
                foreach (var (type, _) in ours) found[type]++;
                foreach (var (type, _) in own.Intersect(ours)) right[type]++;
                for (var t = 0; t < labels[s].Length; t++)
                {
                    var (isGold, isOurs) = (stretches[s].Labels[t] >= (byte)Speech.ContentStart, labels[s][t] >= (byte)Speech.ContentStart);
                    if (isGold) gold[3]++;
                    if (isOurs) found[3]++;
                    if (isGold && isOurs) right[3]++;
                }
            }
        }

        var names = new[] { "source", "cue", "content", "content tokens" };
        return string.Join(" · ", names.Select((name, i) => string.Create(CultureInfo.InvariantCulture,
            $"{name} {200.0 * right[i] / Math.Max(1, gold[i] + found[i]):0.0} (P {100.0 * right[i] / Math.Max(1, found[i]):0.0} R {100.0 * right[i] / Math.Max(1, gold[i]):0.0})")));
    }

    private static HashSet<(int Type, TokenSpan Span)> Spans(ReadOnlySpan<byte> labels)
    {
        var spans = new HashSet<(int, TokenSpan)>();
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] == 0) continue;
            var start = i;
            while (i + 1 < labels.Length && labels[i + 1] != 0 && labels[i + 1] % 2 == 0 && (labels[i + 1] - 1) / 2 == (labels[start] - 1) / 2) i++;
            spans.Add(((labels[start] - 1) / 2, new(start, i + 1)));
        }

        return spans;
    }
}
