using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Finds the frame of a quotation, the verb of speech and its subject, by the words beside the marks.</summary>
internal static class QuotationFrame
{
    private const int MaxTokens = 45; // a subject with its appositions; longer frames are none (GUM and PolNeAR)
    private const int MaxBare = 12; // a subject read without the help of the tree

    /// <summary>The frame after the quotation, or the one before it; without content. Null where there is none.</summary>
    public static Draft? Find(SpeechView view, Quotation quotation)
    {
        if (!quotation.Closed) return Before(view, quotation);
        var colon = quotation.Tokens.Start > 0 && view.HasForm(quotation.Tokens.Start - 1, ":");
        return colon
            ? Before(view, quotation) ?? After(view, quotation)
            : After(view, quotation) ?? Before(view, quotation);
    }

    /// <summary>Whether a quotation opens where a sentence or a clause begins.</summary>
    public static bool AtBoundary(SpeechView view, Quotation quotation)
    {
        var start = quotation.Tokens.Start;
        return view.Document.SentenceOf(start).Start == start || view.Tag(start - 1) == PartOfSpeech.Punct
            || QuotationMark.Is(view.Document, start - 1);
    }

    private static Draft? After(SpeechView view, Quotation quotation)
    {
        var (document, close) = (view.Document, quotation.Tokens.End);
        var start = close;
        while (start < view.Count && view.Tag(start) == PartOfSpeech.Punct && view.Document[start].Text is "," or "-" or "–" or "—") start++;
        if (start >= view.Count || document.ParagraphIndexOf(start) != document.ParagraphIndexOf(close - 1)) return null;
        var ending = start > close ? "," : close >= 2 ? document[close - 2].Text.ToString() : "";
        if (QuotationMark.Opens(document, start)) return null;
        var limit = Limit(view, start);
        var isPause = ending is "," or "!" or "?" or "…" or "..." or "-" or "—" or "–" or ",'" or "--";
        var isStop = ending is ".";

        var verb = start;
        while (verb < limit && view.Tag(verb) is PartOfSpeech.Adv or PartOfSpeech.Aux) verb++;
        if (verb < limit && IsCue(view, verb)) return Inverted(view, verb, limit);
        if (!isPause && !isStop) return null;
        if (Subject(view, start, limit) is not { } found) return null;
        if (isStop && !EndsSentence(view, found.CueHead, limit)) return null;
        return LeadsOn(view, found.CueHead, limit, isPause && ending == ",") ? null : found;
    }

    /// <summary>"said X": the subject follows the verb.</summary>
    private static Draft? Inverted(SpeechView view, int verb, int limit)
    {
        var subject = view.Tree.Child(verb, Deprel.Nsubj);
        if (subject > verb && subject < limit) return Make(view, verb, Speakers.Phrase(view, subject, verb));
        var start = verb + 1;
        while (start < limit && view.Tag(start) is PartOfSpeech.Adv or PartOfSpeech.Punct) start++;
        if (start >= limit || !IsNominal(view, start)) return Shared(view, verb);
        var end = start;
        while (end < limit && end - start < MaxTokens && view.Tag(end) is not (PartOfSpeech.Verb or PartOfSpeech.Sconj)) end++;
        var head = start;
        while (head + 1 < end && view.Tag(head + 1) is PartOfSpeech.Propn or PartOfSpeech.Noun or PartOfSpeech.Adj) head++;
        return Make(view, verb, new(head, Speakers.Trim(view.Document, new(start, Math.Max(end, head + 1)))));
    }

    private static Draft? Shared(SpeechView view, int verb) =>
        Speakers.Of(view, verb) is { } source && source.Tokens.End <= verb ? Make(view, verb, source) : null;

    /// <summary>"X said": the subject stands between the quotation and the verb.</summary>
    private static Draft? Subject(SpeechView view, int start, int limit)
    {
        while (start < limit && view.Tag(start) is PartOfSpeech.Adv or PartOfSpeech.Cconj) start++;
        var hasVerb = false;
        for (var verb = start + 1; verb < limit; verb++)
        {
            if (!IsCue(view, verb))
            {
                hasVerb |= view.Tag(verb) == PartOfSpeech.Verb;
                continue;
            }

            var subject = view.Tree.Child(verb, Deprel.Nsubj);
            if (subject >= start && subject < verb && Speakers.Phrase(view, subject, verb) is var phrase
                && phrase.Tokens.Start <= start + 1) return Make(view, verb, new(subject, new(Math.Max(phrase.Tokens.Start, start), phrase.Tokens.End)));
            if (!hasVerb && verb - start <= MaxBare && IsNominal(view, start)) return Make(view, verb, Bare(view, start, verb));
            hasVerb = true;
        }

        return null;
    }

