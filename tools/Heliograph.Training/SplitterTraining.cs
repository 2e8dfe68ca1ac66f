using System.Runtime.InteropServices;
using Heliograph.Language;

namespace Heliograph.Training;

/// <summary>Learns where sentences end.</summary>
internal static class SplitterTraining
{
    private const int Rows = 1 << 16;
    private const int Epochs = 12;
    private const int MeanFrom = 6;
    private const float Dropout = 0.3f;
    private const double EndWeight = 8; // what a sentence's end counts beside another place in the choice of features

    /// <summary>Learns from tidy and untidy text, and writes the splitter's sections.</summary>
    public static void Run(IReadOnlyList<Documents.Document> documents, WeightWriter writer, Random random, TextWriter log)
    {
        var learner = new BoundaryLearner(CountFeatures(documents, random), 1, Dropout, random);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            var examples = new List<(uint[] Features, int Gold)>();
            foreach (var document in documents)
            {
                var found = random.NextSingle() < 0.6f ? TextAsFound.Tidy(document) : TextAsFound.Vary(document, random);
                AddExamples(found, examples);
            }

            var order = examples.ToArray();
            random.Shuffle(order);
            var rate = 0.05f * (1 - (float)epoch / Epochs);
            var loss = 0.0;
            foreach (var (features, gold) in order) loss += learner.Learn(features, gold, rate);
            log.WriteLine(FormattableString.Invariant(
                $"sentences: epoch {epoch + 1}, {order.Length} places, loss {loss / order.Length:0.0000}"));
            if (epoch >= MeanFrom) learner.AddToMean();
        }

        learner.Write(writer);
    }

    private static ushort[] CountFeatures(IReadOnlyList<Documents.Document> documents, Random random)
    {
        var examples = new List<(uint[] Features, int Gold)>();
        foreach (var document in documents)
        {
            AddExamples(TextAsFound.Tidy(document), examples);
            AddExamples(TextAsFound.Vary(document, random), examples);
        }

        var count = new FeatureCount();
        foreach (var (features, gold) in examples) count.Add(features, gold == 1 ? EndWeight : 1);
        return count.Marks(Rows);
    }

    private static void AddExamples(TextAsFound found, List<(uint[] Features, int Gold)> examples)
    {
        using var seen = new SentenceFeatures(
            found.Text, CollectionsMarshal.AsSpan(found.Tokens), CollectionsMarshal.AsSpan(found.OpensParagraph));
        var (start, state) = (0, default(SentenceState));
        for (var i = 0; i + 1 < found.Tokens.Count; i++)
        {
            seen.Read(i, ref state);
            if (!found.OpensParagraph[i + 1])
            {
                if (found.Joined[i + 1]) continue;
                var features = new uint[SentenceFeatures.Count];
                seen.Fill(i, start, state, features);
                examples.Add((features, found.OpensSentence[i + 1] ? 1 : 0));
            }

            if (found.OpensSentence[i + 1]) (start, state) = (i + 1, default);
        }
    }
}
