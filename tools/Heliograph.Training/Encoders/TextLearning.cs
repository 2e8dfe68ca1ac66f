using System.Diagnostics;
using System.Globalization;
using Heliograph.Training.Networks;

namespace Heliograph.Training.Encoders;

/// <summary>Teaches a network with an encoder from whole texts, epoch by epoch, with a checkpoint after each.</summary>
/// <remarks>Each batch is cut into two shards whatever the machine, so that the sums, and with them the weights, come out the same.</remarks>
internal sealed class TextLearning(Network network, LabelCounts labels, Schedule schedule)
{
    private const int Shards = 2;
    private const float ClassDrop = 0.1f; // share of words learnt without what the gazetteer knows, lest all be left to it
    private const float Decay = 0.998f; // of the running average of the weights
    private static readonly int[] WindowSizes = [1, 48, 96, 128, 160]; // pieces of a window: readers meet texts of all lengths
    private readonly Gradient[] _gradients = [.. Enumerable.Range(0, Shards).Select(_ => new Gradient(network.Parameters))];
    private readonly Arena[] _arenas = [.. Enumerable.Range(0, Shards).Select(_ => new Arena())];

    /// <summary>Learns.</summary>
    /// <param name="train">Groups of texts, each with the share of it that an epoch takes.</param>
    /// <param name="tests">What is measured after each epoch.</param>
    /// <param name="checkpoint">Where learning is kept, and gone on from.</param>
    /// <param name="until">The epoch to stop after, so that learning may go in pieces.</param>
    public void Run(IReadOnlyList<(Sentence[][] Texts, float Share)> train, IReadOnlyList<(string Name, Sentence[][] Texts)> tests, string checkpoint, int until)
    {
        var first = 0;
        if (File.Exists(checkpoint))
        {
            using var reader = new BinaryReader(File.OpenRead(checkpoint));
            first = reader.ReadInt32();
            network.Parameters.Read(reader);
            Console.Error.WriteLine($"Going on after epoch {first} from {checkpoint}");
        }

        var words = train.Sum(group => (double)group.Share * group.Texts.Sum(text => text.Sum(sentence => (long)sentence.Length)));
        var totalSteps = words * schedule.Epochs / schedule.BatchWords;
        for (var epoch = first; epoch < Math.Min(until, schedule.Epochs); epoch++)
        {
            var clock = Stopwatch.StartNew();
            var loss = Epoch(train, epoch, totalSteps, clock);
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"epoch {epoch + 1}: loss {loss / words:0.000}, {words / clock.Elapsed.TotalSeconds:0} words/s, {clock.Elapsed.TotalSeconds:0} s"));
            using (var writer = new BinaryWriter(File.Create(checkpoint + ".new")))
            {
                writer.Write(epoch + 1);
                network.Parameters.Write(writer);
            }

