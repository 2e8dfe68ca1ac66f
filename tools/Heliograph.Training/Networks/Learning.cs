using System.Diagnostics;
using System.Globalization;

namespace Heliograph.Training.Networks;

/// <summary>Teaches a network from sentences, epoch by epoch, with a checkpoint after each.</summary>
/// <remarks>Each batch is cut into two shards whatever the machine, so that the sums, and with them the weights, come out the same.</remarks>
internal sealed class Learning(Network network, LabelCounts labels, Schedule schedule)
{
    private const int Shards = 2;
    private const float ClassDrop = 0.1f; // share of words learnt without what the gazetteer knows, lest all be left to it
    private const float Decay = 0.9995f; // of the running average of the weights
    private readonly Gradient[] _gradients = [.. Enumerable.Range(0, Shards).Select(_ => new Gradient(network.Parameters))];
    private readonly Arena[] _arenas = [.. Enumerable.Range(0, Shards).Select(_ => new Arena())];
    private Dictionary<string, int> _counts = [];

    /// <summary>Learns.</summary>
    /// <param name="train">Groups of sentences, each with the share of it that an epoch takes.</param>
    /// <param name="tests">What is measured after every second epoch.</param>
    /// <param name="checkpoint">Where learning is kept, and gone on from.</param>
    public void Run(
        IReadOnlyList<(IReadOnlyList<Sentence> Sentences, float Share)> train,
        IReadOnlyList<(string Name, IReadOnlyList<Sentence> Sentences)> tests, string checkpoint)
    {
        _counts = train.SelectMany(group => group.Sentences).SelectMany(s => s.Forms).GroupBy(form => form).ToDictionary(group => group.Key, group => group.Count());
        var first = 0;
        if (File.Exists(checkpoint))
        {
            using var reader = new BinaryReader(File.OpenRead(checkpoint));
            first = reader.ReadInt32();
            network.Parameters.Read(reader);
            Console.Error.WriteLine($"Going on after epoch {first} from {checkpoint}");
        }

        var words = (long)train.Sum(group => (double)group.Share * group.Sentences.Sum(s => (long)s.Length));
        var totalSteps = words * schedule.Epochs / schedule.BatchWords;
        for (var epoch = first; epoch < schedule.Epochs; epoch++)
        {
            var clock = Stopwatch.StartNew();
            var loss = Epoch(train, epoch, totalSteps);
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"epoch {epoch + 1}: loss {loss / words:0.000}, {words / clock.Elapsed.TotalSeconds:0} words/s, {clock.Elapsed.TotalSeconds:0} s"));
            using (var writer = new BinaryWriter(File.Create(checkpoint + ".new")))
            {
                writer.Write(epoch + 1);
                network.Parameters.Write(writer);
            }

            File.Move(checkpoint + ".new", checkpoint, overwrite: true);
            if ((epoch + 1) % 2 != 0 && epoch + 1 != schedule.Epochs && epoch > 1) continue;
            network.Parameters.SwapAverage();
            foreach (var (name, sentences) in tests) Console.Error.WriteLine($"  {name}: {Test(sentences)}");
            network.Parameters.SwapAverage();
        }
    }

    private double Epoch(IReadOnlyList<(IReadOnlyList<Sentence> Sentences, float Share)> train, int epoch, long totalSteps)
    {
        var random = new Randomness(schedule.Seed + 7919 * (ulong)(epoch + 1));
        var batches = Batches([.. train.SelectMany(group => group.Share < 1 ? group.Sentences.Where(_ => random.Unit() < group.Share) : group.Sentences)], random);
        random.Shuffle(batches);
        var loss = 0.0;
        foreach (var batch in batches)
        {
            var step = network.Parameters.Step;
            var rate = schedule.Rate * Math.Min(1f, (step + 1) / 300f) * Math.Max(0.02f, MathF.Cos(MathF.PI / 2 * Math.Min(1f, step / (float)totalSteps)));
            network.Prepare(backward: true);
            var scale = 1f / batch.Sum(s => s.Length);
            var seeds = Enumerable.Range(0, Shards).Select(_ => random.Next()).ToArray();
            var losses = new double[Shards];
            Parallel.For(0, Shards, shard =>
            {
                var part = batch.Where((_, i) => i % Shards == shard).ToArray();
                if (part.Length == 0) return;
                var own = new Randomness(seeds[shard]);
                _arenas[shard].Reset();
                part = [.. part.Select(s => Variation.AsFound(s, own))];
                var words = part.Select(s => s.Forms.Select((form, t) => network.Words.Read(form, own.Unit() < ClassDrop ? (byte)0 : s.Classes[t], Drop(form, own))).ToArray()).ToArray();
                losses[shard] = network.Run(new(part, words, scale), schedule.Drops, _gradients[shard], null, own, _arenas[shard]);
            });
            loss += losses.Sum();
            network.Parameters.Update(_gradients, rate, Decay);
            foreach (var gradient in _gradients) gradient.Clear(network.Parameters);
        }

        return loss;
    }

    // Rare forms are left out often, so that affixes and shape learn to stand in for words never seen.
    private byte Drop(string form, Randomness random)
    {
        if (random.Unit() < 0.04f) return 1;
        return random.Unit() < 0.4f / (0.4f + _counts.GetValueOrDefault(form)) ? (byte)2 : (byte)0;
    }

    private List<Sentence[]> Batches(IReadOnlyList<Sentence> sentences, Randomness random)
    {
        var order = Enumerable.Range(0, sentences.Count).ToList();
        random.Shuffle(order);
        // Sentences of about one length go together; a little noise keeps the company changing.
        var sorted = order.Select(i => (Key: sentences[i].Length * (0.9f + 0.2f * random.Unit()), i)).OrderBy(pair => pair.Key).ThenBy(pair => pair.i);
        return LengthBatches.Of([.. sorted.Select(pair => sentences[pair.i])], sentence => sentence.Length, schedule.BatchWords);
    }

    public Scores Test(IReadOnlyList<Sentence> sentences)
    {
        network.Prepare(backward: false);
        var chunks = sentences.OrderByDescending(s => s.Length).Chunk(32).ToArray();
        var predicted = new Prediction[chunks.Length][];
        Parallel.For(0, Shards, shard =>
        {
            for (var c = shard; c < chunks.Length; c += Shards)
            {
                _arenas[shard].Reset();
                var words = chunks[c].Select(s => s.Forms.Select((form, t) => network.Words.Read(form, s.Classes[t], 0)).ToArray()).ToArray();
                predicted[c] = [.. chunks[c].Select(s => new Prediction(s.Length))];
                network.Run(new(chunks[c], words, 1), Network.Drops.None, null, predicted[c], new(1), _arenas[shard]);
            }
        });
        var scores = new Scores(labels);
        for (var c = 0; c < chunks.Length; c++)
        {
            for (var i = 0; i < chunks[c].Length; i++) scores.Add(chunks[c][i], predicted[c][i]);
        }

        return scores;
    }
}
