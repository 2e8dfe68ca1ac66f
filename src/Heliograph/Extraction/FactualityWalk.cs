using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>One walk from a trigger towards the root of its sentence, to see what its words make of the event.</summary>
internal sealed class FactualityWalk(Syntax syntax, Attribution? statement)
{
    private const int MaxSteps = 40; // longer chains are lists or broken trees

    private bool _negated;
    private Factuality? _decided;
    private bool _ongoing;
    private bool _future; // "will": planned, unless a word above makes less of it
    private bool _open; // decided over a negation that stands below: "may have failed to" stays possible
    private bool _forbidden; // asked not to happen
    private int _weighed = -1; // the governor whose own negation its signature has already taken in

    public TextSpan? Likelihood { get; private set; }

    public Factuality Result => _decided switch
    {
        null => _negated ? Factuality.DidNotHappen : _future ? Factuality.Planned : _ongoing ? Factuality.Ongoing : Factuality.Happened,
        Factuality.DidNotHappen => _negated ? Factuality.Happened : Factuality.DidNotHappen,
        Factuality.Possible when _open => Factuality.Possible,
        Factuality.AskedFor when _forbidden => Factuality.AskedFor,
        Factuality.Planned or Factuality.Possible or Factuality.AskedFor or Factuality.Conditional when _negated => Factuality.DidNotHappen,
        { } decided => decided,
    };

    public void Climb(int token)
    {
        var below = -1;
        for (var steps = 0; steps < MaxSteps; steps++)
        {
            ReadClause(token, below);
            if (_decided is not null || syntax.IsRoot(token)) return;
            below = token;
            if (statement is not null && syntax.Head(token) == statement.CueHead)
            {
                if (syntax.Deprel(token) is Deprel.Ccomp && Clause.Marker(syntax, token) == "whether") _decided = Factuality.Possible;
                else WeighCue(statement, token);
                if (_decided is null or Factuality.Planned && IsToCome(statement.CueHead)) _decided = Factuality.Conditional;
                return;
            }

            if (!Step(ref token)) return;
        }
    }

    // "will leave after the rebels agree to talks": what is said is itself to come
    private bool IsToCome(int saying) => syntax.Deprel(saying) == Deprel.Advcl && AwaitsIt(saying, syntax.Head(saying));

    // A clause of time in the present beside a clause of the future: "after they agree", "once they have agreed"
    private bool AwaitsIt(int child, int head) => Clause.Marker(syntax, child) is "after" or "once" or "until" or "till" or "before" or "when"
        && Mood.IsPresent(syntax, child) && Mood.IsToBe(syntax, head);

    // What the word that introduces the statement makes of it ("considers leaving", "forgot to send"); what it
    // does by being said is told by its act
    private void WeighCue(Attribution saying, int child)
    {
        if (saying.Act == "deny" || saying.Negated) return;
        var signature = Governors.WithPreposition(syntax, saying.CueHead, child)
            ?? Governors.Signature(syntax, saying.CueHead, Governors.Complement(syntax, child));
        if (signature is { Positive: not "denied" }) Weigh(saying.CueHead, child);
    }

    // Negation, modals, tense and mood of one clause or nominal; `from` is the child that the walk came from, or -1
    private void ReadClause(int token, int from)
    {
        var isTrigger = from < 0;
        var (modal, below) = (-1, _negated);
        if (token != _weighed && Negations.On(syntax, token, from)) _negated = !_negated;
        foreach (var child in syntax.Children(token))
        {
            switch (syntax.Deprel(child))
            {
                case Deprel.Advmod when isTrigger || syntax.Tag(token) == PartOfSpeech.Verb:
                    ReadAdverb(child);
                    break;
                case Deprel.Amod when isTrigger:
                    ReadAdjective(child);
                    break;
                case Deprel.Det when isTrigger && syntax.Lemma(child) is "any" or "Any" && syntax.Tag(token) == PartOfSpeech.Noun:
                    _decided ??= Factuality.Possible;
                    break;
                case Deprel.Aux when modal < 0:
                    modal = child;
                    break;
                default:
                    break;
            }
        }

        if (_decided is null && Conditions.On(syntax, token)) _decided = Factuality.Conditional;
        if (_decided is null) ReadTense(token, modal);
        if (isTrigger) _ongoing |= Mood.IsUnderWay(syntax, token);
        _open |= below && _decided is Factuality.Possible;
    }

