using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Finds who speaks: the subject of a cue, its agent, or the one it shares with the words above it.</summary>
/// <remarks>
/// A subject is shared by conjoined verbs ("denied it but admitted that"), by participles ("are doubtful, believing
/// that"), by infinitives ("declined to say") and by relative clauses, where it is the noun they modify ("a doctor who
/// said"). An object is the one who speaks after verbs of asking ("urged him to admit that").
/// </remarks>
internal static class Speakers
{
    private const int MaxSteps = 6; // how far up the tree a shared subject is looked for
    private const int MaxNominal = 8; // tokens of a speaker read without the help of the tree
    private const int MaxTokens = 60; // a longer "noun phrase" is an error of the parser: only its core is kept

    /// <summary>The source of a cue, or null where the words give none.</summary>
    public static Speaker? Of(SpeechView view, int cue)
    {
        if (view.IsPassive(cue)) return Agent(view, cue);
        var tree = view.Tree;
        if (tree.Child(cue, Deprel.Nsubj) is >= 0 and var subject)
        {
            return Nearer(view, cue, subject) is { } nearer ? Phrase(view, nearer, cue) is var phrase && phrase.Tokens.Start > subject
                ? phrase
                : new(nearer, new(Nominal(view, cue).Start, nearer + 1)) : Subject(view, cue, subject);
        }

        return FrameBefore(view, cue) ?? Shared(view, cue, MaxSteps);
    }

    /// <summary>The one by whom something is said: "by the ministry" beside a passive, or null.</summary>
    public static Speaker? Agent(SpeechView view, int cue)
    {
        var agent = view.Tree.Child(cue, Deprel.Obl, "agent");
        return agent < 0 ? null : Phrase(view, agent, cue);
    }

    /// <summary>The words of a noun phrase without its preposition, closing comma, and any part that holds the cue.</summary>
    public static Speaker Phrase(SpeechView view, int head, int cue)
    {
        var span = view.Tree.Span(head);
        var (start, end) = (span.Start, span.End);
        foreach (var child in view.Tree.Children(head))
        {
            var part = view.Tree.Span(child);
            if (view.Tree.IsUnder(cue, child)) Cut(part);
            else if (child < head && view.Deprel(child) is Deprel.Case or Deprel.Mark or Deprel.Cc or Deprel.Punct)
            {
                if (part.Start == start) start = part.End;
            }
            else if (IsClausal(view, child, head)) Cut(part);
        }

        if (span.Contains(cue))
        {
            if (cue < head) start = Math.Max(start, cue + 1);
            else end = Math.Min(end, cue);
        }

        if (end - start > MaxTokens) (start, end) = Core(view, head);
        return new(head, Trim(view.Document, new(Math.Min(start, head), Math.Max(end, head + 1))));

        void Cut(TokenSpan part)
        {
            if (part.Start > head) end = Math.Min(end, part.Start);
            else if (part.End <= head) start = Math.Max(start, part.End);
        }
    }

    /// <summary>A run of tokens without commas, dashes and the like at its ends.</summary>
    public static TokenSpan Trim(Document document, TokenSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (end - start > 1 && IsLoose(end - 1)) end--;
        while (end - start > 1 && IsLoose(start)) start++;
        return new(start, end);

        bool IsLoose(int token) => document.Tags[token] == PartOfSpeech.Punct
            && document[token].Text is not (")" or "]" or "(" or "[") && !QuotationMark.Is(document, token);
    }

    private static bool IsClausal(SpeechView view, int child, int head) => view.Deprel(child) switch
    {
        Deprel.Parataxis or Deprel.List => child > head,
        Deprel.Nsubj or Deprel.Csubj or Deprel.Cop or Deprel.Aux or Deprel.Advcl or Deprel.Ccomp or Deprel.Expl => true,
        _ => false,
    };

    private static (int Start, int End) Core(SpeechView view, int head)
    {
        var start = head;
        while (start > 0 && view.Head(start - 1) == head && view.Tag(start - 1) != PartOfSpeech.Punct) start--;
        var end = head + 1;
        while (end < view.Count && view.Head(end) == head && view.Deprel(end) is Deprel.Flat or Deprel.Compound) end++;
        return (start, end);
    }

    /// <summary>The head of the words right before a verb of speech, where the tree takes the subject of what is said
    /// for the speaker's: "the pier could sink, Moss said"; or null.</summary>
    private static int? Nearer(SpeechView view, int verb, int subject)
    {
        if (view.CueAt(verb)?.Takes(CuePatterns.Quote) != true || view.Tree.Child(verb, Deprel.Ccomp) > verb) return null;
        var words = Nominal(view, verb);
        if (words.Length == 0 || subject >= words.Start || view.Document.SentenceOf(verb).Start == words.Start) return null;
        return view.HasForm(words.Start - 1, ",") || QuotationMark.Is(view.Document, words.Start - 1) ? words.End - 1 : null;
    }

