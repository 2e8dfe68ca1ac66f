using Heliograph.Documents;
using Heliograph.Evaluation;
using Heliograph.Language;
using Heliograph.Training.Networks;

namespace Heliograph.Training.Statements;

/// <summary>Source, cue and content of statements as one label a token.</summary>
internal static class SpeechLabels
{
    /// <summary>0 outside, 1 + 2 × part at the beginning of one, 2 + 2 × part inside; parts: 0 source, 1 cue, 2 content.</summary>
    /// <remarks>Where parts overlap, the source stands before the cue and the cue before the content. What goes on in another sentence begins anew.</remarks>
    public static byte[] Of(Segmentation segments, IEnumerable<MarkedText.Marks> attributions)
    {
        var labels = new byte[segments.Tokens.Length];
        var marks = attributions.SelectMany(one => one.Source.Select(span => (Part: 0, Span: span))
            .Concat(one.Cue.Select(span => (Part: 1, Span: span))).Concat(one.Content.Select(span => (Part: 2, Span: span))));
        foreach (var (part, span) in marks.OrderByDescending(mark => mark.Part)) Mark(segments, labels, part, span);
        foreach (var sentence in segments.Sentences)
        {
            for (var i = sentence.Start; i < sentence.End; i++)
            {
                if (!LabelChain.May(i == sentence.Start ? 0 : labels[i - 1], labels[i])) labels[i]--;
            }
        }

        return labels;
    }

    private static void Mark(Segmentation segments, byte[] labels, int part, TextSpan span)
    {
        var tokens = segments.Tokens;
        var (low, high) = (0, tokens.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].End <= span.Start) low = middle + 1;
            else high = middle;
        }

        for (var i = low; i < tokens.Length && tokens[i].Start < span.End; i++) labels[i] = (byte)(2 * part + (i == low ? 1 : 2));
    }
}
