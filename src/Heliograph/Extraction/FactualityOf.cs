using System.Collections.Frozen;
using System.Collections.Immutable;
using Heliograph.Documents;

namespace Heliograph.Extraction;

/// <summary>Reads how an event stands to the world, in the eyes of the innermost voice that tells it.</summary>
/// <remarks>
/// Walks from the trigger up the tree: negation, modals, tense and mood on the trigger's own clause first, then each
/// word that governs it ("failed to", "plans to", "fears of", "without"), as <c>governors.tsv</c> weighs them, and last
/// the statement that it is the content of. The first word that takes the event out of the world decides; a second
/// negation turns the first. Words that only tell who says so ("alleged that") change nothing where the statement was
/// found, since the event is then in that voice; where it was not, they make the event a possible one.
/// </remarks>
internal static class FactualityOf
{
    private const int MaxSteps = 40; // longer chains are lists or broken trees

    private static readonly FrozenDictionary<(string, string), string> Governors = LexiconTable.Rows("governors.tsv", 3)
        .ToFrozenDictionary(row => (row[0], row[1]), row => row[2]);

    /// <summary>Every effect a governor can have.</summary>
    public static FrozenSet<string> Effects { get; } = FrozenSet.Create(
        StringComparer.Ordinal, "same", "not", "planned", "possible", "asked", "said", "denied", "fact");

    /// <summary>The factuality of the event at a token, and the words of likelihood that govern it, if any.</summary>
    /// <param name="syntax">The document.</param>
    /// <param name="trigger">The token that heads the trigger.</param>
    /// <param name="attributions">The statements found in the document.</param>
    public static (Factuality Factuality, TextSpan? Likelihood) Trigger(
        Syntax syntax, int trigger, ImmutableArray<Attribution> attributions)
    {
        var statement = Innermost(syntax, trigger, attributions);
        var walk = new Walk(syntax, statement);
        walk.Climb(trigger);
        var found = walk.Result;
        return (statement is null ? found : InVoice(syntax, trigger, found, statement), walk.Likelihood);
    }

    /// <summary>The statement with the shortest content that holds the token, or null.</summary>
    private static Attribution? Innermost(Syntax syntax, int token, ImmutableArray<Attribution> attributions)
    {
        var at = syntax.Document.Tokens[token];
        Attribution? found = null;
        var shortest = int.MaxValue;
        foreach (var attribution in attributions)
        {
            if (attribution.CueHead == token || !attribution.Content.Any(span => span.Start <= at.Start && at.End <= span.End)) continue;
            var length = attribution.Content.Sum(span => span.Length);
            if (length < shortest) (found, shortest) = (attribution, length);
        }

        return found;
    }

    private static Factuality InVoice(Syntax syntax, int trigger, Factuality found, Attribution statement) => statement.Act switch
    {
        "deny" when found is Factuality.Happened or Factuality.Ongoing => IsBackground(syntax, trigger, statement) ? found : Factuality.DidNotHappen,
        "fear" or "hope" or "predict" when found is Factuality.Happened or Factuality.Ongoing => Factuality.Possible,
        "warn" when found is Factuality.Happened && !IsPast(syntax, trigger) => Factuality.Possible,
        "order" or "ask" when found is Factuality.Happened or Factuality.Ongoing => Factuality.AskedFor,
        "promise" or "threaten" when found is Factuality.Happened or Factuality.Ongoing => Factuality.Planned,
        _ => found,
    };

    // "denied involvement in the attack": what is denied is the involvement
    private static bool IsBackground(Syntax syntax, int trigger, Attribution statement)
    {
        for (var (token, steps) = (trigger, 0); steps < MaxSteps && token != statement.CueHead && !syntax.IsRoot(token); token = syntax.Head(token), steps++)
        {
            if (syntax.Deprel(token) == Deprel.Nmod || syntax.Is(token, Deprel.Acl, "relcl")) return true;
        }

        return false;
    }

    private static bool IsPast(Syntax syntax, int trigger)
    {
        if (syntax.TreebankTag(trigger) == "VBD") return true;
        var aux = syntax.Child(trigger, Deprel.Aux);
        return aux >= 0 && syntax.TreebankTag(aux) is "VBD" or "VBZ" or "VBP" && syntax.Lemma(aux) == "have";
    }

    /// <summary>One walk from a trigger to the root.</summary>
    private sealed class Walk(Syntax syntax, Attribution? statement)
    {
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
                    if (syntax.Subtype(child) == "relcl") return false;
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
                case "to" when Effect(head, "verb") is null or "same":
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
            if (effect is null)
            {
                // A thing is as real as the sentence says, whatever is done about it; a clause hangs on its verb
                return syntax.Deprel(child) is Deprel.Xcomp && place != "noun" || FrameLexicon.OfLightVerb(syntax.Lemma(governor)).Length > 0;
            }

            if (effect == "not" && syntax.Deprel(child) == Deprel.Nsubj && place == "verb") effect = "fact";
            return Apply(effect, governor, governor);
        }

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
}
