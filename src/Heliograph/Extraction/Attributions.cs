using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Finds every statement in a document: who says, thinks, fears, asks or plans what.</summary>
public static class Attributions
{
    /// <summary>Every attribution, in text order of the cue; one a cue.</summary>
    /// <remarks>Time: linear in the length of the document for trees of bounded depth.</remarks>
    public static ImmutableArray<Attribution> Find(Document document) => [.. Weighed(new(document)).Select(found => found.Found)];

    /// <summary>The same, each with what its confidence was told from; nothing in a document that the tagger did not read.</summary>
    internal static List<(Attribution Found, IReadOnlyList<(string Name, double Value)> Features)> Weighed(SpeechView view)
    {
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

        var naming = new SourceNaming(view.Document);
        var found = new List<(Attribution, IReadOnlyList<(string, double)>)>();
        foreach (var group in Learnt(view, drafts).GroupBy(draft => draft.CueHead).OrderBy(group => group.Key))
        {
            if (Join(view, [.. group], naming) is { } joined && !IsOwnThought(view, joined.Found)) found.Add(joined);
        }

        return found;
    }

    /// <summary>Puts the learnt statements first: a rule's draft with the same cue gives way, and lends what the learnt one lacks.</summary>
    private static List<Draft> Learnt(SpeechView view, List<Draft> rules)
    {
        if (view.Document.Speech.IsEmpty) return rules;
        var drafts = new List<Draft>();
        var left = rules;
        foreach (var learnt in LearntStatements.Find(view))
        {
            var cue = learnt.Cue[0];
            var same = left.FindAll(draft => cue.Contains(draft.CueHead) || draft.Cue.Any(span => span.Start < cue.End && cue.Start < span.End));
            left = left.FindAll(draft => !same.Contains(draft));
            var whole = learnt;
            if (same.Count > 0) whole = whole with { CueHead = same[0].CueHead, Entry = same[0].Entry, Negated = same[0].Negated };
            if (whole.Content.IsEmpty) whole = whole with { Content = [.. same.SelectMany(draft => draft.Content)] };
            whole = whole with { Content = WithoutCharge(view, whole) };
            if (!whole.Content.IsEmpty && !TellsNothing(view, whole)) drafts.Add(whole);
        }

        var outer = drafts.SelectMany(draft => draft.Content).ToList();
        var heard = drafts.SelectMany(draft => draft.Cue).Select(cue => view.Document.SentenceIndexOf(cue.Start)).ToHashSet();
        drafts.AddRange(left.Where(draft => IsByConstruction(draft) || outer.Exists(content => content.Contains(draft.CueHead))
            || (IsLikely(view, draft) && !heard.Contains(view.Document.SentenceIndexOf(draft.CueHead)))));
        return drafts;
    }

    // "accused of theft, a charge it denies": what it is called is no part of it
    private static ImmutableArray<TokenSpan> WithoutCharge(SpeechView view, Draft draft) => draft.Content.Length < 2
        ? draft.Content
        : draft.Content.RemoveAll(run => run.Length <= 2 && run.Start > draft.CueHead
            && view.Document.Lemmas[run.End - 1] is "charge" or "allegation" or "accusation" or "claim"
            && view.Tree.Child(run.End - 1, Deprel.Acl) >= 0);

    /// <summary>Whether a learnt statement is none: that someone stays unnamed, or only a word that stands for what was said before.</summary>
    private static bool TellsNothing(SpeechView view, Draft draft) => Anonymity.IsAsked(view.Document, view.Tree, draft.CueHead)
        || Datelines.Of(view.Document).Holds(draft.CueHead) || (draft.Content is [{ Length: 1 } word] && view.Document.Lemmas[word.Start] is "which" or "that" or "who");

    /// <summary>Whether a rule counts in a sentence where nothing was learnt: on PolNeAR dev seven in ten of these are right there.</summary>
    private static bool IsLikely(SpeechView view, Draft draft) => draft.Rule switch
    {
        ReportedClause.Rule or Parenthesis.Rule or ThatClause.Rule or SpokenOf.Rule => true,
        Passive.Rule or ReportedInfinitive.Rule => draft.Source is null && view.Tree.Child(draft.CueHead, Deprel.Aux, "pass") >= 0
            && draft.Entry.Lemma != "compare",
        _ => false,
    };

