using System.Collections.Frozen;
using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>One walk from a trigger towards the root of its sentence, to see what its words make of the event.</summary>
internal sealed class FactualityWalk(Syntax syntax, Attribution? statement)
{
    private const int MaxSteps = 40; // longer chains are lists or broken trees

    private static readonly FrozenDictionary<(string, string), string> Governors = LexiconTable.Rows("governors.tsv", 3)
        .ToFrozenDictionary(row => (row[0], row[1]), row => row[2]);

    private bool _negated;
    private Factuality? _decided;
    private bool _ongoing;

    public TextSpan? Likelihood { get; private set; }

    public Factuality Result => _decided switch
    {
        null => _negated ? Factuality.DidNotHappen : _ongoing ? Factuality.Ongoing : Factuality.Happened,
        Factuality.DidNotHappen => _negated ? Factuality.Happened : Factuality.DidNotHappen,
        Factuality.Planned or Factuality.Possible or Factuality.AskedFor or Factuality.Conditional when _negated => Factuality.DidNotHappen,
        { } decided => decided,
    };

    public void Climb(int token)
    {
        for (var steps = 0; steps < MaxSteps; steps++)
        {
            ReadClause(token, isTrigger: steps == 0);
            if (_decided is not null || syntax.IsRoot(token)) return;
            if (statement is not null && syntax.Head(token) == statement.CueHead) return;
            if (!Step(ref token)) return;
        }
    }

    // Negation, modals, tense and mood of one clause or nominal
    private void ReadClause(int token, bool isTrigger)
    {
        var modal = -1;
        foreach (var child in syntax.Children(token))
        {
            switch (syntax.Deprel(child))
            {
                case Deprel.Advmod or Deprel.Det or Deprel.Cc when IsNegation(child):
                    _negated = !_negated;
                    break;
                case Deprel.Case when syntax.Lemma(child) == "without":
                    _negated = !_negated;
                    break;
                case Deprel.Nsubj or Deprel.Obj when HasNo(child) && syntax.Tag(token) == PartOfSpeech.Verb:
                    _negated = !_negated;
                    break;
                case Deprel.Advmod when isTrigger || syntax.Tag(token) == PartOfSpeech.Verb:
                    ReadAdverb(child);
                    break;
                case Deprel.Amod when isTrigger:
                    ReadAdjective(child);
                    break;
                case Deprel.Aux when modal < 0:
                    modal = child;
                    break;
                case Deprel.Advcl when Clause.Marker(syntax, child) is "if" or "unless" && _decided is null && IsOpen(token):
                    _decided = Factuality.Conditional;
                    break;
                default:
                    break;
            }
        }

        if (_decided is not null) return;
        if (modal >= 0) ReadAuxiliary(token, modal);
        else if (IsImperative(token)) _decided = Factuality.AskedFor;
        if (_decided is null && IsAsked(token)) _decided = Factuality.Possible;
    }

    private bool IsNegation(int child) => syntax.Lemma(child).ToLowerInvariant() switch
    {
        "not" or "n't" => !(child + 1 < syntax.Document.Tokens.Length && syntax.Lemma(child + 1) is "only" or "just" or "merely"),
        "never" or "neither" or "nor" => true,
        "no" => syntax.Deprel(child) is Deprel.Det or Deprel.Advmod,
        "long" or "longer" => syntax.Child(child, Deprel.Advmod) is >= 0 and var no && syntax.Lemma(no) == "no",
        _ => false,
    };

    private bool HasNo(int nominal)
    {
        if (syntax.Lemma(nominal).ToLowerInvariant() is "nobody" or "no_one" or "none" or "nothing") return true;
        foreach (var child in syntax.Children(nominal))
        {
            if (syntax.Deprel(child) is Deprel.Det or Deprel.Cc && syntax.Lemma(child).ToLowerInvariant() is "no" or "neither") return true;
        }

        return false;
    }

    private void ReadAdverb(int child)
    {
        if (Effect(child, "adv") is not { } effect) return;
        if (effect == "possible") Likelihood ??= syntax.Document.Tokens[child];
        Apply(effect, syntax.Head(child), child);
    }

    private void ReadAdjective(int child)
    {
        if (Effect(child, "adj") is { } effect) Apply(effect, syntax.Head(child), child);
    }