    /// <summary>The run of nouns, names and their modifiers right before a verb and its auxiliaries; may be empty.</summary>
    private static TokenSpan Nominal(SpeechView view, int verb)
    {
        var first = view.Document.SentenceOf(verb).Start;
        var end = verb;
        while (end > first && view.Tag(end - 1) is PartOfSpeech.Aux or PartOfSpeech.Adv or PartOfSpeech.Part) end--;
        var start = end;
        while (start > first && end - start < MaxNominal && view.Tag(start - 1) is PartOfSpeech.Propn or PartOfSpeech.Noun
            or PartOfSpeech.Adj or PartOfSpeech.Det or PartOfSpeech.Pron or PartOfSpeech.Num) start--;
        return end > start && view.Tag(end - 1) is PartOfSpeech.Propn or PartOfSpeech.Noun or PartOfSpeech.Pron ? new(start, end) : default;
    }

    /// <summary>The source of the frame between a quotation and a participle that the tree hangs inside it: "“…,” Moss said, adding …".</summary>
    private static Speaker? FrameBefore(SpeechView view, int verb)
    {
        if (view.IsRoot(verb) || view.Deprel(verb) is not (Deprel.Advcl or Deprel.Acl or Deprel.Conj)) return null;
        var at = Contents.FirstEndingAfter(view.Quotations, view.Head(verb));
        if (at >= view.Quotations.Length || !view.Quotations[at].Tokens.Contains(view.Head(verb))) return null;
        var end = view.Quotations[at].Tokens.End;
        for (var i = verb - 1; i >= end; i--)
        {
            if (view.Tag(i) == PartOfSpeech.Verb && view.CueAt(i)?.Takes(CuePatterns.Quote) == true
                && view.Tree.Child(i, Deprel.Nsubj) is >= 0 and var subject) return Phrase(view, subject, verb);
        }

        return null;
    }

    private static Speaker? Subject(SpeechView view, int verb, int subject)
    {
        if (IsRelative(view, subject) && Modified(view, verb) is { } noun) return noun;
        if (IsEmpty(view, subject)) return null;
        var found = Phrase(view, subject, verb);
        foreach (var child in view.Tree.Children(verb)) // "delegate" and "John Moss", which the tree holds for two subjects
        {
            if (child <= subject || view.Deprel(child) != Deprel.Nsubj) continue;
            var more = Phrase(view, child, verb);
            if (more.Tokens.Start == found.Tokens.End) found = new(child, new(found.Tokens.Start, more.Tokens.End));
            else if (child < verb) found = more; // "CITY (Agency) — Moss said": the nearest is the speaker
        }

        return found;
    }

    private static bool IsRelative(SpeechView view, int subject) =>
        view.HasLemma(subject, "who") || view.HasLemma(subject, "which") || view.HasLemma(subject, "that");

    private static bool IsEmpty(SpeechView view, int subject) => // "it" of "it is said", "there" of "there are fears"
        view.Deprel(subject) == Deprel.Expl || view.HasLemma(subject, "there");

    private static Speaker? Modified(SpeechView view, int verb)
    {
        var clause = verb;
        for (var steps = 0; steps < MaxSteps && !view.IsRoot(clause); steps++)
        {
            if (view.Deprel(clause) == Deprel.Acl) return Phrase(view, view.Head(clause), clause);
            if (view.Deprel(clause) is not (Deprel.Conj or Deprel.Xcomp)) return null;
            clause = view.Head(clause);
        }

        return null;
    }

    private static Speaker? Shared(SpeechView view, int verb, int steps)
    {
        if (steps == 0 || view.IsRoot(verb)) return null;
        var head = view.Head(verb);
        switch (view.Deprel(verb))
        {
            case Deprel.Conj:
                return Any(view, head, verb, steps);
            case Deprel.Xcomp:
                var asked = view.Tree.Child(head, Deprel.Obj);
                if (asked < 0) asked = view.Tree.Child(head, Deprel.Iobj);
                return asked >= 0 && asked < verb && view.CueAt(head)?.Act is not "promise"
                    ? Phrase(view, asked, verb)
                    : Any(view, head, verb, steps);
            case Deprel.Advcl:
                return IsParticiple(view, verb) ? Any(view, head, verb, steps) : null;
            case Deprel.Acl:
                return IsParticiple(view, verb) || view.Document.Subtypes[verb] == "relcl" ? Phrase(view, head, verb) : null;
            default:
                return null;
        }
    }

    private static Speaker? Any(SpeechView view, int verb, int cue, int steps)
    {
        var subject = view.Tree.Child(verb, Deprel.Nsubj);
        if (subject < 0) return Shared(view, verb, steps - 1);
        if (Subject(view, verb, subject) is not { } found) return null;
        return found.Tokens.Contains(cue) ? Phrase(view, found.Head, cue) : found;
    }

    private static bool IsParticiple(SpeechView view, int verb) =>
        view.Document.TreebankTags[verb] is "VBG" or "_" or "" || view.Document[verb].Text.EndsWith("ing", StringComparison.OrdinalIgnoreCase);
}