    private void ReadTense(int token, int modal)
    {
        if (Mood.IsInverted(syntax, token)) _decided = Factuality.Conditional;
        else if (Mood.IsFutureInfinitive(syntax, token) || (modal < 0 && Mood.IsScheduled(syntax, token))) _decided = Factuality.Planned;
        else if (modal >= 0) ReadAuxiliary(token, modal);
        else if (Mood.IsImperative(syntax, token) || Mood.IsSubjunctive(syntax, token)) _decided = Factuality.AskedFor;
        if (_decided is null && Mood.IsAsked(syntax, token)) _decided = Factuality.Possible;
        if (modal >= 0 && _decided is null && Mood.IsScheduled(syntax, token)) _decided = Factuality.Planned;
    }

    private void ReadAdverb(int child)
    {
        Likelihood ??= LikelihoodWords.At(syntax, child);
        if (Governors.Effect(syntax, child, "adv") is not { } effect) return;
        Apply(effect, syntax.Head(child), child);
    }

    private void ReadAdjective(int child)
    {
        Likelihood ??= LikelihoodWords.At(syntax, child);
        if (Mood.IsSoCalled(syntax, child)) _decided ??= Factuality.Possible;
        if (Governors.Effect(syntax, child, "adj") is not { } effect) return;
        Apply(effect, syntax.Head(child), child);
    }

    private void ReadAuxiliary(int token, int first)
    {
        var lemma = syntax.Lemma(first).ToLowerInvariant();
        switch (lemma)
        {
            case "could" when Clause.Marker(syntax, token) == "before":
                _decided = Factuality.DidNotHappen; // "broke up before they could agree"
                break;
            case "may" or "might" or "could" or "can":
                Likelihood ??= syntax.Document.Tokens[first];
                _decided = Factuality.Possible;
                break;
            case "will" or "shall" or "'ll" or "wo":
                _future = true;
                break;
            case "would" when Mood.HasBeenDone(syntax, token) && Mood.IsCrossed(syntax, token):
                _decided = Factuality.DidNotHappen; // "would have attacked, but"
                break;
            case "would":
                _decided = Mood.HasBeenDone(syntax, token) || (statement is null && !Mood.IsReported(syntax, token)) ? Factuality.Conditional : Factuality.Planned;
                break;
            case "must" when Mood.HasBeenDone(syntax, token):
                _decided = Factuality.Possible; // "must have attacked": concluded
                break;
            case "should" or "ought" when Mood.HasBeenDone(syntax, token):
                _decided = Factuality.DidNotHappen; // "should have attacked": did not
                break;
            case "should" or "must" or "ought":
                (_decided, _forbidden) = (Factuality.AskedFor, Negations.On(syntax, token)); // "must not attack" asks as well
                break;
            default:
                _ongoing |= syntax.TreebankTag(token) == "VBG" && syntax.TreebankTag(first) is "VBZ" or "VBP";
                break;
        }
    }

    // Goes to the word that governs the token, and weighs it; false where the walk ends
    private bool Step(ref int token)
    {
        var (child, head) = (token, syntax.Head(token));
        token = head;
        switch (syntax.Deprel(child))
        {
            case Deprel.Conj:
                if (Negations.On(syntax, child)) _weighed = head; // "neither arrested nor deported"
                return Shares(child);
            case Deprel.Ccomp or Deprel.Csubj when Clause.Marker(syntax, child) is "whether" or "if":
                _decided = Factuality.Possible;
                return false;
            case Deprel.Xcomp or Deprel.Ccomp or Deprel.Csubj:
                return Weigh(head, child);
            case Deprel.Advcl:
                return StepOutOfAdverbial(child, head);
            case Deprel.Acl:
                if (Mood.IsContentOf(syntax, head, child)) return Weigh(head, child, "possible");
                if (syntax.Subtype(child) == "relcl" && Clause.Marker(syntax, child) is null) return false;
                if (Clause.Marker(syntax, child) is "after" or "when" or "since" or "as" or "because" or "while" or "though" or "although") return false;
                if (syntax.TreebankTag(child) == "VB" || Clause.Marker(syntax, child) is not null) return Weigh(head, child, "possible");
                return false;
            case Deprel.Obj or Deprel.Obl or Deprel.Iobj or Deprel.Nmod or Deprel.Compound or Deprel.Amod:
                return Weigh(head, child);
            case Deprel.Nsubj when Mood.IsOn(syntax, head):
                _ongoing = true;
                return false;
            case Deprel.Nsubj when Mood.IsKind(syntax, child, head):
                _decided = Factuality.Possible;
                return false;
            case Deprel.Nsubj:
                return Weigh(head, child);
            default:
                return false;
        }
    }

