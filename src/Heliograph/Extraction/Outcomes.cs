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
            foreach (var (quantity, count) in outcome.Quantities) cause.Quantities.TryAdd(quantity, count);
            if (cause.Recipients.IsEmpty) cause.Recipients = outcome.Recipients;
            if (cause.Actors.IsEmpty && outcome.Match.Fill("subj") != cause.Match.Token) cause.Actors = outcome.Actors;
            cause.AlsoTold.AddRange(outcome.Match.Trigger);
            merged.Add(outcome);
        }

        drafts.RemoveAll(merged.Contains);
    }

    private static bool IsOutcome(EventDraft draft) => draft.Match.Frame.IsVerb
        && draft.Match.Frame.Counts.Any(count => count.Quantity is "killed" or "injured");

    private static EventDraft? CauseOf(Syntax syntax, EventDraft outcome, Dictionary<int, EventDraft> byToken)
    {
        var verb = outcome.Match.Token;
        var head = syntax.Head(verb);
        if (syntax.Deprel(verb) is Deprel.Advcl && Clause.Marker(syntax, verb) is null && Attack(head) is { } governing) return governing;
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
