using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Finds who did it and to whom, for one frame that matched.</summary>
/// <remarks>
/// The frame's own slots come first. Where they give no recipient, the nearest body, group, person or place on the
/// trigger is taken, by way of what it governs: "agreed to lift its blockade of Norland", "began an inquiry into the
/// mayor", "declared a truce in Norland". Pronouns give way to the words they stand for, as <see cref="Antecedents"/> tells.
/// </remarks>
internal static class Parties
{
    private const int MaxReach = 4; // words between the trigger and a recipient that no slot names

    /// <summary>The actors, and the recipients; each may be empty, and who acts upon themselves is no
    /// recipient. Also whether the recipients fill no slot.</summary>
    public static (ImmutableArray<Argument> Actors, ImmutableArray<Argument> Recipients, bool WasReached) Of(Syntax syntax, FrameMatch match)
    {
        var frame = match.Frame;
        var actors = InSlots(syntax, match, frame.Actor, mustAct: true, []);
        var recipients = InSlots(syntax, match, frame.Recipient, mustAct: false, actors);
        if (recipients.IsEmpty && actors.Length > 1 && frame.Recipient.Contains("each")) return (actors, actors, false);
        return recipients.IsEmpty ? (actors, InReach(syntax, match, actors), true) : (actors, recipients, false);
    }

    private static ImmutableArray<Argument> InSlots(
        Syntax syntax, FrameMatch match, ImmutableArray<string> slots, bool mustAct, ImmutableArray<Argument> others)
    {
        foreach (var slot in slots)
        {
            if (slot == "each") continue;
            var filler = match.Fill(slot);
            if (filler < 0 || match.Trigger.Contains(filler) || StandsForAClause(syntax, filler)) continue;
            if (WordClasses.IsTime(syntax, filler)) continue;
            if (match.Frame.Type == "PROTEST" && slot == "in" && syntax.Tag(filler) == PartOfSpeech.Noun && !WordClasses.IsActor(syntax, filler)) continue; // "in the city centre"
            if (mustAct && !WordClasses.IsActor(syntax, filler)) continue;
            var meant = Antecedents.Of(syntax, filler);
            if (match.Trigger.Contains(meant) || others.Any(other => other.Head == meant)) continue;
            if (meant == filler && !mustAct && syntax.TreebankTag(filler) == "PRP$") continue;
            if (slot is "deed" && (IsOwn(syntax, filler) || IsDay(syntax, filler))) continue;
            return NounPhrase.Arguments(syntax, meant);
        }

        return [];
    }

    private static ImmutableArray<Argument> InReach(Syntax syntax, FrameMatch match, ImmutableArray<Argument> actors)
    {
        if (InTrigger(syntax, match) is { IsEmpty: false } told && !told.Any(one => actors.Any(actor => actor.Head == one.Head))) return told;
        var level = match.Trigger.Where(token => token == match.Token || token == match.Carrier || syntax.Head(token) == match.Token).Distinct().Order().ToList();
        var seen = new HashSet<int>(level);
        for (var reach = 0; reach < MaxReach && level.Count > 0; reach++)
        {
            var next = new List<int>();
            foreach (var word in level)
            {
                foreach (var child in syntax.Children(word))
                {
                    if (!Leads(syntax, match, word, child) || !seen.Add(child)) continue;
                    if (IsParty(syntax, child) && !IsOwn(syntax, child) && !IsDay(syntax, child) && !actors.Any(actor => actor.Head == child) && !match.Trigger.Contains(child))
                    {
                        return NounPhrase.Arguments(syntax, child);
                    }

                    next.Add(child);
                }
            }

            level = next;
        }

        return Refused(syntax, match);
    }

    // "expelled two diplomats", "clashed with police": words that tell the event may be those to whom it is done
    private static ImmutableArray<Argument> InTrigger(Syntax syntax, FrameMatch match)
    {
        if (match.Frame.Type is "MOBILIZE" or "CONSULT" or "COOPERATE" || (match.Frame.Type == "RETREAT" && match.Frame.Mode != "release")) return [];
        foreach (var token in match.Trigger)
        {
            if (token == match.Token || syntax.Tag(token) != PartOfSpeech.Noun) continue;
            if (syntax.Deprel(token) is Deprel.Obj or Deprel.Obl or Deprel.Nsubj && IsParty(syntax, token) && !IsOwn(syntax, token)) return NounPhrase.Arguments(syntax, token);
        }

        return [];
    }

