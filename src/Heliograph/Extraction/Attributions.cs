using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Finds every statement in a document: who says, thinks, fears, asks or plans what.</summary>
public static class Attributions
{
    /// <summary>Every attribution, in text order of the cue; one a cue.</summary>
    /// <remarks>Time: linear in the length of the document for trees of bounded depth.</remarks>
    public static ImmutableArray<Attribution> Find(Document document)
    {
        var view = new SpeechView(document);
        var drafts = new List<Draft>();
        drafts.AddRange(ReportedClause.Find(view));
        drafts.AddRange(Parenthesis.Find(view));
        drafts.AddRange(ReportedInfinitive.Find(view));
        drafts.AddRange(Passive.Find(view));
        drafts.AddRange(SpokenOf.Find(view));
        drafts.AddRange(AccordingTo.Find(view));
        drafts.AddRange(NounCue.Find(view));
        drafts.AddRange(AdverbCue.Find(view));
        drafts.AddRange(ThatClause.Find(view, [.. drafts]));
        drafts.AddRange(TrailingFrame.Find(view, [.. drafts]));
        drafts.AddRange(SpeakerColon.Find(view));
        drafts.AddRange(QuotedSpeech.Find(view, [.. drafts]));

        var naming = new SourceNaming(document);
        var found = ImmutableArray.CreateBuilder<Attribution>();
        foreach (var group in drafts.GroupBy(draft => draft.CueHead).OrderBy(group => group.Key))
        {
            if (Join(view, [.. group], naming) is { } attribution && !IsOwnThought(view, attribution)) found.Add(attribution);
        }

        return found.ToImmutable();
    }

    /// <summary>Whether a quoted speaker speaks of a thought of his own ("I think"): that is no voice beside his own.</summary>
    private static bool IsOwnThought(SpeechView view, Attribution found)
    {
        if (found.Act is not ("think" or "know") || found.SourceHead is not { } source) return false;
        if (view.Document.Lemmas[source] is not ("I" or "i" or "we" or "my" or "our")) return false;
        var at = Contents.FirstEndingAfter(view.Quotations, found.CueHead);
        return at < view.Quotations.Length && view.Quotations[at].Tokens.Contains(found.CueHead);
    }

    /// <summary>Makes one attribution of the drafts with one cue: the first one's words, the content of all.</summary>
    private static Attribution? Join(SpeechView view, List<Draft> drafts, SourceNaming naming)
    {
        var first = drafts.Find(draft => draft.Source is not null) ?? drafts[0];
        var quoted = drafts.Exists(draft => draft.Rule == QuotedSpeech.Rule);
        var cuts = new List<TokenSpan>(first.Cue);
        if (first.Source is { } source) cuts.Add(source.Tokens);
        var pieces = drafts.SelectMany(draft => draft.Content)
            .SelectMany(run => quoted || run.Contains(first.CueHead) ? Contents.Without(run, [.. cuts]) : [run]);
        var content = Contents.Join(view, pieces, first.CueHead);
        if (content.IsEmpty) return null;

        var document = view.Document;
        return new()
        {
            Source = first.Source is { } named ? [document.SpanOf(named.Tokens)] : [],
            SourceHead = first.Source?.Head,
            Cue = [.. first.Cue.Select(document.SpanOf)],
            CueHead = first.CueHead,
            Content = [.. content.Select(document.SpanOf)],
            Manner = MannerOf(view, content, first.CueHead),
            Act = first.Entry.Act,
            Commitment = first.Entry.Act == "ask" && AsksWhether(document, content[0].Start) ? Commitment.Question : first.Entry.Commitment,
            Negated = first.Negated,
            Naming = naming.Of(first.Source),
            Venue = Venue.Of(view, first.CueHead) is { } venue ? document.SpanOf(venue.Name) : null,
            Time = SpeechTime.Of(view, first.CueHead) is { } time ? document.SpanOf(time) : null,
            Rule = first.Rule,
        };
    }

    private static bool AsksWhether(Document document, int first) =>
        document.Lemmas[first] is "if" or "whether" || document.TreebankTags[first] is "WP" or "WRB" or "WDT";

    /// <summary>How the content is quoted; a quotation that the cue stands in as well is that of another.</summary>
    private static Manner MannerOf(SpeechView view, ImmutableArray<TokenSpan> content, int cue)
    {
        var (inside, outside) = (false, false);
        foreach (var run in content)
        {
            var next = run.Start;
            for (var at = Contents.FirstEndingAfter(view.Quotations, run.Start);
                at < view.Quotations.Length && view.Quotations[at].Tokens.Start < run.End; at++)
            {
                var quotation = view.Quotations[at].Tokens;
                if (quotation.Contains(cue)) continue;
                inside = true;
                outside |= !Contents.OnlyMarks(view.Document, next, Math.Max(next, quotation.Start));
                next = Math.Min(quotation.End, run.End);
            }

            outside |= !Contents.OnlyMarks(view.Document, next, run.End);
        }

        return inside ? outside ? Manner.Mixed : Manner.Direct : Manner.Indirect;
    }
}