    private bool Shares(int child)
    {
        foreach (var part in syntax.Children(child))
        {
            if (syntax.Deprel(part) is Deprel.Nsubj or Deprel.Aux && syntax.Subtype(part) != "pass") return false;
        }

        return true;
    }

    private bool StepOutOfAdverbial(int child, int head)
    {
        var marker = IsInfinitive(child) ? "to" : Clause.Marker(syntax, child);
        if (syntax.Child(child, Deprel.Mark) is >= 0 and var mark && Negations.IsInstead(syntax, mark)) marker = "without";
        switch (marker)
        {
            case "if" or "unless" or "lest":
                _decided = Factuality.Conditional;
                return false;
            case "without":
                _negated = !_negated;
                return false;
            case "until" or "till" or "before" or "once" or "unless" when syntax.TreebankTag(child) is "VBZ" or "VBP":
                _decided = Factuality.Conditional;
                return false;
            case "whether":
                _decided = Factuality.Possible; // "it is unclear whether"
                return false;
            case "after" or "when" or "once" or "before" when AwaitsIt(child, head):
                _decided = Factuality.Conditional;
                return false;
            case "after" or "before" or "when" when syntax.TreebankTag(child) == "VBG" && Mood.IsToBe(syntax, head):
                _decided = Factuality.Planned; // "after agreeing to a truce, they would hand over weapons"
                return false;
            case "to" when IsPurpose(child, head):
                if (Governors.CarriesOut(syntax, child)) return true; // "marched to demand more": the march is the demand
                _decided = Factuality.Planned;
                return false;
            case "to" or "of" or "from" or "for" or "against" or "into" or "in" or "on":
                return Weigh(head, child);
            case null or "by":
                return syntax.TreebankTag(child) == "VBG" && syntax.Tag(head) == PartOfSpeech.Verb;
            default:
                return false;
        }
    }

    // "in order to attack", "so as to attack"
    private bool IsInfinitive(int child)
    {
        if (syntax.TreebankTag(child) != "VB") return false;
        foreach (var part in syntax.Children(child))
        {
            if (syntax.Deprel(part) == Deprel.Mark && syntax.TreebankTag(part) == "TO") return true;
        }

        return false;
    }

    // An end in view, where the verb above asks for no infinitive of its own
    private bool IsPurpose(int child, int head) => Governors.Signature(syntax, head, "to") is null
        && (Governors.Effect(syntax, head, "verb") is null or "not" or "fact"
            || (Governors.Effect(syntax, head, "verb") == "same" && !Clause.IsPassive(syntax, head)));