    // "rejected two motions": what is refused or blamed, where nobody behind it is told
    private static ImmutableArray<Argument> Refused(Syntax syntax, FrameMatch match)
    {
        var thing = match.Frame.Type is "REJECT" or "ACCUSE" && match.Frame.Recipient.Length > 0 ? match.Fill("obj") : -1;
        return thing > match.Token && syntax.Tag(thing) == PartOfSpeech.Noun && !IsOwn(syntax, thing) && !WordClasses.IsTime(syntax, thing)
            && match.Frame.Mode != "investigate" && syntax.Lemma(thing) is not ("lawsuit" or "suit" or "complaint" or "charge" or "case" or "action" or "proceeding")
            ? NounPhrase.Arguments(syntax, thing)
            : [];
    }

    // "agreed to withdraw its troops"
    private static bool IsOwn(Syntax syntax, int token) =>
        syntax.Child(token, Deprel.Nmod, "poss") is >= 0 and var owner && syntax.TreebankTag(owner) == "PRP$";

    // "on January 17"
    private static bool IsDay(Syntax syntax, int token) => syntax.Tag(token) == PartOfSpeech.Num
        && syntax.Preposition(token) is "on" or "in" or "at" or "by" or "since" or "until" or "before" or "after" or "from";

    // The ways down from a trigger on which the one to whom it is done may stand
    private static bool Leads(Syntax syntax, FrameMatch match, int word, int child) => syntax.Deprel(child) switch
    {
        Deprel.Obj or Deprel.Iobj => true,
        Deprel.Nsubj => syntax.Subtype(child) == "pass" && word == match.Token,
        Deprel.Xcomp => true,
        Deprel.Advcl => Clause.Marker(syntax, child) == "to" && child > word,
        Deprel.Acl => Clause.Marker(syntax, child) == "to" || (syntax.TreebankTag(child) == "VBN" && syntax.Subtype(child) != "relcl"),
        Deprel.Obl when syntax.Deprel(word) == Deprel.Acl && word != match.Token && syntax.Preposition(child) == "by" => true, // "a motion filed by"
        Deprel.Obl => child > word && syntax.Subtype(child) is not ("agent" or "unmarked") && IsTowards(syntax, child),
        Deprel.Nmod => syntax.Subtype(child) == "poss"
            ? word != match.Token && syntax.Tag(child) != PartOfSpeech.Pron
            : syntax.Subtype(child) != "unmarked" && IsTowards(syntax, child),
        Deprel.Amod or Deprel.Compound => word != match.Token && child < word && syntax.NameAt(child) is not null,
        _ => false,
    };

    private static bool IsTowards(Syntax syntax, int nominal) => !WordClasses.IsTime(syntax, nominal)
        && syntax.Preposition(nominal) is "against" or "on" or "upon" or "with" or "to" or "towards" or "toward" or "for" or "into" or "in" or "at" or "from"
            or "of" or "over" or "near" or "across" or "between" or "among" or "along" or "inside" or "outside" or "throughout" or "around";

    private static bool IsWhere(Syntax syntax, int nominal) =>
        syntax.Preposition(nominal) is "in" or "at" or "near" or "inside" or "outside" or "throughout" or "around" or "along" or "across";

    private static bool IsParty(Syntax syntax, int token) => syntax.Tag(token) switch
    {
        PartOfSpeech.Pron => false,
        PartOfSpeech.Noun when syntax.NameAt(token) is null && IsWhere(syntax, token) => false, // "in the city centre"
        PartOfSpeech.Propn or PartOfSpeech.Adj => syntax.NameAt(token) is not null,
        _ => WordClasses.IsActor(syntax, token),
    };

    // "praised what he saw", "opposed that"
    private static bool StandsForAClause(Syntax syntax, int token) =>
        syntax.Tag(token) is PartOfSpeech.Pron or PartOfSpeech.Det
        && syntax.Lemma(token).ToLowerInvariant() is "what" or "which" or "this" or "that" or "these" or "those" or "something"
            or "anything" or "nothing" or "everything" or "there" or "whatever";
}