    private static Draft? Before(SpeechView view, Quotation quotation)
    {
        var open = quotation.Tokens.Start;
        if (open == 0) return null;
        var before = open - 1;
        var colon = view.HasForm(before, ":");
        var sentence = view.Document.SentenceOf(before);
        if (!sentence.Contains(open) && !colon) return null;
        var pause = colon || view.HasForm(before, ",");
        var first = Math.Max(sentence.Start, open - MaxTokens);
        for (var verb = before; verb >= first; verb--)
        {
            if (QuotationMark.Is(view.Document, verb)) return null;
            if (view.Tag(verb) != PartOfSpeech.Verb && !IsCue(view, verb)) continue;
            if (!IsCue(view, verb))
            {
                if (colon && Participle(view, verb)) continue;
                return null;
            }

            if (!pause && !Reaches(view, verb, open)) return null;
            return Speakers.Of(view, verb) is { } source ? Make(view, verb, source) : BareBefore(view, first, verb);
        }

        return null;
    }

    private static bool Participle(SpeechView view, int verb) =>
        view.Deprel(verb) is Deprel.Acl or Deprel.Amod or Deprel.Advcl or Deprel.Xcomp;

    /// <summary>Whether nothing but the verb's recipient, venue or time stands between it and the mark.</summary>
    private static bool Reaches(SpeechView view, int verb, int open)
    {
        for (var i = verb + 1; i < open; i++)
        {
            if (view.Tag(i) is PartOfSpeech.Det or PartOfSpeech.Sconj && i == open - 1) return false;
            var top = i;
            while (!view.IsRoot(top) && view.Head(top) != verb) top = view.Head(top);
            if (view.Head(top) != verb || view.Tree.Span(top).End > open) return false;
            if (view.Deprel(top) is not (Deprel.Obl or Deprel.Iobj or Deprel.Obj or Deprel.Advmod or Deprel.Compound or Deprel.Punct)) return false;
        }

        return char.IsUpper(FirstLetter(view, open)) || verb == open - 1;
    }

    private static char FirstLetter(SpeechView view, int open)
    {
        foreach (var c in view.Document.Text.AsSpan(view.Document.Tokens[open].Start, Math.Min(8, view.Document.Text.Length - view.Document.Tokens[open].Start)))
        {
            if (char.IsLetter(c)) return c;
        }

        return ' ';
    }

    private static Draft? BareBefore(SpeechView view, int first, int verb)
    {
        var end = verb;
        while (end > first && view.Tag(end - 1) is PartOfSpeech.Aux or PartOfSpeech.Adv or PartOfSpeech.Part) end--;
        var start = end;
        while (start > first && end - start < MaxBare
            && view.Tag(start - 1) is PartOfSpeech.Propn or PartOfSpeech.Noun or PartOfSpeech.Adj or PartOfSpeech.Det or PartOfSpeech.Pron or PartOfSpeech.Num) start--;
        if (start == end || view.Tag(end - 1) is not (PartOfSpeech.Propn or PartOfSpeech.Noun or PartOfSpeech.Pron)) return null;
        return Make(view, verb, new(end - 1, new(start, end)));
    }

    private static Speaker Bare(SpeechView view, int start, int verb)
    {
        var end = verb;
        while (end > start + 1 && view.Tag(end - 1) is PartOfSpeech.Aux or PartOfSpeech.Adv or PartOfSpeech.Part or PartOfSpeech.Punct) end--;
        var head = start;
        while (head + 1 < end && view.Tag(head + 1) is PartOfSpeech.Propn or PartOfSpeech.Noun or PartOfSpeech.Adj) head++;
        return new(head, Speakers.Trim(view.Document, new(start, end)));
    }

    /// <summary>Whether the frame leads on to a quotation or a clause after it, and so belongs to that.</summary>
    private static bool LeadsOn(SpeechView view, int verb, int limit, bool comma)
    {
        if (comma) return false;
        if (limit < view.Count && view.HasForm(limit, ":")) return true;
        return view.Tree.Child(verb, Deprel.Ccomp) > verb;
    }

    private static bool EndsSentence(SpeechView view, int verb, int limit) =>
        view.Tree.Child(verb, Deprel.Ccomp) < verb && limit - verb <= MaxBare && (limit >= view.Count || !view.HasForm(limit, ":"))
        && !(limit < view.Count && QuotationMark.Opens(view.Document, limit));

    private static int Limit(SpeechView view, int start)
    {
        var end = Math.Min(view.Document.SentenceOf(start).End, start + MaxTokens);
        for (var i = start; i < end; i++)
        {
            if (QuotationMark.Opens(view.Document, i) || view.Document[i].Text is "." or ":" or ";" or "!" or "?") return i;
        }

        return end;
    }

    private static bool IsCue(SpeechView view, int token) =>
        view.CueAt(token) is { } cue && view.Tag(token) == PartOfSpeech.Verb && cue.Takes(CuePatterns.Quote);

    private static bool IsNominal(SpeechView view, int token) => view.Tag(token) is PartOfSpeech.Propn or PartOfSpeech.Noun
        or PartOfSpeech.Pron or PartOfSpeech.Det or PartOfSpeech.Adj or PartOfSpeech.Num;

    private static Draft Make(SpeechView view, int verb, Speaker source) =>
        new(verb, CuePhrase.Of(view, verb), view.CueAt(verb)!, source, ImmutableArray<TokenSpan>.Empty, QuotedSpeech.Rule)
        {
            Negated = CuePhrase.IsNegated(view, verb),
        };
}