    private bool Weigh(int governor, int child, string? otherwise = null)
    {
        if (!Governs(child) && Governors.WithPreposition(syntax, governor, child) is null) return false;
        var complement = Governors.Complement(syntax, child);
        if (complement == "to" && Mood.IsTooMuch(syntax, governor))
        {
            _negated = !_negated; // "too weak to attack"
            return true;
        }

        var isSubject = complement == "noun" && syntax.Deprel(child) == Deprel.Nsubj && syntax.Subtype(child) != "pass";
        if ((Governors.WithPreposition(syntax, governor, child) ?? Governors.Signature(syntax, governor, complement)) is { } signature && !isSubject)
        {
            Likelihood ??= LikelihoodWords.At(syntax, governor);
            if (complement == "to" && syntax.Lemma(governor) == "have" && Mood.IsPresent(syntax, governor))
            {
                signature = ("asked", "possible"); // "they have to leave"; of "they had to leave" they left
            }

            var refused = syntax.Deprel(governor) == Deprel.Xcomp && syntax.Lemma(syntax.Head(governor)) is "refuse" or "decline";
            var negated = Negations.On(syntax, governor) || refused; // "refused to rule out sending troops"
            if (negated) _weighed = governor;
            return Settle(negated ? signature.Negative : signature.Positive, governor);
        }

        var place = syntax.Tag(governor) switch
        {
            PartOfSpeech.Verb or PartOfSpeech.Aux => "verb",
            PartOfSpeech.Adj or PartOfSpeech.Adv => "adj",
            _ => "noun",
        };
        var effect = Governors.Effect(syntax, governor, place) ?? otherwise;
        if (syntax.Deprel(child) == Deprel.Xcomp && syntax.Tag(child) == PartOfSpeech.Adj) effect = null; // "stopped short of": the stop is in "short"
        if (effect == "said" && place == "noun" && Mood.IsCalledFalse(syntax, governor))
        {
            _decided = Factuality.DidNotHappen; // "the report that they fled was false"
            return false;
        }

        if (effect is null && place == "verb" && syntax.Deprel(child) == Deprel.Xcomp && Clause.Marker(syntax, child) == "to")
        {
            effect = "planned"; // "rushed to", "fought to": an end in view, unless the table says more
        }

        if (effect is not null) Likelihood ??= LikelihoodWords.At(syntax, governor);
        if (effect is null)
        {
            // A thing is as real as the sentence says, whatever is done about it; a clause hangs on its verb
            return FrameLexicon.OfLightVerb(syntax.Lemma(governor)).Length > 0 || (syntax.Deprel(child) == Deprel.Xcomp && place != "noun");
        }

        if (effect == "not" && syntax.Deprel(child) == Deprel.Nsubj && place == "verb") effect = "fact";
        return Settle(effect, governor);
    }

    private bool Settle(string effect, int governor)
    {
        var goesOn = Apply(effect, governor, governor);
        if (_decided is Factuality.Planned or Factuality.Possible && IsUndone(governor)) (_negated, _open) = (true, false);
        return goesOn;
    }

    // "foiled an attempt to bomb it", "the plan to deport them was shelved"
    private bool IsUndone(int noun)
    {
        if (syntax.Tag(noun) != PartOfSpeech.Noun || syntax.IsRoot(noun)) return false;
        if (syntax.Deprel(noun) != Deprel.Obj && !syntax.Is(noun, Deprel.Nsubj, "pass")) return false;
        var head = syntax.Head(noun);
        var effect = Governors.Signature(syntax, head, "noun")?.Positive ?? Governors.Effect(syntax, head);
        return (effect == "not" || syntax.Lemma(head) is "lose" or "waste" or "squander") && !Negations.On(syntax, head);
    }

    // "ordered patrols after the protests": the order is not about the protests
    private bool Governs(int child) => syntax.Deprel(child) is not (Deprel.Obl or Deprel.Nmod)
        || syntax.Subtype(child) == "poss"
        || syntax.Preposition(child) is null or "for" or "of" or "to" or "against" or "about" or "from" or "on" or "over" or "into"
            or "in" or "with" or "at" or "towards" or "toward" or "by" or "under";

    // Whether the walk goes on past the word
    private bool Apply(string effect, int governor, int word)
    {
        switch (effect)
        {
            case "same":
                return true;
            case "ongoing":
                _ongoing |= Mood.IsPresent(syntax, governor);
                return true;
            case "not":
                _negated = !_negated;
                return true;
            case "denied":
                _negated = !_negated;
                return false;
            case "planned":
                _decided = Mood.IsOpenQuestion(syntax, governor) ? Factuality.Possible : Factuality.Planned; // "may set off protests"
                return false;
            case "possible":
                (_decided, _open) = (Factuality.Possible, _negated);
                return false;
            case "asked":
                _decided = Factuality.AskedFor;
                return false;
            case "said":
                if (statement?.CueHead != governor && statement?.CueHead != word) _decided = Factuality.Possible;
                return false;
            default:
                return false;
        }
    }
}