            File.Move(checkpoint + ".new", checkpoint, overwrite: true);
            network.Parameters.SwapAverage();
            foreach (var (name, texts) in tests) Console.Error.WriteLine($"  {name}: {Test(texts)}");
            network.Parameters.SwapAverage();
        }
    }

    private double Epoch(IReadOnlyList<(Sentence[][] Texts, float Share)> train, int epoch, double totalSteps, Stopwatch clock)
    {
        var random = new Randomness(schedule.Seed + 7919 * (ulong)(epoch + 1));
        var batches = Batches(train, random);
        var (loss, done) = (0.0, 0L);
        for (var b = 0; b < batches.Count; b++)
        {
            var batch = batches[b];
            var step = network.Parameters.Step;
            var rate = schedule.Rate * Math.Min(1f, (step + 1) / 100f) * Math.Max(0.01f, 1 - (float)(step / totalSteps));
            network.Prepare(backward: true);
            var size = batch.Sum(window => window.Sum(sentence => sentence.Length));
            var seeds = Enumerable.Range(0, Shards).Select(_ => random.Next()).ToArray();
            var losses = new double[Shards];
            Parallel.For(0, Shards, shard =>
            {
                var part = batch.Where((_, i) => i % Shards == shard).ToArray();
                if (part.Length == 0) return;
                _arenas[shard].Reset();
                var own = new Randomness(seeds[shard]);
                part = [.. part.Select(window => (Sentence[])[.. window.Select(sentence => Variation.AsFound(sentence, own))])];
                losses[shard] = network.Run(Batch(part, 1f / size, own), schedule.Drops, _gradients[shard], null, own, _arenas[shard]);
            });
            loss += losses.Sum();
            done += size;
            network.Parameters.Update(_gradients, rate, Decay);
            foreach (var gradient in _gradients) gradient.Clear(network.Parameters);
            if (b % 50 == 49)
            {
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"  {b + 1} of {batches.Count}: loss {loss / done:0.000}, {done / clock.Elapsed.TotalSeconds:0} words/s"));
            }
        }

        return loss;
    }

    // Sentences that follow each other are cut into windows of many sizes; a batch holds windows from everywhere.
    private List<Sentence[][]> Batches(IReadOnlyList<(Sentence[][] Texts, float Share)> train, Randomness random)
    {
        var windows = new List<Sentence[]>();
        foreach (var (texts, share) in train)
        {
            foreach (var text in texts)
            {
                if (random.Unit() < share) windows.AddRange(Windows(text, random));
            }
        }

        random.Shuffle(windows);
        return LengthBatches.Of(windows, window => window.Sum(sentence => sentence.Length), schedule.BatchWords);
    }

    private static IEnumerable<Sentence[]> Windows(Sentence[] text, Randomness random)
    {
        var start = 0;
        while (start < text.Length)
        {
            var size = WindowSizes[random.Below(WindowSizes.Length)];
            var (end, held) = (start + 1, text[start].Length);
            while (end < text.Length && 1.3 * (held + text[end].Length) < size) held += text[end++].Length;
            yield return text[start..end];
            start = end;
        }
    }

    // The encoder takes the sentences as they follow each other, the layers above it longest first.
    private Network.Batch Batch(Sentence[][] windows, float scale, Randomness? random)
    {
        var sentences = windows.SelectMany(window => window).ToArray();
        var order = Enumerable.Range(0, sentences.Length).OrderByDescending(i => sentences[i].Length).ThenBy(i => i).ToArray();
        var ranks = new int[order.Length];
        for (var rank = 0; rank < order.Length; rank++) ranks[order[rank]] = rank;
        var sorted = order.Select(i => sentences[i]).ToArray();
        var words = sorted.Select(sentence => sentence.Forms.Select((form, t) => random is null
            ? network.Words.Read(form, sentence.Classes[t], 0)
            : network.Words.Read(form, random.Unit() < ClassDrop ? (byte)0 : sentence.Classes[t], Drop(random))).ToArray()).ToArray();
        var pieces = EncoderInput.Of(network.Encoder!.Pieces, windows.Select(window => (IReadOnlyList<string[]>)[.. window.Select(sentence => sentence.Forms)]), int.MaxValue);
        return new(sorted, words, scale, pieces, [.. sentences.SelectMany((sentence, i) => Enumerable.Range(0, sentence.Length).Select(t => (ranks[i], t)))]);
    }

    // Forms are left out often: the encoder knows words, and affixes and shape have to do for those never seen.
    private static byte Drop(Randomness random) => random.Unit() < 0.3f ? (byte)2 : (byte)0;

    private Scores Test(Sentence[][] texts)
    {
        network.Prepare(backward: false);
        var scores = new Scores(labels);
        var chunks = texts.SelectMany(text => text.Chunk(6)).ToArray();
        var predicted = new (Sentence[] Sentences, Prediction[] Predictions)[chunks.Length];
        Parallel.For(0, Shards, shard =>
        {
            for (var c = shard; c < chunks.Length; c += Shards)
            {
                _arenas[shard].Reset();
                var batch = Batch([chunks[c]], 1, null);
                predicted[c] = (batch.Sentences, [.. batch.Sentences.Select(sentence => new Prediction(sentence.Length))]);
                network.Run(batch, Network.Drops.None, null, predicted[c].Predictions, new(1), _arenas[shard]);
            }
        });
        foreach (var (sentences, predictions) in predicted)
        {
            for (var i = 0; i < sentences.Length; i++) scores.Add(sentences[i], predictions[i]);
        }

        return scores;
    }
}