    private void ReadAuxiliary(int token, int first)
    {
        var lemma = syntax.Lemma(first).ToLowerInvariant();
        switch (lemma)
        {
            case "may" or "might" or "could" or "can":
                Likelihood ??= syntax.Document.Tokens[first];
                _decided = Factuality.Possible;
                break;
            case "will" or "shall" or "'ll" or "wo":
                _decided = Factuality.Planned;
                break;
            case "would":
                _decided = statement is null && !IsReported(token) ? Factuality.Conditional : Factuality.Planned;
                break;
            case "should" or "must" or "ought":
                _decided = Factuality.AskedFor;
                break;
            default:
                _ongoing |= syntax.TreebankTag(token) == "VBG" && syntax.TreebankTag(first) is "VBZ" or "VBP";
                break;
        }
    }

    private bool IsReported(int token) => syntax.Deprel(token) is Deprel.Ccomp or Deprel.Parataxis or Deprel.Conj;

    private bool IsOpen(int token)
    {
        foreach (var child in syntax.Children(token))
        {
            if (syntax.Deprel(child) == Deprel.Aux && syntax.TreebankTag(child) == "MD") return true;
        }

        return false;
    }

    private bool IsImperative(int token)
    {
        if (!syntax.IsRoot(token) || syntax.TreebankTag(token) != "VB") return false;
        foreach (var child in syntax.Children(token))
        {
            if (syntax.Deprel(child) is Deprel.Nsubj or Deprel.Mark or Deprel.Csubj) return false;
        }

        return true;
    }

    private bool IsAsked(int token)
    {
        if (!syntax.IsRoot(token)) return false;
        for (var i = syntax.Document.SentenceOf(token).End - 1; i > token; i--)
        {
            if (syntax.Form(i) is "?") return true;
            if (syntax.Tag(i) != PartOfSpeech.Punct) return false;
        }

        return false;
    }

    // Goes to the word that governs the token, and weighs it; false where the walk ends
    private bool Step(ref int token)
    {
        var (child, head) = (token, syntax.Head(token));
        token = head;
        switch (syntax.Deprel(child))
        {
            case Deprel.Conj:
                return Shares(child);
            case Deprel.Xcomp or Deprel.Ccomp or Deprel.Csubj:
                return Weigh(head, child);
            case Deprel.Advcl:
                return StepOutOfAdverbial(child, head);
            case Deprel.Acl:
                if (syntax.Subtype(child) == "relcl" && Clause.Marker(syntax, child) is null) return false;
                if (syntax.TreebankTag(child) == "VB" || Clause.Marker(syntax, child) is not null) return Weigh(head, child, "possible");
                return false;
            case Deprel.Obj or Deprel.Obl or Deprel.Iobj or Deprel.Nmod or Deprel.Compound or Deprel.Amod:
                return Weigh(head, child);
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
        switch (Clause.Marker(syntax, child))
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
            case "to" when Effect(head, "verb") is null or "not" or "fact" || (Effect(head, "verb") == "same" && !Clause.IsPassive(syntax, head)):
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

    private bool Weigh(int governor, int child, string? otherwise = null)
    {
        var place = syntax.Tag(governor) switch
        {
            PartOfSpeech.Verb or PartOfSpeech.Aux => "verb",
            PartOfSpeech.Adj or PartOfSpeech.Adv => "adj",
            _ => "noun",
        };
        var effect = Effect(governor, place) ?? otherwise;
        if (effect is null && place == "verb" && syntax.Deprel(child) == Deprel.Xcomp && Clause.Marker(syntax, child) == "to")
        {
            effect = "planned"; // "rushed to", "fought to": an end in view, unless the table says more
        }

        if (!Governs(child)) return false;
        if (effect is null)
        {
            // A thing is as real as the sentence says, whatever is done about it; a clause hangs on its verb
            return FrameLexicon.OfLightVerb(syntax.Lemma(governor)).Length > 0 || (syntax.Deprel(child) == Deprel.Xcomp && place != "noun");
        }

        if (effect == "not" && syntax.Deprel(child) == Deprel.Nsubj && place == "verb") effect = "fact";
        return Apply(effect, governor, governor);
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
            case "not":
                _negated = !_negated;
                return true;
            case "denied":
                _negated = !_negated;
                return false;
            case "planned":
                _decided = Factuality.Planned;
                return false;
            case "possible":
                _decided = Factuality.Possible;
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

    private string? Effect(int token, string place) =>
        Governors.TryGetValue((syntax.Lemma(token).ToLowerInvariant(), place), out var effect) ? effect : null;
}
