using System.Collections.Immutable;
using Heliograph.Documents;
using Heliograph.Language.Networks;

namespace Heliograph.Extraction;

/// <summary>What tells how sure a statement is: the probabilities of its words' labels, how it was put together, and how its parts lie.</summary>
internal static class ConfidenceFeatures
{
    private const double Surest = 6; // log odds beyond it count as it: 1 in 400

    /// <summary>Each feature with its value. The document must have been read by the tagger of statements.</summary>
    /// <param name="view">The document.</param>
    /// <param name="draft">The statement, its source and cue as they leave.</param>
    /// <param name="content">Its content as it leaves; not empty.</param>
    /// <param name="manner">Whether it is quoted.</param>
    public static IEnumerable<(string Name, double Value)> Of(SpeechView view, Draft draft, ImmutableArray<TokenSpan> content, Manner manner)
    {
        var cue = draft.Cue[0];
        yield return (draft.Rule, 1);
        yield return ("manner:" + manner, 1);
        if (ReferenceEquals(draft.Entry, LearntStatements.Unlisted)) yield return ("cue:unlisted", 1);
        var cues = Shares(view, draft.Cue, share => share.Cue);
        yield return ("cue:mean", Odds(cues.Mean));
        yield return ("cue:least", Odds(cues.Least));
        yield return ("cue:long", Math.Min(4, cue.Length - 1));
        var sentence = view.Document.SentenceOf(cue.Start);
        yield return ("cue:others", Math.Min(3, Count(view, sentence, Speech.CueStart)));
        if (draft.Source is { } source)
        {
            var sources = Shares(view, [source.Tokens], share => share.Source);
            yield return ("source", 1);
            yield return ("source:mean", Odds(sources.Mean));
            yield return ("source:least", Odds(sources.Least));
            yield return ("source:gap", Steps(Gap(cue, source.Tokens)));
        }
        else
        {
            yield return ("nobody:most", Odds(Most(view, sentence)));
        }

        var contents = Shares(view, content, share => share.Content);
        yield return ("content:mean", Odds(contents.Mean));
        yield return ("content:least", Odds(contents.Least));
        yield return ("content:length", Steps(contents.Count));
        yield return ("content:gap", Steps(content.Min(run => Gap(cue, run))));
        yield return ("content:pieces", Math.Min(3, content.Length - 1));
        yield return ("content:sentences", Steps(view.Document.SentenceIndexOf(content[^1].End - 1) - view.Document.SentenceIndexOf(content[0].Start)));
        yield return ("content:beside", Steps(Beside(view, view.Document.SentenceOf(content[0].Start))));
    }

    /// <summary>The logarithm of the odds of a share of 65,535, bounded.</summary>
    private static double Odds(double share)
    {
        var part = (share + 0.5) / (SpeechShare.Whole + 1);
        return Math.Clamp(Elementary.Log(part / (1 - part)), -Surest, Surest);
    }

    private static double Steps(double count) => Elementary.Log(1 + count);

    private static int Gap(TokenSpan cue, TokenSpan part) => Math.Max(0, Math.Max(part.Start - cue.End, cue.Start - part.End));

    private static (double Mean, double Least, int Count) Shares(SpeechView view, ImmutableArray<TokenSpan> runs, Func<SpeechShare, int> part)
    {
        var (sum, least, count) = (0L, (int)SpeechShare.Whole, 0);
        foreach (var run in runs)
        {
            for (var i = run.Start; i < run.End; i++, count++)
            {
                var share = part(view.Document.SpeechShares[i]);
                (sum, least) = (sum + share, Math.Min(least, share));
            }
        }

        return (sum / (double)count, least, count);
    }

    private static int Count(SpeechView view, TokenSpan sentence, Speech mark)
    {
        var count = -1;
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (view.Document.Speech[i] == mark) count++;
        }

        return Math.Max(0, count);
    }

    // The likeliest word of a source that was not marked as one.
    private static int Most(SpeechView view, TokenSpan sentence)
    {
        var most = 0;
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (view.Document.Speech[i] is not (Speech.SourceStart or Speech.Source)) most = Math.Max(most, view.Document.SpeechShares[i].Source);
        }

        return most;
    }

    // Words of content that are to be expected where none is marked.
    private static double Beside(SpeechView view, TokenSpan sentence)
    {
        var sum = 0L;
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (view.Document.Speech[i] is not (Speech.ContentStart or Speech.Content)) sum += view.Document.SpeechShares[i].Content;
        }

        return sum / (double)SpeechShare.Whole;
    }
}
