using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Evaluation;

/// <summary>The gold names of one document.</summary>
public sealed record GoldNames
{
    /// <summary>The names, in text order.</summary>
    public required ImmutableArray<NamedSpan> Names { get; init; }

    /// <summary>Sentences that nobody labelled: what a system finds in them is not counted. In text order; may be empty.</summary>
    public ImmutableArray<TextSpan> Unlabelled { get; init; } = [];

    /// <summary>Lays labelled sentences over the documents of the treebank that they were made from.</summary>
    /// <remarks>
    /// Sentences are matched by their characters, white space left out, those with the same characters in their order;
    /// so it does not matter when one side was tokenized anew. Labels other than PER, ORG and LOC (OTH) are passed over.
    /// </remarks>
    /// <param name="treebank">The documents, with the treebank's own sentences.</param>
    /// <param name="labelled">The labelled sentences of the same texts.</param>
    /// <param name="unplaced">How many labelled sentences stand in none of the documents.</param>
    /// <returns>One element a document, in its order.</returns>
    public static ImmutableArray<GoldNames> Place(
        IEnumerable<Document> treebank, IEnumerable<LabelledSentence> labelled, out int unplaced)
    {
        var waiting = new Dictionary<string, Queue<LabelledSentence>>(StringComparer.Ordinal);
        foreach (var sentence in labelled)
        {
            var characters = string.Concat(string.Concat(sentence.Forms).Where(c => !char.IsWhiteSpace(c)));
            if (!waiting.TryGetValue(characters, out var same)) waiting[characters] = same = new();
            same.Enqueue(sentence);
        }

        var placed = ImmutableArray.CreateBuilder<GoldNames>();
        foreach (var document in treebank) placed.Add(Place(document, waiting));
        unplaced = waiting.Values.Sum(same => same.Count);
        return placed.ToImmutable();
    }

    private static GoldNames Place(Document document, Dictionary<string, Queue<LabelledSentence>> waiting)
    {
        var names = ImmutableArray.CreateBuilder<NamedSpan>();
        var unlabelled = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var sentence in document.Sentences)
        {
            var span = document.SpanOf(sentence);
            var offsets = Enumerable.Range(span.Start, span.Length).Where(i => !char.IsWhiteSpace(document.Text[i])).ToArray();
            var characters = string.Concat(offsets.Select(i => document.Text[i]));
            if (waiting.TryGetValue(characters, out var same) && same.TryDequeue(out var labelled))
            {
                names.AddRange(NamesOf(labelled, offsets));
            }
            else unlabelled.Add(span);
        }

        return new() { Names = names.ToImmutable(), Unlabelled = unlabelled.ToImmutable() };
    }

    /// <param name="sentence">The labelled sentence.</param>
    /// <param name="offsets">Where each of its characters, white space left out, stands in the document's text.</param>
    private static IEnumerable<NamedSpan> NamesOf(LabelledSentence sentence, int[] offsets)
    {
        var (position, open) = (0, default(NamedSpan?));
        for (var i = 0; i < sentence.Forms.Length; i++)
        {
            var length = sentence.Forms[i].Count(c => !char.IsWhiteSpace(c));
            if (length == 0) continue;
            var word = new TextSpan(offsets[position], offsets[position + length - 1] + 1);
            position += length;

            var type = TypeOf(sentence.Labels[i]);
            if (open is { } name && sentence.Labels[i][0] == 'I' && type == name.Type)
            {
                open = name with { Span = name.Span.Cover(word) };
                continue;
            }

            if (open is { } ended) yield return ended;
            open = type is { } known ? new(word, known) : null;
        }

        if (open is { } last) yield return last;
    }

    private static NameType? TypeOf(string label) => label[1..] switch
    {
        "-PER" => NameType.Person,
        "-ORG" => NameType.Organisation,
        "-LOC" => NameType.Location,
        _ => null,
    };
}
