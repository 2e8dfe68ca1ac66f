using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>The sources, cues and contents that the language layer marked in a document, each as a run of tokens.</summary>
internal sealed class LearntSpans
{
    private LearntSpans(ImmutableArray<TokenSpan> sources, ImmutableArray<TokenSpan> cues, ImmutableArray<TokenSpan> contents) =>
        (Sources, Cues, Contents) = (sources, cues, contents);

    /// <summary>Who says it, in text order.</summary>
    public ImmutableArray<TokenSpan> Sources { get; }

    /// <summary>What ties it, in text order.</summary>
    public ImmutableArray<TokenSpan> Cues { get; }

    /// <summary>What is said, in text order; none reaches beyond its paragraph.</summary>
    public ImmutableArray<TokenSpan> Contents { get; }

    /// <summary>Reads the marks of a document; none where no model made any.</summary>
    public static LearntSpans Of(Document document)
    {
        var spans = new[] { Builder(), Builder(), Builder() };
        var marks = document.Speech;
        var datelines = Datelines.Of(document);
        for (var i = 0; i < marks.Length; i++)
        {
            if (marks[i] == Speech.None) continue;
            var (start, type) = (i, Type(marks[i]));
            var end = document.Paragraphs[document.ParagraphIndexOf(i)].End;
            while (i + 1 < end && GoesOn(marks[i + 1]) && Type(marks[i + 1]) == type) i++;
            if (datelines.Without(new(start, i + 1)) is { } run) spans[type].Add(run);
        }

        return new(spans[0].ToImmutable(), spans[1].ToImmutable(), spans[2].ToImmutable());

        static ImmutableArray<TokenSpan>.Builder Builder() => ImmutableArray.CreateBuilder<TokenSpan>();
    }

    private static int Type(Speech mark) => ((int)mark - 1) / 2;

    private static bool GoesOn(Speech mark) => mark is Speech.Source or Speech.Cue or Speech.Content;
}