    /// <summary>Whether a rule is right by the form alone, so that it counts where nothing was learnt.</summary>
    private static bool IsByConstruction(Draft draft) => draft.Rule is QuotedSpeech.Rule or SpeakerColon.Rule or AccordingTo.Rule;

    /// <summary>Whether a quoted speaker speaks of a thought of his own ("I think"): that is no voice beside his own.</summary>
    private static bool IsOwnThought(SpeechView view, Attribution found)
    {
        if (found.Act is not ("think" or "know") || found.SourceHead is not { } source) return false;
        if (view.Document.Lemmas[source] is not ("I" or "i" or "we" or "my" or "our")) return false;
        var at = Contents.FirstEndingAfter(view.Quotations, found.CueHead);
        return at < view.Quotations.Length && view.Quotations[at].Tokens.Contains(found.CueHead);
    }

    /// <summary>Makes one attribution of the drafts with one cue: the first one's words, the content of all.</summary>
    private static (Attribution Found, IReadOnlyList<(string Name, double Value)> Features)? Join(SpeechView view, List<Draft> drafts, SourceNaming naming)
    {
        var first = drafts.Find(draft => draft.Source is not null) ?? drafts[0];
        var quoted = drafts.Exists(draft => draft.Rule == QuotedSpeech.Rule);
        var cuts = new List<TokenSpan>(first.Cue);
        if (first.Source is { } source) cuts.Add(source.Tokens);
        var pieces = drafts.SelectMany(draft => draft.Content)
            .SelectMany(run => quoted || run.Contains(first.CueHead) ? Contents.Without(run, [.. cuts]) : [run]);
        var content = first.Rule == LearntStatements.Rule ? Merged(view, first) : Contents.Join(view, pieces, first.CueHead);
        if (content.IsEmpty) return null;

        var document = view.Document;
        var manner = MannerOf(view, content, first.CueHead);
        IReadOnlyList<(string, double)> features = document.SpeechShares.IsEmpty ? [] : [.. ConfidenceFeatures.Of(view, first, content, manner)];
        return (new()
        {
            Source = first.Source is { } named ? [document.SpanOf(named.Tokens)] : [],
            SourceHead = first.Source?.Head,
            Cue = [.. first.Cue.Select(document.SpanOf)],
            CueHead = first.CueHead,
            Content = [.. content.Select(document.SpanOf)],
            Manner = manner,
            Act = Acts.Of(view, first),
            Commitment = first.Entry.Act == "ask" && AsksWhether(document, content[0].Start) ? Commitment.Question : first.Entry.Commitment,
            Negated = first.Negated,
            Naming = naming.Of(first.Source),
            IsWithheld = first.Source is { } told && SourceNaming.IsWithheld(document, view.Tree, told.Head),
            Venue = Venue.Of(view, first.CueHead) is { } venue ? document.SpanOf(venue.Name) : null,
            Time = SpeechTime.Of(view, first.CueHead) is { } time && Before(time, content) is { } words ? document.SpanOf(words) : null,
            Confidence = features.Count == 0 ? null : ConfidenceModel.Of(features, document.Model),
            Rule = first.Rule,
        }, features);
    }

    // "said last year that they had left": the time ends where the content begins
    private static TokenSpan? Before(TokenSpan time, ImmutableArray<TokenSpan> content)
    {
        foreach (var run in content)
        {
            if (run.Start >= time.End || time.Start >= run.End) continue;
            if (run.Start <= time.Start) return null;
            time = new(time.Start, run.Start);
        }

        return time;
    }

    // Learnt contents stand as they were learnt; sentences that follow each other are one.
    private static ImmutableArray<TokenSpan> Merged(SpeechView view, Draft draft)
    {
        var merged = ImmutableArray.CreateBuilder<TokenSpan>();
        foreach (var run in draft.Content.OrderBy(run => run.Start).ThenBy(run => run.End))
        {
            if (merged.Count > 0 && run.Start < merged[^1].End) merged[^1] = new(merged[^1].Start, Math.Max(merged[^1].End, run.End));
            else if (merged.Count > 0 && run.Start == merged[^1].End && view.Document.SentenceOf(run.Start).Start == run.Start) merged[^1] = new(merged[^1].Start, run.End);
            else merged.Add(run);
        }

        return merged.ToImmutable();
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
