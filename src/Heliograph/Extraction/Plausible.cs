using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Says of a matched frame whether the words tell a deed of public life, or only share its verb.</summary>
/// <remarks>
/// "Nobody acts upon nobody" is no event. A deed of words (ACCUSE, REQUEST, REJECT …) needs whoever speaks. What people
/// do in private ("I met my dentist", "she helped me", "a good time to visit Harrow") is kept only where a body, an
/// armed group, a country or someone with an office stands on one side, or where the report as a whole tells of such.
/// Misses by design: deeds of nameless people in a text that names no public actor.
/// </remarks>
internal sealed class Plausible
{
    /// <summary>A text of public affairs has at least this many words for public actors for each sentence.
    /// Chosen on the training halves of EWT's and GUM's quiet genres and on PLOVER's sentences.</summary>
    private const double PublicWordsPerSentence = 0.34;

    private readonly Syntax _syntax;
    private readonly bool _isPublic;

    public Plausible(Syntax syntax)
    {
        _syntax = syntax;
        var words = 0;
        for (var i = 0; i < syntax.Document.Tokens.Length; i++)
        {
            if (syntax.Tag(i) is PartOfSpeech.Noun or PartOfSpeech.Propn && WordClasses.Has(syntax.Lemma(i).ToLowerInvariant(), "public")) words++;
        }

        _isPublic = words >= PublicWordsPerSentence * Math.Max(1, syntax.Document.Sentences.Length);
    }

    /// <summary>Whether the report as a whole tells of public affairs.</summary>
    public bool IsPublic => _isPublic;

    private enum Standing
    {
        Private,
        Open,
        Public,
    }

    /// <summary>Whether the draft may become an event.</summary>
    public bool IsTold(EventDraft draft)
    {
        if (draft.Actors.IsEmpty && draft.Recipients.IsEmpty) return IsCounted(draft.Match) && !IsUnwanted(draft.Match.Token);
        var (frame, token) = (draft.Match.Frame, draft.Match.Token);
        if (IsUnwanted(token)) return false;
        var isMild = frame.Type is not ("ASSAULT" or "COERCE" or "MOBILIZE" or "RETREAT" or "PROTEST" or "SANCTION" or "CONCEDE" or "THREATEN");
        if (IsAccused(draft)) return true;
        if (draft.Actors.IsEmpty && _syntax.Tag(token) == PartOfSpeech.Verb && !IsTold(token, isMild, frame.Type is "ACCUSE" or "REQUEST" or "THREATEN" or "REJECT")) return false;

        if (draft.Actors.IsEmpty && (frame.Type == "REJECT" || !draft.Recipients.Any(CanSuffer))) return false;
        var (actor, recipient) = (Best(draft.Actors), Best(draft.Recipients));
        if (_isPublic) return actor is not Standing.Private || recipient is Standing.Public || !draft.Recipients.IsEmpty;
        if (actor is Standing.Private) return false;
        if (IsNamed(draft.Actors) && IsNamed(draft.Recipients)) return true;
        if (CountsVictims(draft)) return true;
        if (!isMild && frame.Type != "CONCEDE" && IsNamed(draft.Actors) && recipient is not Standing.Private) return true;
        if (recipient is Standing.Private && actor is not Standing.Public) return false;
        return actor is Standing.Public || recipient is Standing.Public;
    }

    // "310 arrests": a figure needs nobody beside it; of hurts only beside such deeds, for there are other ways to be hurt
    private bool IsCounted(FrameMatch match)
    {
        if (match.Frame.IsVerb || !match.Frame.Pattern.Any(slot => slot.Names is ["num"])) return false;
        if (!IsHurt(match.Token)) return true;
        var first = _syntax.Deprel(match.Token) == Deprel.Conj ? _syntax.Head(match.Token) : match.Token;
        if (IsDeed(first)) return true;
        foreach (var child in _syntax.Children(first))
        {
            if (_syntax.Deprel(child) == Deprel.Conj && IsDeed(child)) return true;
        }

        return false;
    }

    private bool IsDeed(int noun) => !IsHurt(noun)
        && FrameLexicon.OfNoun(_syntax.Lemma(noun)).Any(frame => frame.Pattern.Any(slot => slot.Names is ["num"]));

    private bool IsHurt(int noun) => _syntax.Lemma(noun) is "injury" or "wounding" or "killing";

