using Heliograph.Language;

namespace Heliograph.Training;

/// <summary>Learns where tokens begin.</summary>
internal static class TokenizerTraining
{
    private const int Rows = 1 << 13;
    private const int Epochs = 10;
    private const int MeanFrom = 5;
    private const float Dropout = 0.15f;
    private const int LeastCuts = 2; // how often a word was seen cut before it counts as one that is
    private const double LeastShare = 0.02; // and in what share of its occurrences

    /// <summary>Learns from tidy and untidy text, and writes the tokenizer's sections.</summary>
    public static void Run(IReadOnlyList<Documents.Document> documents, WeightWriter writer, Random random, TextWriter log)
    {
        var cutWords = CutWords(documents);
        var learner = new BoundaryLearner(CountFeatures(documents, cutWords, random), 3, Dropout, random);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            var examples = new List<(uint[] Features, int Gold)>();
            foreach (var document in documents)
            {
                var found = epoch % 2 == 0 ? TextAsFound.Tidy(document) : TextAsFound.Vary(document, random);
                AddExamples(found, cutWords, examples);
            }

            var order = examples.ToArray();
            random.Shuffle(order);
            var rate = 0.1f * (1 - (float)epoch / Epochs);
            var loss = 0.0;
            foreach (var (features, gold) in order) loss += learner.Learn(features, gold, rate);
            log.WriteLine(FormattableString.Invariant(
                $"tokens: epoch {epoch + 1}, {order.Length} places, loss {loss / order.Length:0.0000}"));
            if (epoch >= MeanFrom) learner.AddToMean();
        }

        writer.Add<uint>(cutWords);
        learner.Write(writer);
    }

    private static ushort[] CountFeatures(IReadOnlyList<Documents.Document> documents, uint[] cutWords, Random random)
    {
        var examples = new List<(uint[] Features, int Gold)>();
        foreach (var document in documents)
        {
            AddExamples(TextAsFound.Tidy(document), cutWords, examples);
            AddExamples(TextAsFound.Vary(document, random), cutWords, examples);
        }

        var count = new FeatureCount();
        foreach (var (features, _) in examples) count.Add(features, 1);
        return count.Marks(Rows);
    }

    // The hashes of words of letters only that the treebanks cut, sorted.
    private static uint[] CutWords(IReadOnlyList<Documents.Document> documents)
    {
        var (seen, cut) = (new Dictionary<uint, int>(), new Dictionary<uint, int>());
        foreach (var document in documents)
        {
            var (text, tokens) = (document.Text, document.Tokens);
            for (var i = 0; i < tokens.Length; i++)
            {
                var (start, end) = (tokens[i].Start, tokens[i].Start);
                if (!Letters.IsWord(text[start]) || (start > 0 && Letters.IsWord(text[start - 1]))) continue;
                while (end < text.Length && Letters.IsWord(text[end])) end++;
                if (end - start >= TokenPlaces.LongestCutWord) continue;
                var hash = Letters.HashFolded(text.AsSpan(start, end - start));
                seen[hash] = seen.GetValueOrDefault(hash) + 1;
                var hasLetters = text.AsSpan(start, end - start).ContainsAnyExceptInRange('0', '9');
                if (hasLetters && tokens[i].End < end) cut[hash] = cut.GetValueOrDefault(hash) + 1;
            }
        }

        return [.. cut.Where(word => word.Value >= Math.Max(LeastCuts, LeastShare * seen[word.Key]))
            .Select(word => word.Key).Order()];
    }

    private static void AddExamples(TextAsFound found, uint[] cutWords, List<(uint[] Features, int Gold)> examples)
    {
        var text = found.Text;
        var next = 0; // the first token that begins at or after the place
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i])) continue;
            var end = i;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            var seen = new TokenFeatures(text, i, end);
            var places = new TokenPlaces(text, i, end, cutWords);
            while (places.MoveNext())
            {
                while (next < found.Tokens.Count && found.Tokens[next].Start < places.Place) next++;
                var begins = next < found.Tokens.Count && found.Tokens[next].Start == places.Place;
                var features = new uint[TokenFeatures.Count];
                seen.Fill(places.Place, Math.Max(i, next == 0 ? 0 : found.Tokens[next - 1].Start), features);
                examples.Add((features, begins ? found.Joined[next] ? 2 : 1 : 0));
            }

            i = end;
        }
    }
}
