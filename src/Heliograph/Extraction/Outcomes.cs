using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Joins what an attack led to with the attack: "bombed the market, killing twelve" is one event, not two.</summary>
/// <remarks>
/// An outcome is a frame that counts people killed or injured. It is joined with an ASSAULT that governs it as a
/// participle or relative clause ("an attack that killed twelve"), that is its subject ("the attack killed twelve"), or
/// in which it is told ("were killed in an attack on"). The attack takes its counts, and its victims where it has none.
/// </remarks>
internal static class Outcomes
{
    public static void Merge(Syntax syntax, List<EventDraft> drafts)
    {
        var byToken = drafts.ToDictionary(draft => draft.Match.Token);
        var merged = new HashSet<EventDraft>();
        foreach (var outcome in drafts)
        {
            if (!IsOutcome(outcome) || CauseOf(syntax, outcome, byToken) is not { } cause || cause == outcome) continue;
            if (Negations.On(syntax, outcome.Match.Token)) continue; // "no one was killed in the raid"
            foreach (var (quantity, count) in outcome.Quantities) cause.Quantities.TryAdd(quantity, count);
            if (IsSetting(syntax, outcome, cause)) Suffer(outcome, cause);
            if (cause.Recipients.IsEmpty) cause.Recipients = outcome.Recipients;
            if (cause.Actors.IsEmpty && outcome.Match.Fill("subj") != cause.Match.Token) cause.Actors = outcome.Actors;
            cause.AlsoTold.AddRange(outcome.Match.Trigger);
            merged.Add(outcome);
        }

        drafts.RemoveAll(merged.Contains);
    }

    // One deed counted twice: what the same subject did next, or what befell the others
    private static bool IsWithIt(Syntax syntax, EventDraft first, EventDraft next)
    {
        if (first.Match.Frame.Counts[0].Quantity == next.Match.Frame.Counts[0].Quantity) return false;
        var own = Clause.OwnSubject(syntax, next.Match.Token);
        return own < 0 || syntax.Lemma(own) is "other" or "another";
    }

    // "killed in an attack on": the noun tells how, the verb to whom
    private static bool IsSetting(Syntax syntax, EventDraft outcome, EventDraft cause) =>
        cause.Match.Token > outcome.Match.Token && syntax.Tag(cause.Match.Token) == PartOfSpeech.Noun
        && syntax.Deprel(cause.Match.Token) is Deprel.Obl or Deprel.Nmod;

    // The dead are those to whom it was done; who stood against them in a fight did it, and of two sides nobody knows which
    private static void Suffer(EventDraft outcome, EventDraft cause)
    {
        if (outcome.Recipients.IsEmpty || cause.Match.Frame.Recipient.Contains("each")) return;
        var others = cause.Match.Frame.Recipient.Contains("with") ? cause.Recipients : [];
        cause.Struck.AddRange(cause.Recipients.Select(struck => struck.Head));
        cause.Recipients = outcome.Recipients;
        if (!outcome.Actors.IsEmpty) cause.Actors = outcome.Actors;
        else if (cause.Actors.IsEmpty) cause.Actors = others;
    }

    private static bool IsOutcome(EventDraft draft) => draft.Match.Frame.IsVerb
        && draft.Match.Frame.Counts.Any(count => count.Quantity is "killed" or "injured");

    private static EventDraft? CauseOf(Syntax syntax, EventDraft outcome, Dictionary<int, EventDraft> byToken)
    {
        var verb = outcome.Match.Token;
        var head = syntax.Head(verb);
        if (syntax.Deprel(verb) is Deprel.Advcl && Clause.Marker(syntax, verb) is null && Attack(head) is { } governing) return governing;
        if (syntax.Deprel(verb) is Deprel.Conj && byToken.TryGetValue(head, out var first) && IsOutcome(first) && IsWithIt(syntax, first, outcome))
        {
            return CauseOf(syntax, first, byToken) ?? first; // "killed twelve and wounded thirty others"
        }

        if (syntax.Deprel(verb) is Deprel.Acl && Attack(head) is { } modified) return modified;
        if (outcome.Match.Fill("subj") is >= 0 and var subject && Attack(subject) is { } telling) return telling;
        foreach (var preposition in (ReadOnlySpan<string>)["in", "during"])
        {
            if (outcome.Match.Fill(preposition) is >= 0 and var setting && Attack(setting) is { } found) return found;
        }

        return null;

        EventDraft? Attack(int token) =>
            byToken.TryGetValue(token, out var draft) && draft.Match.Frame.Type == "ASSAULT" ? draft : null;
    }
}