    // "The police have been accused of torture": by whom is often left out, of whom never
    private bool IsAccused(EventDraft draft) => draft.Match.Frame.Type == "ACCUSE" && draft.Actors.IsEmpty
        && _syntax.Tag(draft.Match.Token) == PartOfSpeech.Verb && _syntax.Lemma(draft.Match.Token) is "accuse" or "charge" or "blame" or "condemn"
        && Clause.IsPassive(_syntax, draft.Match.Token) && Best(draft.Recipients) is Standing.Public;

    // Where nobody acts, someone or somewhere must suffer: "the currency was honoured" is no support
    private bool CanSuffer(Argument recipient) => WordClasses.IsActor(_syntax, recipient.Head) || _syntax.NameAt(recipient.Head) is not null
        || WordClasses.Has(_syntax.Lemma(recipient.Head), "settlement") || (_isPublic && WordClasses.IsPlace(_syntax, recipient.Head))
        || (_syntax.Document.Names.IsEmpty && _syntax.Tag(recipient.Head) == PartOfSpeech.Propn)
        || (_isPublic && WordClasses.Has(_syntax.Lemma(recipient.Head), "weapon"));

    // "we do not want them to take over": a wish for nothing to happen tells of nothing
    private bool IsUnwanted(int token)
    {
        if (_syntax.Deprel(token) is not (Deprel.Xcomp or Deprel.Ccomp)) return false;
        var wish = _syntax.Head(token);
        return _syntax.Lemma(wish) is "want" or "wish" or "like" or "need" && Negations.On(_syntax, wish);
    }

    // A verb without anyone who does it: a passive may be a deed, "visit Harrow" and "to help them" are advice or purpose
    private bool IsTold(int verb, bool isMild, bool isSaid)
    {
        var isPassive = Clause.IsPassive(_syntax, verb);
        if (isSaid) return false;
        if (isMild) return isPassive && _isPublic;
        return isPassive || _isPublic;
    }

    // "the massacre of 150 people": who is counted among the dead needs no office
    private bool CountsVictims(EventDraft draft) => !draft.Match.Frame.Counts.IsEmpty
        && draft.Recipients.Any(victim => _syntax.Tag(victim.Head) is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num
            && WordClasses.IsActor(_syntax, victim.Head));

    // "Norland's Red Lamp Society", "Orla Reyle": two names are no private matter
    private bool IsNamed(ImmutableArray<Argument> arguments) => arguments.Any(argument => _syntax.NameAt(argument.Head) is not null);

    /// <summary>How public the most public of the arguments is: Public, Open, Private, or nobody.</summary>
    public string StandingOf(ImmutableArray<Argument> arguments) => Best(arguments)?.ToString() ?? "nobody";

    private Standing? Best(ImmutableArray<Argument> arguments) =>
        arguments.IsEmpty ? null : arguments.Max(argument => Of(argument.Head));

    private Standing Of(int head)
    {
        var token = WordClasses.Counted(_syntax, head);
        if (_syntax.Tag(token) == PartOfSpeech.Pron)
        {
            return _syntax.Lemma(token).ToLowerInvariant() is "i" or "you" or "we" or "me" or "us" or "my" or "your" or "our" or "u"
                ? Standing.Private
                : Standing.Open;
        }

        var lemma = _syntax.Lemma(token).ToLowerInvariant();
        if (WordClasses.Has(lemma, "public") || WordClasses.Has(lemma, "force") || WordClasses.Has(lemma, "settlement")) return Standing.Public;
        if (_syntax.NameAt(token) is NameType.Location) return Standing.Public;
        if (_syntax.Tag(token) == PartOfSpeech.Propn && _syntax.NameAt(token) is null) return Standing.Public; // a name that nobody knows
        return IsSetApart(token) ? Standing.Public : Standing.Open;
    }

    // "Norlandic students", "President Orla Reyle", "Orla Reyle, the minister"
    private bool IsSetApart(int token)
    {
        foreach (var child in _syntax.Children(token))
        {
            switch (_syntax.Deprel(child))
            {
                case Deprel.Amod or Deprel.Compound or Deprel.Nmod or Deprel.Appos when child != token:
                    if (WordClasses.Has(_syntax.Lemma(child).ToLowerInvariant(), "public")) return true;
                    if (_syntax.Deprel(child) == Deprel.Amod && _syntax.IsCapitalised(child) && _syntax.Tag(child) == PartOfSpeech.Adj
                        && child > 0 && _syntax.NameAt(child) is null && _syntax.NameAt(token) is null)
                    {
                        return true;
                    }

                    if (_syntax.NameAt(token) is null && _syntax.NameAt(child) is NameType.Location or NameType.Organisation) return true;
                    break;
            }
        }

        return false;
    }
}
